package dev.standfirst.subscriber;

import dev.standfirst.mail.EmailAddress;
import java.util.Map;
import java.util.Optional;

/**
 * What a package keeps of people besides what this one does. Each that keeps something (of mails, of what came back, of
 * confirmations that wait, of imports) has a bean of this type; {@link PersonalData} asks them all.
 *
 * <p>Whoever adds a table with a column that tells of a person adds it to such a bean. A table that refers to
 * {@code subscriber} or {@code subscription} needs that in any case, or {@code on delete cascade}: erasing removes
 * these rows last.
 */
public interface PersonalRecords {

    /**
     * Whom it is about.
     *
     * @param address in any spelling
     * @param subscriber the person with that address; empty where nobody has it, as of an address that never confirmed
     */
    record Person(EmailAddress address, Optional<Subscriber> subscriber) {}

    /**
     * What is kept, for the person to read.
     *
     * @return parts by their names, as JSON knows them: texts, numbers, times, lists and maps; empty where there is
     *     nothing. Secrets, such as tokens of links, are told to be there and not handed out.
     */
    Map<String, Object> of(Person person);

    /**
     * Removes it, in the caller's transaction. What stays for the sake of counts must not lead to the person. May be
     * called again for the same person.
     */
    void erase(Person person);
}
