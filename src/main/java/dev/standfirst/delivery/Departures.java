package dev.standfirst.delivery;

import dev.standfirst.subscriber.Leaving;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Who leaves, is erased, or must not be mailed is not mailed any more, from the moment that somebody is told so. Rows
 * that wait are closed with the leaving itself, and wait again when it is taken back. A row that a run has in hand
 * cannot be: the run looks a few times a second for those who left, so the answer waits for it, a moment at most. A
 * mail that is being handed over in that moment has gone.
 */
@Component
class Departures implements Leaving {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration GLANCE = Duration.ofMillis(50);

    /** Why a row is closed, in the ledger's words. */
    static final String LEFT = "left before it went out";

    /** Another reason. */
    static final String STOPPED = "put among those who are never mailed, before it went out";

    private final JdbcClient jdbc;
    private final LedgerCounts counts;
    private final Clock clock;

    Departures(JdbcClient jdbc, LedgerCounts counts, Clock clock) {
        this.jdbc = jdbc;
        this.counts = counts;
        this.clock = clock;
    }

    @Override
    public void left(long subscription) {
        stop("d.subscription_id = :who", subscription, LEFT);
    }

    @Override
    public void takenBack(long subscription) {
        reopen("d.subscription_id = :who", subscription, LEFT);
    }

    @Override
    public void stopped(long subscriber) {
        stop("d.subscriber_id = :who", subscriber, STOPPED);
    }

    @Override
    public void released(long subscriber) {
        reopen("d.subscriber_id = :who", subscriber, STOPPED);
    }

    /**
     * Closes rows that wait. What is in hand is waited for, a moment at most, once the caller's transaction has ended,
     * which it joins.
     *
     * @param whose condition on {@code d} with {@code :who}
     * @param reason why, for people
     */
    void stop(String whose, long who, String reason) {
        close(whose, who, reason);
        List<Long> rows = inHand(whose, who);
        if (!rows.isEmpty() && TransactionSynchronizationManager.isSynchronizationActive()) {
            hands().add(rows);
        }
    }

    /** Many may leave in one transaction: what is in hand for all of them is waited for together. */
    private Hands hands() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Hands.class::isInstance)
                .map(Hands.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    Hands hands = new Hands();
                    TransactionSynchronizationManager.registerSynchronization(hands);
                    return hands;
                });
    }

    /** Rows that a run had in hand for people who left in one transaction. */
    private final class Hands implements TransactionSynchronization {

        private final List<Long> rows = new ArrayList<>();

        void add(List<Long> more) {
            rows.addAll(more);
        }

        @Override
        public void afterCommit() {
            awaitHand(rows);
        }
    }

    private void close(String whose, long who, String reason) {
        jdbc.sql("select d.id, d.edition_id, d.state from delivery d where d.state in" + " ('PENDING', 'RETRY') and "
                        + whose + " order by d.id")
                .param("who", who)
                .query(Departures::open)
                .list()
                .forEach(row -> move(row, row.state(), DeliveryState.SUPPRESSED, reason));
    }

    /** What was closed for a reason waits again, as far as its edition is not finished. */
    private void reopen(String whose, long who, String reason) {
        jdbc.sql("select d.id, d.edition_id,"
                        + " case when d.attempts = 0 then 'PENDING' else 'RETRY' end as state"
                        + " from delivery d join edition e on e.id = d.edition_id where " + whose
                        + " and d.state = 'SUPPRESSED' and d.reply = :reason and e.completed_at is null order by d.id")
                .param("who", who)
                .param("reason", reason)
                .query(Departures::open)
                .list()
                .forEach(row -> move(row, DeliveryState.SUPPRESSED, row.state(), ""));
    }

    /** Moves a row, unless somebody else moved it meanwhile. */
    private void move(Open row, DeliveryState from, DeliveryState to, String reply) {
        int moved = jdbc.sql("update delivery set state = :to, reply = :reply, changed_at = :now"
                        + " where id = :id and state = :from")
                .param("to", to.name())
                .param("reply", reply)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", row.id())
                .param("from", from.name())
                .update();
        counts.move(row.edition(), from, to, moved);
    }

    /**
     * A row that is closed or opened.
     *
     * @param state in which it waits before the one, or after the other
     */
    private record Open(long id, long edition, DeliveryState state) {}

    private static Open open(ResultSet row, int number) throws SQLException {
        return new Open(row.getLong("id"), row.getLong("edition_id"), DeliveryState.valueOf(row.getString("state")));
    }

    private void awaitHand(List<Long> rows) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (isInHand(rows) && System.nanoTime() < end) {
                Thread.sleep(GLANCE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Long> inHand(String whose, long who) {
        return jdbc.sql("select d.id from delivery d where d.state = 'CLAIMED' and " + whose)
                .param("who", who)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private boolean isInHand(List<Long> rows) {
        return jdbc.sql("select 1 from delivery where id in (:rows) and state = 'CLAIMED' limit 1")
                .param("rows", rows)
                .query((row, number) -> row.getInt(1))
                .optional()
                .isPresent();
    }
}
