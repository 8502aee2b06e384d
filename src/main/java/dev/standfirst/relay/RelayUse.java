package dev.standfirst.relay;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Permits to send within an hour, reserved in the database in blocks, each in a transaction of its own, so that no hour
 * sees more than its limit: over a restart, and however many processes mail.
 *
 * <p>A block has a fiftieth of the limit, at least one permit and at most 500, and lives for half a minute; what is not
 * used then is given back with the next block or at the end. A process that is killed leaves at most one block a relay,
 * and one a limited domain, which stays counted for its hour. A block counts for an hour and a minute from its
 * reservation: half a minute in which it may be used, and half a minute that a mail may be on its way.
 */
final class RelayUse {

    static final Duration LIFE = Duration.ofSeconds(30);
    static final Duration COUNTED = Duration.ofMinutes(61);

    private static final Duration STEP_BACK = Duration.ofMinutes(1);
    private static final int PARTS = 50;
    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final TransactionOperations apart;
    private final RelayBook book;
    private final String relay;

    /**
     * The permits of one relay.
     *
     * @param apart transactions of their own, whatever goes on around
     */
    RelayUse(JdbcClient jdbc, TransactionOperations apart, RelayBook book, String relay) {
        this.jdbc = jdbc;
        this.apart = apart;
        this.book = book;
        this.relay = relay;
    }

    /** Permits that are ours. */
    record Block(long id, int permits, Instant takenAt) {}

    /**
     * What came of asking for a block.
     *
     * @param block empty where the limit is reached
     * @param roomAt when there is room again, where there is none now
     */
    record Answer(Optional<Block> block, Instant roomAt) {}

    /**
     * Reserves the next block, and gives back what is left of the one before.
     *
     * @param domain of the recipients, or empty for the whole relay
     * @param limit mails in any hour
     * @param last the block before, if there was one
     * @param used of its permits
     */
    Answer reserve(String domain, int limit, @Nullable Block last, int used) {
        return apart(() -> {
            Instant now = book.lock(relay);
            settle(last, used);
            mend(now);
            return take(domain, limit, now);
        });
    }

    /** Gives back what is left of a block. */
    void giveBack(Block block, int used) {
        apart(() -> {
            book.lock(relay);
            settle(block, used);
            return used;
        });
    }

    /** How many were taken in the last hour, give or take what is reserved and not yet used. */
    long count(String domain, Instant now) {
        return jdbc.sql(
                        "select coalesce(sum(permits), 0) from relay_use where relay = ? and domain = ? and taken_at > ?")
                .params(relay, domain, at(now.minus(COUNTED)))
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private <T> T apart(java.util.function.Supplier<T> work) {
        book.ensure(relay);
        return Objects.requireNonNull(apart.execute(status -> work.get()));
    }

    private void settle(@Nullable Block block, int used) {
        if (block != null) {
            jdbc.sql("update relay_use set permits = ? where id = ?")
                    .params(used, block.id())
                    .update();
        }
    }

    /**
     * Forgets what no hour holds any more. What was taken in times to come was taken before the clock was set back:
     * nobody knows when, so from now on it counts for its hour, and no longer than that.
     */
    private void mend(Instant now) {
        jdbc.sql("update relay_use set taken_at = ? where relay = ? and taken_at > ?")
                .params(at(now), relay, at(now.plus(STEP_BACK)))
                .update();
        jdbc.sql("delete from relay_use where relay = ? and (taken_at <= ? or permits = 0)")
                .params(relay, at(now.minus(COUNTED)))
                .update();
    }

    private Answer take(String domain, int limit, Instant now) {
        List<Block> counted = counted(domain);
        int room = limit - counted.stream().mapToInt(Block::permits).sum();
        if (room <= 0) {
            return new Answer(Optional.empty(), roomAt(counted, 1 - room));
        }
        int permits = Math.min(room, Math.max(1, Math.min(MOST, limit / PARTS)));
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into relay_use (relay, domain, taken_at, permits) values (?, ?, ?, ?)")
                .params(relay, domain, at(now), permits)
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKeyAs(Long.class));
        return new Answer(Optional.of(new Block(id, permits, now)), now);
    }

    private List<Block> counted(String domain) {
        return jdbc.sql("select id, permits, taken_at from relay_use where relay = ? and domain = ?"
                        + " order by taken_at, id")
                .params(relay, domain)
                .query((row, number) -> new Block(
                        row.getLong("id"),
                        row.getInt("permits"),
                        row.getObject("taken_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** When so many of what is counted are old. */
    private static Instant roomAt(List<Block> counted, int needed) {
        int gone = 0;
        for (Block block : counted) {
            gone += block.permits();
            if (gone >= needed) {
                return block.takenAt().plus(COUNTED);
            }
        }
        throw new IllegalStateException("a limit of less than one mail an hour");
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
