package dev.standfirst.bounce;

import dev.standfirst.bounce.Bounces.Line;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Race;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came back, in the database; reads the ledger's rows, and changes none of them. */
@Repository
class BounceRecords {

    /** A score looks back on so many deliveries. */
    private static final int DELIVERIES = 200;

    private static final Duration REMEMBERED = Duration.ofDays(400);

    private final JdbcClient jdbc;
    private final Race race;
    private final Clock clock;

    BounceRecords(JdbcClient jdbc, Race race, Clock clock) {
        this.jdbc = jdbc;
        this.race = race;
        this.clock = clock;
    }

    /**
     * Whose mail came back.
     *
     * @param subscriberId the person
     * @param delivery the row of the ledger, if it is known
     */
    record Person(long subscriberId, OptionalLong delivery) {}

    /** A row to write; its person may be unknown. */
    record Row(Optional<Person> person, Outcome.Kind kind, String cause, String code, String diagnostic) {}

    /** The person that a row of the ledger is about; empty where there is none, or the person was erased. */
    Optional<Person> byDelivery(long deliveryId) {
        return jdbc.sql("select subscriber_id from delivery where id = ? and subscriber_id is not null")
                .param(deliveryId)
                .query((row, number) -> new Person(row.getLong(1), OptionalLong.of(deliveryId)))
                .optional();
    }

    /** The person who has an address, and the last mail that went there. */
    Optional<Person> byAddress(String address) {
        if (!(EmailAddress.parse(address) instanceof EmailAddress.Parsed.Valid valid)) {
            return Optional.empty();
        }
        return jdbc.sql("select id from subscriber where normal = ?")
                .param(valid.address().normal())
                .query((row, number) -> row.getLong(1))
                .optional()
                .map(this::withLastDelivery);
    }

    private Person withLastDelivery(long subscriberId) {
        return new Person(
                subscriberId,
                jdbc.sql("select id from delivery where subscriber_id = ? and state in ('SENT', 'DOUBT')"
                                + " order by id desc limit 1")
                        .param(subscriberId)
                        .query((row, number) -> OptionalLong.of(row.getLong(1)))
                        .optional()
                        .orElse(OptionalLong.empty()));
    }

    /** The subscription that a delivery was made for. */
    OptionalLong subscriptionOf(long deliveryId) {
        return jdbc.sql("select subscription_id from delivery where id = ? and subscription_id is not null")
                .param(deliveryId)
                .query((row, number) -> OptionalLong.of(row.getLong(1)))
                .optional()
                .orElse(OptionalLong.empty());
    }

    /** Writes a row. */
    void add(Row row, String recipient, String source) {
        jdbc.sql("""
                insert into bounce (subscriber_id, delivery_id, kind, cause, code, diagnostic, recipient, source, happened_at)
                values (:person, :delivery, :kind, :cause, :code, :diagnostic, :recipient, :source, :now)
                """)
                .param("person", row.person().map(Person::subscriberId).orElse(null))
                .param("delivery", row.person().map(BounceRecords::delivery).orElse(null))
                .param("kind", row.kind().name())
                .param("cause", cut(row.cause(), 20))
                .param("code", cut(row.code(), 20))
                .param("diagnostic", cut(row.diagnostic(), 500))
                .param("recipient", cut(recipient, 320))
                .param("source", cut(source, 30))
                .param("now", now())
                .update();
    }

    private static @Nullable Long delivery(Person person) {
        return person.delivery().isPresent() ? person.delivery().getAsLong() : null;
    }

