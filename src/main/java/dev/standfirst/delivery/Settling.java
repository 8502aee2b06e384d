package dev.standfirst.delivery;

import dev.standfirst.bounce.Bounces;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
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

    private static final String SETTLE_ALL = """
            merge into delivery d
            using (select v.id, v.state, v.reply, v.attempts, v.doubts
                   from unnest(?, ?, ?, ?, ?) as v(id, state, reply, attempts, doubts)) w
            on d.id = w.id and d.state = 'CLAIMED' and d.owner = ? and d.subscriber_id is not null
            when matched then update set state = w.state, reply = w.reply, attempts = d.attempts + w.attempts,
                   doubts = d.doubts + w.doubts, changed_at = ?
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
        if (!settlements.isEmpty() && !settleAll(edition, owner, settlements)) {
            settleOneByOne(edition, owner, settlements);
        }
        return hold(edition);
    }

    /**
     * Holds the rule.
     *
     * @return the counts
     * @throws TooManyMailsException if servers took more mails of an edition than there are people
     */
    LedgerCounts.Kept hold(long edition) {
        LedgerCounts.Kept kept = counts.of(edition);
        if (kept.isTooMany()) {
            throw new TooManyMailsException(kept.taken(), kept.rows().audience(), kept.repeats());
        }
        return kept;
    }

    /**
     * Settles all of them by one statement.
     *
     * @return false, and nothing is changed, where one is not in this run's hand any more or its person was erased
     */
    private boolean settleAll(long edition, String owner, List<Settlement> settlements) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            int settled = batches.update(SETTLE_ALL, statement -> fill(statement, owner, settlements));
            if (settled != settlements.size()) {
                status.setRollbackOnly();
                return false;
            }
            putOff(owner, settlements);
            LedgerCounts.Changes changes = new LedgerCounts.Changes();
            settlements.forEach(one -> record(one, changes));
            counts.add(edition, changes);
            return true;
        }));
    }

    private void fill(PreparedStatement to, String owner, List<Settlement> settlements) throws SQLException {
        setArray(to, 1, "bigint", settlements, Settlement::id);
        setArray(to, 2, "varchar", settlements, one -> one.state().name());
        setArray(to, 3, "varchar", settlements, one -> cut(one.reply()));
        setArray(to, 4, "integer", settlements, Settlement::attempts);
        setArray(to, 5, "integer", settlements, Settlement::doubts);
        to.setString(6, owner);
        to.setObject(7, utc(clock.instant()));
    }

    private static void setArray(
            PreparedStatement to, int place, String type, List<Settlement> settlements, Function<Settlement, Object> of)
            throws SQLException {
        to.setArray(
                place,
                to.getConnection()
                        .createArrayOf(type, settlements.stream().map(of).toArray()));
    }

    /** Rows that are tried again get another turn. */
    private void putOff(String owner, List<Settlement> settlements) {
        List<Object[]> again = settlements.stream()
                .filter(one -> one.state() == DeliveryState.RETRY)
                .map(one -> new Object[] {utc(one.due()), utc(clock.instant()), one.id(), owner})
                .toList();
        if (!again.isEmpty()) {
            batches.batchUpdate(
                    "update delivery set due_at = ?, tries_from = coalesce(tries_from, ?)"
                            + " where id = ? and owner = ? and state = 'RETRY'",
                    again);
        }
    }

    private void settleOneByOne(long edition, String owner, List<Settlement> settlements) {
        transactions.executeWithoutResult(status -> {
            LedgerCounts.Changes changes = new LedgerCounts.Changes();
            for (Settlement one : settlements) {
                if (batches.update(SETTLE_ALL, statement -> fill(statement, owner, List.of(one))) == 1) {
                    putOff(owner, List.of(one));
                    record(one, changes);
                } else {
                    settleErased(one, owner, changes);
                }
            }
            counts.add(edition, changes);
        });
    }

    private void record(Settlement settled, LedgerCounts.Changes changes) {
        changes.move(DeliveryState.CLAIMED, settled.state(), 1);
        changes.repeats(settled.repeats() ? 1 : 0);
        changes.taken(settled.taken() ? 1 : 0);
        if (settled.state() == DeliveryState.FAILED) {
            bounces.refused(settled.id(), settled.reply());
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
            log.warn(
                    "row {} of the ledger is not in this run's hand any more: {}", settlement.id(), settlement.state());
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

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static String cut(String reply) {
        return reply.length() <= REPLY_LENGTH ? reply : reply.substring(0, REPLY_LENGTH);
    }
}
