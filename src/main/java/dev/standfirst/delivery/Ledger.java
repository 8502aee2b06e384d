package dev.standfirst.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The truth about sending: one row an edition and subscriber. Batch metadata is only progress.
 *
 * <p>The {@link Audience} is frozen once. A row is mailed when it is due: it is claimed, with others, in a transaction
 * of its own ({@link DueRows}), handed over by a {@link Connection} that writes down what it does in its
 * {@link Journal}, and settled, with others, when a server answered ({@link Settling}). What a process that dies left
 * in its hand is found out by {@link Recovery}: only a mail whose final dot was on its way is in {@code DOUBT}.
 */
@Repository
public class Ledger {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final LedgerCounts counts;
    private final Clock clock;

    Ledger(JdbcClient jdbc, TransactionOperations transactions, LedgerCounts counts, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.counts = counts;
        this.clock = clock;
    }

    /** The rows of an edition, counted by state: quick, however many there are. */
    public DeliveryCounts counts(long editionId) {
        return counts.of(editionId).rows();
    }

    /** The rows of all editions that were composed since a moment, counted by state. */
    public DeliveryCounts countsSince(Instant moment) {
        return counts.since(moment);
    }

    /**
     * The rows of an edition in one state, for people.
     *
     * @param limit at most this many, in the order of the audience
     */
    public List<LedgerLine> lines(long editionId, DeliveryState state, int limit) {
        return jdbc.sql("""
                select u.address, d.reply, d.attempts from delivery d join subscriber u on u.id = d.subscriber_id
                where d.edition_id = :edition and d.state = :state order by d.id limit :limit
                """)
                .param("edition", editionId)
                .param("state", state.name())
                .param("limit", limit)
                .query((row, number) ->
                        new LedgerLine(row.getString("address"), state, row.getInt("attempts"), row.getString("reply")))
                .list();
    }

    /**
     * Forgets who gets an edition, so that it can be frozen anew. Joins the caller's transaction.
     *
     * @throws IllegalStateException where a mail of it has left, or is leaving
     */
    public void thaw(long edition) {
        if (jdbc.sql("select 1 from delivery where edition_id = ? and state not in ('PENDING', 'SUPPRESSED') limit 1")
                .param(edition)
                .query((row, number) -> row.getInt(1))
                .optional()
                .isPresent()) {
            throw new IllegalStateException("mails of edition %d have left".formatted(edition));
        }
        jdbc.sql("delete from delivery where edition_id = ?").param(edition).update();
    }

    /**
     * The rows of an edition that are due, for a run that mails them.
     *
     * @param owner who claims them, as the ledger keeps it
     */
    DueRows due(long editionId, String owner) {
        return new DueRows(jdbc, transactions, counts, clock, editionId, owner);
    }

    /**
     * Those for whom the edition is due later, or became due a moment ago.
     *
     * @return empty where nobody waits
     */
    public Optional<Rest> rest(long editionId) {
        DeliveryCounts rows = counts(editionId);
        long waiting = rows.of(DeliveryState.PENDING) + rows.of(DeliveryState.RETRY);
        return waiting == 0
                ? Optional.empty()
                : firstDue(editionId, Instant.EPOCH).map(next -> new Rest(waiting, rows.of(DeliveryState.RETRY), next));
    }

    /** For how many the edition is due later than now. */
    public long later(long editionId) {
        return jdbc.sql("""
                select count(*) from delivery
                where edition_id = :edition and state in ('PENDING', 'RETRY') and due_at > :now
                """)
                .param("edition", editionId)
                .param("now", now())
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /** Whether somebody's mail can go out now: a row is due and not settled. */
    public boolean isDue(long editionId) {
        DeliveryCounts rows = counts(editionId);
        return rows.of(DeliveryState.CLAIMED) > 0 || (rows.open() > 0 && isPast(firstDue(editionId, Instant.EPOCH)));
    }

    /** Whether a row waits that is due, in nobody's hand. */
    boolean isWaiting(long editionId) {
        return isPast(nextDue(editionId, Instant.EPOCH));
    }

    /** When the first of those are due who are due at a moment or after it, and whose mail waits. */
    public Optional<Instant> nextDue(long editionId, Instant from) {
        return counts(editionId).open() == 0 ? Optional.empty() : firstDue(editionId, from);
    }

    /** As {@link #nextDue}, for whoever knows that the edition has open rows; else it looks at all of them in vain. */
    private Optional<Instant> firstDue(long editionId, Instant from) {
        return jdbc.sql("""
                select due_at from delivery
                where edition_id = :edition and state in ('PENDING', 'RETRY') and due_at >= :from
                order by due_at limit 1
                """)
                .param("edition", editionId)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    private boolean isPast(Optional<Instant> due) {
        return due.filter(moment -> !moment.isAfter(clock.instant())).isPresent();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
