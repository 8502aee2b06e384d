package dev.standfirst.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The rows of one edition that are due, claimed batch by batch in the order of their turn: by the moment they are due,
 * then as the audience was frozen. A batch is claimed in one transaction, and who left, paused, or must not be mailed
 * since the audience was frozen is closed by it. Used by one thread.
 */
final class DueRows {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final LedgerCounts counts;
    private final Clock clock;
    private final long edition;
    private final String owner;
    private Optional<Instant> due = Optional.empty();
    private Instant last = Instant.MIN;
    private long after;

    /**
     * Makes them.
     *
     * @param edition whose rows
     * @param owner who claims them, as the ledger keeps it
     */
    DueRows(
            JdbcClient jdbc,
            TransactionOperations transactions,
            LedgerCounts counts,
            Clock clock,
            long edition,
            String owner) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.counts = counts;
        this.clock = clock;
        this.edition = edition;
        this.owner = owner;
        restart();
    }

    /** Begins again with the first row that is due: some were passed over, or came back. */
    void restart() {
        due = firstDue();
        after = 0;
    }

    /** Goes on with what became due since: what lay behind was all looked at. */
    void resume() {
        if (due.isEmpty()) {
            due = last.equals(Instant.MIN) ? firstDue() : dueAfter(last);
            after = 0;
        }
    }

    /**
     * Claims the next rows.
     *
     * @param most how many at most
     * @param resting domains whose mails wait; their rows are passed over
     * @return those that are ours now; empty where none that is due lies ahead
     */
    List<Claimed> claim(int most, Set<String> resting) {
        while (due.isPresent()) {
            last = due.get();
            Batch batch = claimOf(last, most, resting);
            if (batch.looked() == 0) {
                due = dueAfter(due.get());
                after = 0;
            } else if (!batch.ours().isEmpty()) {
                return batch.ours();
            }
        }
        return List.of();
    }

    private Batch claimOf(Instant moment, int most, Set<String> resting) {
        Batch batch = transactions.execute(status -> {
            Found found = find(moment, most, resting);
            List<Claimed> ours = take(found.mailable());
            counts.add(edition, close(found.closed(), claims(ours, found.states())));
            return new Batch(found.looked(), found.last(), ours);
        });
        after = batch.last();
        return batch;
    }

    /**
     * Of one moment, so that an index finds the place where the last batch ended. PostgreSQL needs to be told that
     * twice to expect few rows, and H2 that the order is the index's.
     */
    private Found find(Instant moment, int most, Set<String> resting) {
        Found found = new Found(after);
        Instant now = clock.instant();
        jdbc.sql(Readers.SELECT + """
                where d.edition_id = :edition and d.due_at = :due and d.id > :after and (d.due_at, d.id) > (:due, :after)
                  and d.state in ('PENDING', 'RETRY')
                """
                        + (resting.isEmpty() ? "" : " and (u.domain is null or u.domain not in (:resting)) ") + """
                order by d.edition_id, d.due_at, d.id limit :most
                """)
                .param("edition", edition)
                .param("due", utc(moment))
                .param("after", after)
                .param("resting", resting)
                .param("most", most)
                .query(row -> {
                    Waiting.Verdict verdict = Readers.verdict(row, now);
                    found.add(verdict, verdict.reason() == null ? Optional.of(Readers.claimed(row)) : Optional.empty());
                });
        return found;
    }

    /** Claims rows; who was closed by somebody else since they were read is not among the result. */
    private List<Claimed> take(List<Claimed> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        Long[] ids = rows.stream().map(Claimed::id).toArray(Long[]::new);
        int taken = jdbc.sql("update delivery set state = 'CLAIMED', owner = ?, changed_at = ?"
                        + " where id = any(?) and state in ('PENDING', 'RETRY')")
                .params(owner, utc(clock.instant()), ids)
                .update();
        if (taken == rows.size()) {
            return rows;
        }
        Set<Long> ours =
                new HashSet<>(jdbc.sql("select id from delivery where id = any(?) and state = 'CLAIMED' and owner = ?")
                        .params(ids, owner)
                        .query((row, number) -> row.getLong(1))
                        .list());
        return rows.stream().filter(row -> ours.contains(row.id())).toList();
    }

    private static LedgerCounts.Changes claims(List<Claimed> ours, Map<Long, DeliveryState> states) {
        LedgerCounts.Changes changes = new LedgerCounts.Changes();
        ours.forEach(
                row -> changes.move(states.getOrDefault(row.id(), DeliveryState.PENDING), DeliveryState.CLAIMED, 1));
        return changes;
    }

    private LedgerCounts.Changes close(List<Waiting.Verdict> closed, LedgerCounts.Changes changes) {
        for (Waiting.Verdict row : closed) {
            int rows = jdbc.sql("update delivery set state = 'SUPPRESSED', reply = :reason, changed_at = :now"
                            + " where id = :id and state = :state")
                    .param("reason", String.valueOf(row.reason()))
                    .param("now", utc(clock.instant()))
                    .param("id", row.id())
                    .param("state", row.from().name())
                    .update();
            changes.move(row.from(), DeliveryState.SUPPRESSED, rows);
        }
        return changes;
    }

    /**
     * Of rows that wait in hand, those that may not be mailed any more, with the reason. They are still claimed.
     *
     * @param rows at most a few thousand
     */
    List<Waiting.Verdict> gone(Collection<Claimed> rows) {
        Instant now = clock.instant();
        List<Waiting.Verdict> gone = new ArrayList<>();
        if (!rows.isEmpty()) {
            jdbc.sql(Readers.SELECT + " where d.id = any(?)")
                    .param(rows.stream().map(Claimed::id).toArray(Long[]::new))
                    .query(row -> {
                        Waiting.Verdict verdict = Readers.verdict(row, now);
                        if (verdict.reason() != null) {
                            gone.add(verdict);
                        }
                    });
        }
        return gone;
    }

    private Optional<Instant> firstDue() {
        return moment("select min(due_at) from delivery where edition_id = :edition and due_at <= :now");
    }

    private Optional<Instant> dueAfter(Instant moment) {
        return moment(
                "select min(due_at) from delivery where edition_id = :edition and due_at > :moment and due_at <= :now",
                moment);
    }

    private Optional<Instant> moment(String sql) {
        return moment(sql, Instant.EPOCH);
    }

    private Optional<Instant> moment(String sql, Instant moment) {
        return jdbc.sql(sql)
                .param("edition", edition)
                .param("moment", utc(moment))
                .param("now", utc(clock.instant()))
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Batch(int looked, long last, List<Claimed> ours) {}

    /** Rows that were read. */
    private static final class Found {

        private final List<Claimed> mailable = new ArrayList<>();
        private final List<Waiting.Verdict> closed = new ArrayList<>();
        private final Map<Long, DeliveryState> states = new HashMap<>();
        private long last;

        Found(long last) {
            this.last = last;
        }

        void add(Waiting.Verdict verdict, Optional<Claimed> row) {
            last = verdict.id();
            states.put(verdict.id(), verdict.from());
            row.ifPresentOrElse(mailable::add, () -> closed.add(verdict));
        }

        int looked() {
            return mailable.size() + closed.size();
        }

        long last() {
            return last;
        }

        List<Claimed> mailable() {
            return mailable;
        }

        List<Waiting.Verdict> closed() {
            return closed;
        }

        Map<Long, DeliveryState> states() {
            return states;
        }
    }
}
