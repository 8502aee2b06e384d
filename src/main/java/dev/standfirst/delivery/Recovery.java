package dev.standfirst.delivery;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What a run that died left behind. Its journals tell which of the mails in its hand were taken, which were not begun,
 * and which were on their way: those alone are in doubt. Where the journals are on another machine, or the machine
 * itself went down, every row that was in hand is.
 *
 * <p>Call it only while holding the edition's lease, which says that no other run of it lives.
 */
@Component
class Recovery {

    private static final int TOGETHER = 500;
    private static final String DIED = "the program ended while this mail was being handed over";
    private static final String UNKNOWN = "the program ended, and what it was doing then is not known here";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Settling settling;
    private final LedgerCounts counts;
    private final Journals journals;
    private final Clock clock;

    Recovery(
            JdbcClient jdbc,
            TransactionOperations transactions,
            Settling settling,
            LedgerCounts counts,
            Journals journals,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.settling = settling;
        this.counts = counts;
        this.journals = journals;
        this.clock = clock;
    }

    /**
     * Brings the ledger of an edition up to what is known.
     *
     * @return how many mails are in doubt by it, whether they are sent again or not
     */
    int recover(long edition, Terms terms) {
        Map<String, Journals.Left> left = journals.left(edition);
        if (left.isEmpty() && !isInHand(edition)) {
            return 0;
        }
        left.values().forEach(run -> takeUp(edition, run));
        int doubtful = settleClaimed(edition, left, terms, "");
        journals.delete(edition);
        return doubtful;
    }

    /** Nothing of an edition is left to send: what its journals tell of people is not kept. */
    void forget(long edition) {
        journals.delete(edition);
    }

    /**
     * The same while a run goes on, for rows that others hold: a run that was halted may have claimed them before it
     * knew that it had lost the edition.
     *
     * @param self who goes on
     * @return whether there were any
     */
    boolean recoverOthers(long edition, Terms terms, String self) {
        long before = counts.of(edition).rows().of(DeliveryState.CLAIMED);
        settleClaimed(edition, journals.left(edition), terms, self);
        return counts.of(edition).rows().of(DeliveryState.CLAIMED) < before;
    }

    /** Whether rows are claimed, by whomever. */
    boolean isInHand(long edition) {
        return counts.of(edition).rows().of(DeliveryState.CLAIMED) > 0;
    }

    /** Settles what is claimed, but for what one owner holds; tells how many are in doubt by it. */
    private int settleClaimed(long edition, Map<String, Journals.Left> left, Terms terms, String except) {
        int doubtful = 0;
        for (Map.Entry<String, List<Waiting>> rows : claimed(edition).entrySet()) {
            if (!rows.getKey().equals(except)) {
                List<Settlement> settlements = rows.getValue().stream()
                        .map(row -> judge(row, Optional.ofNullable(left.get(rows.getKey())), terms))
                        .toList();
                settle(edition, rows.getKey(), settlements);
                doubtful += (int)
                        settlements.stream().filter(one -> one.doubts() > 0).count();
            }
        }
        return doubtful;
    }

    /**
     * What a journal says counts for rows, too, that wait again: their claim was lost with the machine, or another one
     * put them in doubt meanwhile. Nothing is taken from a row that is settled.
     */
    private void takeUp(long edition, Journals.Left run) {
        Map<Integer, List<Long>> told = new TreeMap<>();
        run.mails().forEach((id, said) -> {
            if (said.mayHaveArrived()) {
                told.computeIfAbsent(said.newTo(), attempts -> new ArrayList<>())
                        .add(id);
            }
        });
        told.forEach((attempts, ids) -> {
            for (int i = 0; i < ids.size(); i += TOGETHER) {
                takeUp(edition, run.owner(), attempts, ids.subList(i, Math.min(ids.size(), i + TOGETHER)));
            }
        });
    }

    /**
     * Rows that know of it already are left alone.
     *
     * @param attempts of rows that do not, at most
     */
    private void takeUp(long edition, String owner, int attempts, List<Long> ids) {
        transactions.executeWithoutResult(status -> {
            for (DeliveryState state : List.of(DeliveryState.PENDING, DeliveryState.RETRY, DeliveryState.DOUBT)) {
                int rows = jdbc.sql("update delivery set state = 'CLAIMED', owner = :owner where id in (:ids)"
                                + " and state = :state and attempts <= :attempts and subscriber_id is not null")
                        .param("owner", owner)
                        .param("ids", ids)
                        .param("state", state.name())
                        .param("attempts", attempts)
                        .update();
                counts.move(edition, state, DeliveryState.CLAIMED, rows);
            }
        });
    }

    private Settlement judge(Waiting row, Optional<Journals.Left> run, Terms terms) {
        Optional<Journals.Said> said = run.flatMap(
                        left -> Optional.ofNullable(left.mails().get(row.id())))
                .filter(last -> row.attempts() <= last.newTo());
        if (said.isPresent()) {
            return said.get().result().orElseGet(() -> terms.doubtful(row, DIED, clock.instant()));
        }
        return run.filter(Journals.Left::sameBoot).isPresent()
                ? Settlement.back(row)
                : terms.doubtful(row, UNKNOWN, clock.instant());
    }

    private Map<String, List<Waiting>> claimed(long edition) {
        Map<String, List<Waiting>> rows = new LinkedHashMap<>();
        jdbc.sql("""
                select d.id, d.owner, d.due_at, d.attempts, d.doubts, d.tries_from from delivery d
                where d.edition_id = ? and d.state = 'CLAIMED' order by d.id
                """).param(edition).query(row -> {
            rows.computeIfAbsent(row.getString("owner"), owner -> new ArrayList<>())
                    .add(Readers.waiting(row));
        });
        return rows;
    }

    /**
     * Gives rows back that a run holds by the ledger, and does not know of: their claim was committed, and the database
     * went away before it could say so.
     *
     * @return how many
     */
    int giveBackLost(long edition, String owner) {
        if (!isInHand(edition)) {
            return 0;
        }
        List<Settlement> lost = claimed(edition).getOrDefault(owner, List.of()).stream()
                .map(Settlement::back)
                .toList();
        settle(edition, owner, lost);
        return lost.size();
    }

    private void settle(long edition, String owner, List<Settlement> settlements) {
        for (int i = 0; i < settlements.size(); i += TOGETHER) {
            settling.settle(edition, owner, settlements.subList(i, Math.min(settlements.size(), i + TOGETHER)));
        }
    }
}
