package dev.standfirst.delivery;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Suppressions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The truth about sending: one row an edition and subscriber. Batch metadata is only progress.
 *
 * <p>The {@link Audience} is frozen once. A row is sent when it is due, and is claimed, committed, before a byte of its
 * mail goes out, and settled after the server's reply; settling one row and claiming the next is one transaction, so at
 * any moment at most one row a worker is {@code CLAIMED}. A process that dies leaves that one row behind: it becomes
 * {@code DOUBT}, never a second mail.
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
     * Those for whom the edition is due later, or became due a moment ago.
     *
     * @return empty where nobody waits who was never tried
     */
    public Optional<Rest> rest(long editionId) {
        return jdbc.sql("select count(*), min(due_at) from delivery where edition_id = ? and state = 'PENDING'")
                .param(editionId)
                .query((row, number) -> row.getLong(1) == 0
                        ? Optional.<Rest>empty()
                        : Optional.of(new Rest(
                                row.getLong(1),
                                row.getObject(2, OffsetDateTime.class).toInstant())))
                .single();
    }

    /** For how many the edition is due later than now. */
    public long later(long editionId) {
        return jdbc.sql(
                        "select count(*) from delivery where edition_id = :edition and state = 'PENDING' and due_at > :now")
                .param("edition", editionId)
                .param("now", now())
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /** Whether somebody's mail can go out now: a row is due and not settled. */
    public boolean isDue(long editionId) {
        return jdbc.sql("""
                        select 1 from delivery
                        where edition_id = :edition and state in ('PENDING', 'RETRY', 'CLAIMED') and due_at <= :now limit 1
                        """)
                .param("edition", editionId)
                .param("now", now())
                .query((row, number) -> row.getInt(1))
                .optional()
                .isPresent();
    }

    /** When the first of those are due who are due at a moment or after it, and whose mail waits. */
    public Optional<Instant> nextDue(long editionId, Instant from) {
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

    /**
     * Rows of people who were erased are not sent any more.
     *
     * @return how many
     */
    public int closeErased(long editionId) {
        return jdbc.sql("""
                update delivery set state = 'SUPPRESSED', reply = 'erased before it went out', changed_at = :now
                where edition_id = :edition and state in ('PENDING', 'RETRY') and subscription_id is null
                """).param("now", now()).param("edition", editionId).update();
    }

    /** The next rows that are due and wait, in the order of the audience; not claimed yet. */
    List<Claim> waiting(long editionId, long afterId, int limit) {
        return jdbc.sql("""
                select d.id, d.subscription_id, d.variant_id, d.plain, d.comes, u.address, s.since,
                       case when s.zone = '' then e.zone else s.zone end as zone
                from delivery d
                join edition e on e.id = d.edition_id
                join subscription s on s.id = d.subscription_id
                join subscriber u on u.id = d.subscriber_id
                where d.edition_id = :edition and d.state in ('PENDING', 'RETRY') and d.due_at <= :now
                  and d.id > :after
                order by d.id limit :limit
                """)
                .param("edition", editionId)
                .param("now", now())
                .param("after", afterId)
                .param("limit", limit)
                .query(Ledger::claim)
                .list();
    }

    /**
     * Settles the row that was sent last and claims the next, in one transaction.
     *
     * @return whether the next row is in hand: false where the person left or paused meanwhile, or somebody else has it
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
                              where s.id = :subscription and s.status = 'CONFIRMED'
                                and (s.paused_until is null or s.paused_until <= :today) and
                """ + Suppressions.NOT_SUPPRESSED + ")")
                .param("owner", owner)
                .param("now", now())
                .param("id", next.id())
                .param("subscription", next.subscriptionId())
                .param("today", today(next))
                .update();
        if (claimed == 0) {
            suppress(next);
        }
        return claimed == 1;
    }

    private void suppress(Claim row) {
        jdbc.sql("""
                update delivery set state = 'SUPPRESSED', changed_at = :now, reply = case
                    when exists (select 1 from subscription s where s.id = :subscription and s.status <> 'CONFIRMED')
                    then 'left before it went out'
                    when exists (select 1 from subscription s where s.id = :subscription and s.paused_until > :today)
                    then 'paused before it went out'
                    else 'put among those who are never mailed, before it went out' end
                where id = :id and state in ('PENDING', 'RETRY')
                """)
                .param("now", now())
                .param("subscription", row.subscriptionId())
                .param("today", today(row))
                .param("id", row.id())
                .update();
    }

    private LocalDate today(Claim row) {
        return clock.instant().atZone(row.zone()).toLocalDate();
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
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getString("zone").isEmpty() ? ZoneOffset.UTC : ZoneId.of(row.getString("zone")),
                row.getLong("variant_id") == 0 ? OptionalLong.empty() : OptionalLong.of(row.getLong("variant_id")),
                row.getBoolean("plain"),
                row.getString("comes"));
    }
}
