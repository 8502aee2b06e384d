package dev.standfirst.bounce;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.PersonalRecords;
import dev.standfirst.subscriber.Subscriber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is kept of somebody whose mail came back, or whose address a report names. */
@Repository
class ReturnedRecords implements PersonalRecords {

    /** Numbers begin at 1. */
    private static final long NOBODY = 0;

    private final JdbcClient jdbc;

    ReturnedRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Object> of(Person person) {
        Map<String, Object> parts = new TreeMap<>();
        List<Map<String, Object>> reports = jdbc.sql("""
                select * from bounce where subscriber_id = :person or lower(recipient) in (:spellings) order by id
                """)
                .param("person", number(person))
                .param("spellings", spellings(person))
                .query(ReturnedRecords::facts)
                .list();
        if (!reports.isEmpty()) {
            parts.put("returned", reports);
        }
        resetAt(person).ifPresent(time -> parts.put("returnedCountsSince", time));
        return parts;
    }

    /**
     * What a report about somebody else's mail says stays and counts for that person, without the address of this one.
     */
    @Override
    public void erase(Person person) {
        jdbc.sql("delete from bounce_reset where subscriber_id = ?")
                .param(number(person))
                .update();
        jdbc.sql("""
                delete from bounce
                where subscriber_id = :person or (subscriber_id is null and lower(recipient) in (:spellings))
                """)
                .param("person", number(person))
                .param("spellings", spellings(person))
                .update();
        jdbc.sql("update bounce set recipient = '' where lower(recipient) in (:spellings)")
                .param("spellings", spellings(person))
                .update();
        for (String spelling : spellings(person)) {
            jdbc.sql("update bounce set diagnostic = '' where position(:spelling in lower(diagnostic)) > 0")
                    .param("spelling", spelling)
                    .update();
        }
    }

    private Optional<String> resetAt(Person person) {
        return jdbc.sql("select reset_at from bounce_reset where subscriber_id = ?")
                .param(number(person))
                .query((row, number) -> time(row, "reset_at"))
                .optional();
    }

    private static long number(Person person) {
        return person.subscriber().map(Subscriber::id).orElse(NOBODY);
    }

    /** Reports write a domain in either of its forms. */
    private static List<String> spellings(Person person) {
        EmailAddress address = person.address();
        return List.of(address.normal(), address.value().toLowerCase(Locale.ROOT)).stream()
                .distinct()
                .toList();
    }

    private static Map<String, Object> facts(ResultSet row, int number) throws SQLException {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("at", time(row, "happened_at"));
        facts.put("kind", row.getString("kind"));
        facts.put("cause", row.getString("cause"));
        facts.put("code", row.getString("code"));
        facts.put("said", row.getString("diagnostic"));
        facts.put("about", row.getString("recipient"));
        facts.put("toldBy", row.getString("source"));
        return facts;
    }

    private static String time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant().toString();
    }
}
