package dev.standfirst.web;

import dev.standfirst.digest.Digest;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.MailingList;
import java.util.List;
import java.util.Locale;

/**
 * A list as its readers know it.
 *
 * @param list with its title; a list that has none of its own is called as the one digest that it gets
 * @param digests that mail it, by name
 */
record Place(MailingList list, List<Digest> digests) {

    /** What readers call it. */
    String title() {
        boolean named = !list.title().equals(list.name());
        return named || digests.size() != 1 ? list.title() : digests.get(0).title();
    }

    /** Of the first digest; English where no digest mails it. */
    Locale language() {
        return digests.stream().findFirst().map(Digest::language).orElse(Locale.ENGLISH);
    }

    /** Postal address of who mails it; may be empty. */
    String postal() {
        return digests.stream()
                .map(digest -> digest.sender().postal())
                .filter(postal -> !postal.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The digests whose editions everybody may read. */
    List<Digest> archived() {
        return digests.stream().filter(Digest::archived).toList();
    }

    /** An address that its owner recognises and nobody else learns, since mails are forwarded: "a…@example.org". */
    static String masked(EmailAddress address) {
        String text = address.value();
        return text.substring(0, text.offsetByCodePoints(0, 1)) + "…" + text.substring(text.lastIndexOf('@'));
    }
}
