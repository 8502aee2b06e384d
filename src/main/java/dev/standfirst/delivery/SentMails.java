package dev.standfirst.delivery;

import dev.standfirst.subscriber.PersonalRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the ledger knows of one person. */
@Repository
public class SentMails implements PersonalRecords {

    private final JdbcClient jdbc;
    private final Departures departures;

    SentMails(JdbcClient jdbc, Departures departures) {
        this.jdbc = jdbc;
        this.departures = departures;
    }

    /**
     * One mail of an edition to a person.
     *
     * @param digest name of the digest
     * @param date of the edition
     * @param subject of the mail
     * @param state where it stands
     * @param attempts how often it was handed over
     * @param reply what the mail server said last, or why it was not asked
     * @param at when that was
     */
    public record SentMail(
            String digest,
            LocalDate date,
            String subject,
            DeliveryState state,
            int attempts,
            String reply,
            Instant at) {}

    /** The mails to a person, the latest first. */
    public List<SentMail> latest(long subscriberId, int limit) {
        return jdbc.sql("""
                select e.digest, e.local_date, e.subject, d.state, d.attempts, d.reply, d.changed_at
                from delivery d join edition e on e.id = d.edition_id
                where d.subscriber_id = ? order by d.id desc limit ?
                """).params(subscriberId, limit).query(SentMails::mail).list();
    }

    @Override
    public Map<String, Object> of(Person person) {
        return person.subscriber()
                .<Map<String, Object>>map(subscriber -> Map.of(
                        "mails",
                        latest(subscriber.id(), Integer.MAX_VALUE).stream()
                                .map(SentMails::facts)
                                .toList()))
                .orElse(Map.of());
    }

    /**
     * The rows stay for the sake of the counts, and lead to nobody. What waits does not go out, nor what a run has in
     * hand, unless it is being handed over at this moment: the run finds nobody there any more, and is waited for.
     */
    @Override
    public void erase(Person person) {
        person.subscriber().ifPresent(subscriber -> {
            departures.stop("d.subscriber_id = :who", subscriber.id(), "");
            jdbc.sql(
                            "update delivery set subscription_id = null, subscriber_id = null, reply = '' where subscriber_id = ?")
                    .param(subscriber.id())
                    .update();
        });
    }

    private static Map<String, Object> facts(SentMail mail) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("digest", mail.digest());
        facts.put("edition", mail.date().toString());
        facts.put("subject", mail.subject());
        facts.put("state", mail.state().name());
        facts.put("attempts", mail.attempts());
        facts.put("answer", mail.reply());
        facts.put("at", mail.at().toString());
        return facts;
    }

    private static SentMail mail(ResultSet row, int number) throws SQLException {
        return new SentMail(
                row.getString("digest"),
                row.getObject("local_date", LocalDate.class),
                row.getString("subject"),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getString("reply"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
