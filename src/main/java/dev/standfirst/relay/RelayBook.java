package dev.standfirst.relay;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What is kept of each relay: its row, its lock, its first mail, and how it is as the mailing process last told. */
final class RelayBook {

    private final JdbcClient jdbc;
    private final TransactionOperations apart;
    private final Clock clock;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    RelayBook(JdbcClient jdbc, TransactionOperations apart, Clock clock) {
        this.jdbc = jdbc;
        this.apart = apart;
        this.clock = clock;
    }

    /**
     * How a relay is.
     *
     * @param words for people
     * @param at when that was told
     */
    record State(String words, Instant at) {}

    /** Makes its row, if there is none yet. */
    void ensure(String relay) {
        if (known.contains(relay)) {
            return;
        }
        try {
            apart.executeWithoutResult(status -> {
                boolean there = jdbc.sql("select name from relay where name = ?")
                        .param(relay)
                        .query(String.class)
                        .optional()
                        .isPresent();
                if (!there) {
                    jdbc.sql("insert into relay (name) values (?)").param(relay).update();
                }
            });
        } catch (DuplicateKeyException e) {
            // Another process was first; there is one row.
        }
        known.add(relay);
    }

    /**
     * Takes the lock of a relay, until the transaction that is open ends.
     *
     * @return the time, read while the lock is held, so that times are in the order of the locks
     */
    Instant lock(String relay) {
        jdbc.sql("select name from relay where name = ? for update")
                .param(relay)
                .query(String.class)
                .single();
        return clock.instant();
    }

    /** The first mail of its warm-up: what is kept, else now from now on. */
    Instant firstMail(String relay) {
        ensure(relay);
        jdbc.sql("update relay set first_at = ? where name = ? and first_at is null")
                .params(now(), relay)
                .update();
        return knownFirstMail(relay).orElseThrow();
    }

    /** The first mail of its warm-up, if there was one. */
    Optional<Instant> knownFirstMail(String relay) {
        return time("first_at", relay);
    }

    /** When its place in the world was last looked at. */
    Optional<Instant> checkedAt(String relay) {
        return time("checked_at", relay);
    }

    void checked(String relay) {
        ensure(relay);
        jdbc.sql("update relay set checked_at = ? where name = ?")
                .params(now(), relay)
                .update();
    }

    void tell(String relay, String words) {
        ensure(relay);
        String cut = words.substring(0, Math.min(1000, words.length()));
        jdbc.sql("update relay set state = ?, state_at = ? where name = ?")
                .params(cut, now(), relay)
                .update();
    }

    Optional<State> state(String relay) {
        return jdbc.sql("select state, state_at from relay where name = ? and state_at is not null")
                .param(relay)
                .query((row, number) -> new State(
                        row.getString("state"),
                        row.getObject("state_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    private Optional<Instant> time(String column, String relay) {
        return jdbc.sql("select %1$s from relay where name = ? and %1$s is not null".formatted(column))
                .param(relay)
                .query((row, number) ->
                        row.getObject(column, OffsetDateTime.class).toInstant())
                .optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
