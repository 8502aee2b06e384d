package dev.standfirst.delivery;

import dev.standfirst.subscriber.Suppressions;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Rows that wait once more because somebody said so: those that were refused, and those of which nobody knows whether
 * they arrived. A mail that the server took is never repeated; nor is one for somebody who left, was erased, or is
 * among those who are never mailed.
 */
@Repository
public class Repeats {

    /** What can be tried again. */
    private static final Set<DeliveryState> REPEATABLE = EnumSet.of(DeliveryState.FAILED, DeliveryState.DOUBT);

    private static final String THOSE = """
            edition_id = :edition and state in (:states)
              and exists (select 1 from subscription s join subscriber u on u.id = s.subscriber_id
                          where s.id = delivery.subscription_id and s.status = 'CONFIRMED' and
            """ + Suppressions.NOT_SUPPRESSED + ")";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final LedgerCounts counts;
    private final Clock clock;

    Repeats(JdbcClient jdbc, TransactionOperations transactions, LedgerCounts counts, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.counts = counts;
        this.clock = clock;
    }

    /** How many rows would wait again. */
    public long count(long editionId, Set<DeliveryState> states) {
        return jdbc.sql("select count(*) from delivery where " + THOSE)
                .param("edition", editionId)
                .param("states", names(states))
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /**
     * Has rows wait again, due at once, with the same Message-ID and the same bytes. Call it only while holding the
     * edition's lease.
     *
     * @param states {@link DeliveryState#FAILED}, {@link DeliveryState#DOUBT}, or both
     * @return how many
     */
    public long repeat(long editionId, Set<DeliveryState> states) {
        names(states);
        Long rows = transactions.execute(status -> {
            LedgerCounts.Changes changes = new LedgerCounts.Changes();
            long repeated = states.stream()
                    .mapToLong(state -> repeat(editionId, state, changes))
                    .sum();
            counts.add(editionId, changes);
            return repeated;
        });
        return rows == null ? 0 : rows;
    }

    /** A mail in doubt may have been taken, so one more than there are people may be from now on. */
    private long repeat(long editionId, DeliveryState state, LedgerCounts.Changes changes) {
        int rows = jdbc.sql(
                        "update delivery set state = 'RETRY', changed_at = :now, due_at = :now, tries_from = null where "
                                + THOSE)
                .param("now", now())
                .param("edition", editionId)
                .param("states", List.of(state.name()))
                .update();
        changes.move(state, DeliveryState.RETRY, rows);
        changes.repeats(state == DeliveryState.DOUBT ? rows : 0);
        return rows;
    }

    /**
     * Rows that were refused wait again, since the server refused everybody.
     *
     * @param ids rows, of this edition or others
     */
    void forgive(long editionId, List<Long> ids) {
        transactions.executeWithoutResult(status -> {
            int rows = jdbc.sql("update delivery set state = 'RETRY', changed_at = :now, due_at = :now"
                            + " where edition_id = :edition and id in (:ids) and state = 'FAILED'"
                            + " and subscriber_id is not null")
                    .param("now", now())
                    .param("edition", editionId)
                    .param("ids", ids)
                    .update();
            counts.move(editionId, DeliveryState.FAILED, DeliveryState.RETRY, rows);
        });
    }

    private static List<String> names(Set<DeliveryState> states) {
        if (!REPEATABLE.containsAll(states)) {
            throw new IllegalArgumentException("cannot be tried again: " + states);
        }
        return states.stream().map(Enum::name).toList();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
