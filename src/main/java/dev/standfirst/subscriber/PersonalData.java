package dev.standfirst.subscriber;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.PersonalRecords.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rights of a person: to read everything that is kept of one address, and to have it erased. What other packages
 * keep comes from their {@link PersonalRecords}.
 */
@Component
public class PersonalData {

    private static final ObjectWriter JSON = JsonMapper.shared().writerWithDefaultPrettyPrinter();

    private final JdbcClient jdbc;
    private final PersonalFacts facts;
    private final Suppressions suppressions;
    private final History history;
    private final List<PersonalRecords> records;

    PersonalData(
            JdbcClient jdbc,
            PersonalFacts facts,
            Suppressions suppressions,
            History history,
            List<PersonalRecords> records) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.suppressions = suppressions;
        this.history = history;
        this.records = List.copyOf(records);
    }

    /**
     * Everything that is kept of an address, as one JSON object whose parts always stand in the same order; times are
     * ISO 8601 in UTC. That it was handed out is kept in the history.
     *
     * @return empty where nothing is kept of it
     */
    @Undivided
    public Optional<String> export(EmailAddress address, Reason reason) {
        Person person = facts.person(address);
        Map<String, Object> all = new LinkedHashMap<>(facts.of(person));
        all.putAll(elsewhere(person));
        if (all.isEmpty()) {
            return Optional.empty();
        }
        person.subscriber().ifPresent(known -> history.record(known.id(), History.Event.EXPORTED, reason));
        Map<String, Object> handedOut = new LinkedHashMap<>(facts.heading(address));
        handedOut.putAll(all);
        return Optional.of(JSON.writeValueAsString(handedOut));
    }

    /**
     * Erases everything that is kept of an address, also while an edition is going out: mail that waits does not go,
     * the one mail that is being handed over at this moment does, and it returns once that is known. The ledger keeps
     * its counts, and a salted hash stays, so that no import brings the address back; the person can.
     *
     * @param reason whose wish it was; nothing else of it is kept
     * @return whether there was anything
     */
    @Transactional
    @Retryable(
            // A mail, a line of history or a place that somebody made meanwhile: it goes with the next try.
            includes = {TransientDataAccessException.class, DataIntegrityViolationException.class},
            predicate = OutermostAlone.class,
            maxRetries = 5,
            delay = 50,
            jitter = 50)
    public boolean erase(EmailAddress address, Reason reason) {
        Person person = facts.person(address);
        boolean known = person.subscriber().isPresent()
                || suppressions.find(address.normal()).isPresent()
                || !elsewhere(person).isEmpty();
        if (known) {
            records.forEach(kept -> kept.erase(person));
            person.subscriber().ifPresent(subscriber -> delete(subscriber.id()));
            suppressions.erase(
                    address,
                    reason.actor().equals(Reason.THE_PERSON)
                            ? "the person had everything erased"
                            : "everything of the person was erased");
        }
        return known;
    }

    private Map<String, Object> elsewhere(Person person) {
        Map<String, Object> parts = new TreeMap<>();
        records.forEach(kept -> parts.putAll(kept.of(person)));
        return parts;
    }

    private void delete(long subscriber) {
        jdbc.sql("delete from history where subscriber_id = ?")
                .param(subscriber)
                .update();
        jdbc.sql("delete from subscription where subscriber_id = ?")
                .param(subscriber)
                .update();
        jdbc.sql("delete from subscriber where id = ?").param(subscriber).update();
    }
}
