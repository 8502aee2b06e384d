package dev.standfirst.delivery;

import dev.standfirst.subscriber.Race;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How many rows of an edition are in each state, kept in the transaction that changes them: nobody counts a million
 * rows to say how far a run is. Beside them stand the mails that servers took, for the one rule that holds always:
 * never more than there are people, but for those mails that were repeated because nobody knew whether they arrived.
 */
@Repository
class LedgerCounts {

    private final JdbcClient jdbc;
    private final Race race;

    LedgerCounts(JdbcClient jdbc, Race race) {
        this.jdbc = jdbc;
        this.race = race;
    }

    /**
     * What is kept of an edition.
     *
     * @param rows by state
     * @param taken mails that servers took
     * @param repeats mails that may be sent though one like it may have been taken
     */
    record Kept(DeliveryCounts rows, long taken, long repeats) {

        /** Whether more mails were taken than there are people to get one. */
        boolean isTooMany() {
            return taken > rows.audience() + repeats;
        }
    }

    /** The counts of an edition; all nothing where it has no rows. */
    Kept of(long edition) {
        return find(edition).orElseGet(() -> {
            begin(edition);
            return find(edition).orElseThrow();
        });
    }

    /** Those of all editions that were composed since a moment together. */
    DeliveryCounts since(Instant moment) {
        String sums = Stream.of(DeliveryState.values())
                .map(state -> "coalesce(sum(c.%1$s), 0) as %1$s".formatted(column(state)))
                .collect(Collectors.joining(", "));
        return jdbc.sql("select " + sums + " from edition e join delivery_count c on c.edition_id = e.id"
                        + " where e.composed_at > ?")
                .param(moment.atOffset(ZoneOffset.UTC))
                .query((row, number) -> rows(row))
                .single();
    }

    /** Counts the rows of an edition, and keeps that from now on. Joins the caller's transaction. */
    void begin(long edition) {
        jdbc.sql("delete from delivery_count where edition_id = ?")
                .param(edition)
                .update();
        race.insert(jdbc.sql("""
                insert into delivery_count (edition_id, pending, claimed, sent, retry, failed, suppressed, doubt, taken)
                select e.id,
                       coalesce(sum(case when d.state = 'PENDING' then 1 else 0 end), 0),
                       coalesce(sum(case when d.state = 'CLAIMED' then 1 else 0 end), 0),
                       coalesce(sum(case when d.state = 'SENT' then 1 else 0 end), 0),
                       coalesce(sum(case when d.state = 'RETRY' then 1 else 0 end), 0),
                       coalesce(sum(case when d.state = 'FAILED' then 1 else 0 end), 0),
                       coalesce(sum(case when d.state = 'SUPPRESSED' then 1 else 0 end), 0),
                       coalesce(sum(case when d.state = 'DOUBT' then 1 else 0 end), 0),
                       coalesce(sum(case when d.state = 'SENT' then 1 else 0 end), 0)
                from edition e left join delivery d on d.edition_id = e.id where e.id = ? group by e.id
                """).param(edition));
    }

    /** Rows came from one state into another. Joins the caller's transaction. */
    void move(long edition, DeliveryState from, DeliveryState to, long rows) {
        Changes changes = new Changes();
        changes.move(from, to, rows);
        add(edition, changes);
    }

    /** Keeps changes. Joins the caller's transaction, and holds the row of the edition until its end. */
    void add(long edition, Changes changes) {
        if (changes.isEmpty()) {
            return;
        }
        JdbcClient.StatementSpec update = jdbc.sql("""
                update delivery_count set pending = pending + :pending, claimed = claimed + :claimed,
                       sent = sent + :sent, retry = retry + :retry, failed = failed + :failed,
                       suppressed = suppressed + :suppressed, doubt = doubt + :doubt,
                       taken = taken + :taken, repeats = repeats + :repeats
                where edition_id = :edition
                """)
                .param("edition", edition)
                .param("taken", changes.taken)
                .param("repeats", changes.repeats);
        for (DeliveryState state : DeliveryState.values()) {
            update = update.param(column(state), changes.byState.getOrDefault(state, 0L));
        }
        if (update.update() == 0) {
            begin(edition);
        }
    }

    /** Changes of one transaction. */
    static final class Changes {

        private final Map<DeliveryState, Long> byState = new EnumMap<>(DeliveryState.class);
        private long taken;
        private long repeats;

        void move(DeliveryState from, DeliveryState to, long rows) {
            byState.merge(from, -rows, Long::sum);
            byState.merge(to, rows, Long::sum);
        }

        /** Servers took mails. */
        void taken(long mails) {
            taken += mails;
        }

        /** Mails that may have arrived are sent once more. */
        void repeats(long mails) {
            repeats += mails;
        }

        private boolean isEmpty() {
            return taken == 0 && repeats == 0 && byState.values().stream().allMatch(rows -> rows == 0);
        }
    }

    private Optional<Kept> find(long edition) {
        return jdbc.sql("select * from delivery_count where edition_id = ?")
                .param(edition)
                .query(LedgerCounts::kept)
                .optional();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(rows(row), row.getLong("taken"), row.getLong("repeats"));
    }

    private static DeliveryCounts rows(ResultSet row) throws SQLException {
        Map<DeliveryState, Long> rows = new EnumMap<>(DeliveryState.class);
        for (DeliveryState state : DeliveryState.values()) {
            rows.put(state, row.getLong(column(state)));
        }
        return new DeliveryCounts(rows);
    }

    /** The column of a state has its name. */
    private static String column(DeliveryState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
