package dev.standfirst.delivery;

import dev.standfirst.bounce.Bounces;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Records what became of claimed rows, many in one transaction, together with what a refusal means for a person, and
 * holds the rule that nobody is mailed too often.
 */
@Repository
class Settling {

    private static final Logger log = LoggerFactory.getLogger(Settling.class);
    private static final int REPLY_LENGTH = 1000;

    private static final String SETTLE = """
            update delivery set state = ?, reply = ?, due_at = ?, attempts = attempts + ?, doubts = doubts + ?,
                   changed_at = ?
            where id = ? and state = 'CLAIMED' and owner = ? and subscriber_id is not null
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionOperations transactions;
    private final LedgerCounts counts;
    private final Bounces bounces;
    private final Clock clock;

    Settling(
            JdbcClient jdbc,
            JdbcTemplate batches,
            TransactionOperations transactions,
            LedgerCounts counts,
            Bounces bounces,
            Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.transactions = transactions;
        this.counts = counts;
        this.bounces = bounces;
        this.clock = clock;
    }

    /**
     * Settles rows of an edition that {@code owner} claimed. A row that is somebody else's by now is left alone.
     *
     * @return the counts after it
     * @throws TooManyMailsException if servers took more mails of this edition than there are people; what is settled
     *     by then stays so
     */
    LedgerCounts.Kept settle(long edition, String owner, List<Settlement> settlements) {
        LedgerCounts.Kept kept = transactions.execute(status -> {
            LedgerCounts.Changes changes = new LedgerCounts.Changes();
            int[] updated = batches.batchUpdate(
                    SETTLE,
                    settlements.stream().map(one -> values(one, owner)).toList());
            for (int i = 0; i < updated.length; i++) {
                record(settlements.get(i), updated[i] != 0, owner, changes);
            }
            counts.add(edition, changes);
            return counts.of(edition);
        });
        if (kept.isTooMany()) {
            throw new TooManyMailsException(kept.taken(), kept.rows().audience(), kept.repeats());
        }
        return kept;
    }

    private void record(Settlement settlement, boolean settled, String owner, LedgerCounts.Changes changes) {
        if (settled) {
            changes.move(DeliveryState.CLAIMED, settlement.state(), 1);
            changes.repeats(settlement.repeats() ? 1 : 0);
            changes.taken(settlement.taken() ? 1 : 0);
        } else {
            settleErased(settlement, owner, changes);
        }
        if (settled && settlement.state() == DeliveryState.FAILED) {
            bounces.refused(settlement.id(), settlement.reply());
        }
    }

    /**
     * Where the person was erased meanwhile, the answer is not kept, since it can tell the address, and nothing is
     * tried again.
     */
    private void settleErased(Settlement settlement, String owner, LedgerCounts.Changes changes) {
        boolean again = settlement.state() == DeliveryState.PENDING || settlement.state() == DeliveryState.RETRY;
        DeliveryState state = again ? DeliveryState.SUPPRESSED : settlement.state();
        int rows = jdbc.sql("update delivery set state = :state, reply = '', attempts = attempts + :attempts,"
                        + " changed_at = :now where id = :id and state = 'CLAIMED' and owner = :owner")
                .param("state", state.name())
                .param("attempts", settlement.attempts())
                .param("now", utc(clock.instant()))
                .param("id", settlement.id())
                .param("owner", owner)
                .update();
        changes.move(DeliveryState.CLAIMED, state, rows);
        if (rows == 1 || !isSettledSo(settlement)) {
            changes.taken(settlement.taken() ? 1 : 0);
        }
        if (rows == 0) {
            log.warn("row {} of the ledger is not in this run's hand any more: {}", settlement.id(), settlement.state());
        }
    }

    /** Whether a row was settled the same way before: by a commit whose confirmation was lost. */
    private boolean isSettledSo(Settlement settlement) {
        return jdbc.sql("select 1 from delivery where id = ? and state = ? and reply = ?")
                .params(settlement.id(), settlement.state().name(), cut(settlement.reply()))
                .query((row, number) -> row.getInt(1))
                .optional()
                .isPresent();
    }

    private Object[] values(Settlement one, String owner) {
        return new Object[] {
            one.state().name(),
            cut(one.reply()),
            utc(one.due()),
            one.attempts(),
            one.doubts(),
            utc(clock.instant()),
            one.id(),
            owner
        };
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static String cut(String reply) {
        return reply.length() <= REPLY_LENGTH ? reply : reply.substring(0, REPLY_LENGTH);
    }
}
