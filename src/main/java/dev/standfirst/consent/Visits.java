package dev.standfirst.consent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/**
 * How often one asks: sliding windows of an hour over a log in the database, so that they hold over a restart and for
 * all processes together. What was refused does not count.
 */
@Repository
class Visits {

    private static final Duration WINDOW = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final ConsentSettings.Limits limits;
    private final Clock clock;

    Visits(JdbcClient jdbc, ConsentSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.limits = settings.consent();
        this.clock = clock;
    }

    /**
     * Lets one more request in, or not. The visit is written first and counted after that, so that many at once do not
     * pass together.
     *
     * @return empty: let in; else how long to wait
     */
    Optional<Duration> enter(Network network) {
        Instant now = clock.instant();
        long visit = write(network, now);
        Optional<Duration> longest = Stream.of(
                        tooMany("client", network.client(), limits.client()),
                        tooMany("network", network.wider(), limits.network()))
                .flatMap(Optional::stream)
                .map(blocking -> Duration.between(now, blocking.plus(WINDOW)))
                .filter(wait -> !wait.isNegative() && !wait.isZero())
                .max(Duration::compareTo);
        if (longest.isPresent()) {
            jdbc.sql("delete from consent_visit where id = ?").param(visit).update();
        }
        return longest;
    }

    /** Forgets what no window holds any more. */
    void tidy() {
        jdbc.sql("delete from consent_visit where visited_at < ?")
                .param(at(clock.instant().minus(WINDOW)))
                .update();
    }

    /** The visit that has to be an hour old before there is room for the last one. */
    private Optional<Instant> tooMany(String column, String value, int limit) {
        return jdbc.sql("select visited_at from consent_visit where %s = ? order by visited_at desc limit 1 offset ?"
                        .formatted(column))
                .params(value, limit)
                .query((row, number) ->
                        row.getObject("visited_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    private long write(Network network, Instant now) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into consent_visit (client, network, visited_at) values (?, ?, ?)")
                .params(network.client(), network.wider(), at(now))
                .update(key, "id");
        return Objects.requireNonNull(key.getKeyAs(Long.class));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
