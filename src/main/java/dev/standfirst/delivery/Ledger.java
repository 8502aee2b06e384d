package dev.standfirst.delivery;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Suppressions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The truth about sending: one row an edition and subscriber. Batch metadata is only progress.
 *
 * <p>The audience is frozen once. A row is claimed, committed, before a byte of its mail goes out, and settled after
 * the server's reply; settling one row and claiming the next is one transaction, so at any moment at most one row a
 * worker is {@code CLAIMED}. A process that dies leaves that one row behind: it becomes {@code DOUBT}, never a second
 * mail.
 */
@Repository
public class Ledger {

    private static final int REPLY_LENGTH = 1000;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    Ledger(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Freezes the audience: a pending row for everybody who is confirmed on one of the lists and not suppressed, one
     * row a person. Nothing changes for rows that are there already. Joins the caller's transaction, so that an edition
     * and its audience appear together.
     *
     * @param lists names of the lists, the one that counts for people of several first
     * @return how many people the edition is for
     */
    public long freeze(long editionId, List<String> lists) {
        lists.forEach(list -> freeze(editionId, list));
        return counts(editionId).audience();
    }

    private void freeze(long editionId, String list) {
        jdbc.sql("""
                insert into delivery (edition_id, subscription_id, subscriber_id, state, changed_at)
                select :edition, s.id, s.subscriber_id, 'PENDING', :now
                from subscription s join list l on l.id = s.list_id join subscriber u on u.id = s.subscriber_id
                where l.name = :list and s.status = 'CONFIRMED'
                  and not exists (select 1 from delivery d
                                  where d.edition_id = :edition and d.subscriber_id = s.subscriber_id)
                  and
                """ + Suppressions.NOT_SUPPRESSED + " order by s.id")
                .param("edition", editionId)
                .param("list", list)
                .param("now", now())
                .update();
    }

    /** The rows of an edition, counted by state. */
    public DeliveryCounts counts(long editionId) {
        Map<DeliveryState, Long> byState = new EnumMap<>(DeliveryState.class);
        jdbc.sql("select state, count(*) from delivery where edition_id = ? group by state")
                .param(editionId)
                .query(row -> {
                    byState.put(DeliveryState.valueOf(row.getString(1)), row.getLong(2));
                });
        return new DeliveryCounts(byState);
    }

    /**
     * Rows that a dead worker left in its hand become {@code DOUBT}. Call it only while holding the edition's lease,
     * which says that no worker of it lives.
     *
     * @return how many
     */
    public int doubtAbandoned(long editionId) {
        return jdbc.sql("""
                update delivery set state = 'DOUBT', changed_at = :now,
                       reply = 'the program ended while this mail was being handed over'
                where edition_id = :edition and state = 'CLAIMED'
                """).param("now", now()).param("edition", editionId).update();
    }

    /**
     * Rows in doubt wait again, so that they are mailed once more, with the same Message-ID; not those of people who
     * were erased since.
     *
     * @return how many
     */
    public int repeatDoubtful(long editionId) {
        return jdbc.sql("update delivery set state = 'RETRY', changed_at = :now"
                        + " where edition_id = :edition and state = 'DOUBT' and subscriber_id is not null")
                .param("now", now())
                .param("edition", editionId)
                .update();
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
     * The next page of an edition's rows, in the order of the audience.
     *
     * @param states rows in these alone, at least one
     * @param after number of the last row of the page before, or 0
     */
    public List<LedgerRow> page(long editionId, Set<DeliveryState> states, long after, int limit) {
        return jdbc.sql("""
                select d.id, d.subscriber_id, u.address, d.state, d.attempts, d.reply, d.changed_at
                from delivery d left join subscriber u on u.id = d.subscriber_id
                where d.edition_id = :edition and d.state in (:states) and d.id > :after order by d.id limit :limit
                """)
                .param("edition", editionId)
                .param("states", states.stream().map(DeliveryState::name).toList())
                .param("after", after)
                .param("limit", limit)
                .query(LedgerRow::of)
                .list();
    }

    /** The next rows that wait, in the order of the audience; not claimed yet. */
    List<Claim> waiting(long editionId, long afterId, int limit) {
        return jdbc.sql("""
                select d.id, d.subscription_id, u.address, s.since
                from delivery d
                join subscription s on s.id = d.subscription_id
                join subscriber u on u.id = d.subscriber_id
                where d.edition_id = :edition and d.state in ('PENDING', 'RETRY') and d.id > :after
                order by d.id limit :limit
                """)
                .param("edition", editionId)
                .param("after", afterId)
                .param("limit", limit)
                .query(Ledger::claim)
                .list();
    }

    /**
     * Settles the row that was sent last and claims the next, in one transaction.
     *
     * @return whether the next row is in hand: false where the person left meanwhile or somebody else has it
     */
    boolean advance(Optional<Settlement> last, Claim next, String owner) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            last.ifPresent(this::settle);
            return claim(next, owner);
        }));
    }

    /**
     * Records what became of a row. Where the person was erased meanwhile, the answer is not kept, since it can tell
     * the address, and nothing is tried again.
     */
    void settle(Settlement settlement) {
        boolean again = settlement.state() == DeliveryState.PENDING || settlement.state() == DeliveryState.RETRY;
        jdbc.sql("""
                update delivery set changed_at = :now,
                       state = case when subscriber_id is null then :erased else :state end,
                       reply = case when subscriber_id is null then '' else :reply end
                where id = :id
                """)
                .param("state", settlement.state().name())
                .param(
                        "erased",
                        again
                                ? DeliveryState.SUPPRESSED.name()
                                : settlement.state().name())
                .param("reply", cut(settlement.reply()))
                .param("now", now())
                .param("id", settlement.id())
                .update();
    }

    private boolean claim(Claim next, String owner) {
        int claimed = jdbc.sql("""
                update delivery set state = 'CLAIMED', owner = :owner, attempts = attempts + 1, changed_at = :now
                where id = :id and state in ('PENDING', 'RETRY')
                  and exists (select 1 from subscription s join subscriber u on u.id = s.subscriber_id
                              where s.id = :subscription and s.status = 'CONFIRMED' and
                """ + Suppressions.NOT_SUPPRESSED + ")")
                .param("owner", owner)
                .param("now", now())
                .param("id", next.id())
                .param("subscription", next.subscriptionId())
                .update();
        if (claimed == 0) {
            suppress(next);
        }
        return claimed == 1;
    }

    private void suppress(Claim row) {
        jdbc.sql("""
                update delivery set state = 'SUPPRESSED', reply = 'left before it went out', changed_at = :now
                where id = :id and state in ('PENDING', 'RETRY')
                """).param("now", now()).param("id", row.id()).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String cut(String reply) {
        return reply.length() <= REPLY_LENGTH ? reply : reply.substring(0, REPLY_LENGTH);
    }

    private static Claim claim(ResultSet row, int number) throws SQLException {
        return new Claim(
                row.getLong("id"),
                row.getLong("subscription_id"),
                new EmailAddress(row.getString("address")),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }
}