    /**
     * What each mail of a person adds to the score, the oldest first: one where it came back for a while, less one
     * where it went through, nothing where we were refused for our own fault or nobody can know. Ends with the last
     * that came back, since the ones behind it may still do so. Without what was before a reset.
     */
    List<Integer> steps(long subscriberId) {
        List<Integer> latestFirst = jdbc.sql("""
                select d.state,
                       (select count(*) from bounce b where b.delivery_id = d.id and b.kind = 'SOFT') as soft,
                       (select count(*) from bounce b where b.delivery_id = d.id and b.kind = 'OURS') as ours
                from delivery d
                where d.subscriber_id = :person and d.state in ('SENT', 'FAILED')
                  and not exists (select 1 from bounce_reset r
                                  where r.subscriber_id = :person and r.reset_at >= d.changed_at)
                order by d.id desc limit :most
                """)
                .param("person", subscriberId)
                .param("most", DELIVERIES)
                .query(BounceRecords::step)
                .list();
        int last = latestFirst.indexOf(1);
        List<Integer> steps = new ArrayList<>(last < 0 ? List.of() : latestFirst.subList(last, latestFirst.size()));
        Collections.reverse(steps);
        return steps;
    }

    private static Integer step(ResultSet row, int number) throws SQLException {
        if (row.getLong("soft") > 0) {
            return 1;
        }
        return row.getString("state").equals("SENT") && row.getLong("ours") == 0 ? -1 : 0;
    }

    /** Whether a mail was sent before the person's record was wiped; a report about it counts no more. */
    boolean isBeforeReset(Person person) {
        return person.delivery().isPresent()
                && jdbc.sql("""
                        select count(*) from delivery d join bounce_reset r on r.subscriber_id = d.subscriber_id
                        where d.id = ? and r.reset_at >= d.changed_at
                        """)
                                .param(person.delivery().getAsLong())
                                .query((row, number) -> row.getLong(1))
                                .single()
                        > 0;
    }

    /** From now on, what came back before counts no more. */
    void reset(long subscriberId) {
        jdbc.sql("delete from bounce_reset where subscriber_id = ?")
                .param(subscriberId)
                .update();
        race.insert(jdbc.sql("insert into bounce_reset (subscriber_id, reset_at) values (?, ?)")
                .params(subscriberId, now()));
    }

    /** Whether a mail or message was read before; from now on it was. Belongs in one transaction with what follows. */
    boolean isNew(String fingerprint) {
        return known(List.of(fingerprint)).isEmpty()
                && race.insert(jdbc.sql("insert into bounce_seen (fingerprint, seen_at) values (?, ?)")
                        .params(fingerprint, now()));
    }

    /** Those that were read before, of some that are in the mailbox now; these stay remembered. */
    Set<String> known(List<String> fingerprints) {
        if (fingerprints.isEmpty()) {
            return Set.of();
        }
        Set<String> known = Set.copyOf(jdbc.sql("select fingerprint from bounce_seen where fingerprint in (:all)")
                .param("all", fingerprints)
                .query((row, number) -> row.getString(1))
                .list());
        if (!known.isEmpty()) {
            jdbc.sql("update bounce_seen set seen_at = :now where fingerprint in (:known)")
                    .param("now", now())
                    .param("known", known)
                    .update();
        }
        return known;
    }

    /** Forgets the mails that were last seen long ago. */
    void forgetOld() {
        jdbc.sql("delete from bounce_seen where seen_at < ?")
                .param(now().minus(REMEMBERED))
                .update();
    }

    List<Line> latest(int limit) {
        return jdbc.sql(Line.SELECT + " order by b.id desc limit ?")
                .param(limit)
                .query(BounceRecords::line)
                .list();
    }

    List<Line> of(long subscriberId) {
        return jdbc.sql(Line.SELECT + " where b.subscriber_id = ? order by b.id desc limit 200")
                .param(subscriberId)
                .query(BounceRecords::line)
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        Instant at = row.getObject("happened_at", OffsetDateTime.class).toInstant();
        String address = row.getString("address");
        return new Line(
                at,
                address == null ? row.getString("recipient") : address,
                Outcome.Kind.valueOf(row.getString("kind")),
                row.getString("code"),
                row.getString("diagnostic"));
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
