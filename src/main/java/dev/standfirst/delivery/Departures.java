package dev.standfirst.delivery;

import dev.standfirst.subscriber.Leaving;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Who leaves is not mailed any more, from the moment that the person is told so. Rows that wait are closed with the
 * leaving itself. A row that a run has in hand cannot be: the run looks a few times a second for those who left, so the
 * answer waits for it, a moment at most. A mail that is being handed over in that moment has gone.
 */
@Component
class Departures implements Leaving {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration GLANCE = Duration.ofMillis(50);

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
        close("d.subscription_id = :who", subscription, "left before it went out");
        if (isInHand(subscription) && TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    awaitHand(subscription);
                }
            });
        }
    }

    /**
     * Closes rows that wait. Joins the caller's transaction.
     *
     * @param whose condition on {@code d} with {@code :who}
     * @param reason why, for people
     */
    void close(String whose, long who, String reason) {
        List<Open> rows = jdbc.sql("select d.id, d.edition_id, d.state from delivery d where d.state in"
                        + " ('PENDING', 'RETRY') and " + whose + " order by d.id")
                .param("who", who)
                .query((row, number) -> new Open(
                        row.getLong("id"), row.getLong("edition_id"), DeliveryState.valueOf(row.getString("state"))))
                .list();
        for (Open row : rows) {
            int closed = jdbc.sql("update delivery set state = 'SUPPRESSED', reply = :reason, changed_at = :now"
                            + " where id = :id and state = :state")
                    .param("reason", reason)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("id", row.id())
                    .param("state", row.state().name())
                    .update();
            counts.move(row.edition(), row.state(), DeliveryState.SUPPRESSED, closed);
        }
    }

    private record Open(long id, long edition, DeliveryState state) {}

    private void awaitHand(long subscription) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (isInHand(subscription) && System.nanoTime() < end) {
                Thread.sleep(GLANCE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isInHand(long subscription) {
        return jdbc.sql("select 1 from delivery where subscription_id = ? and state = 'CLAIMED' limit 1")
                .param(subscription)
                .query((row, number) -> row.getInt(1))
                .optional()
                .isPresent();
    }
}
