package dev.standfirst.health;

import dev.standfirst.digest.Digest;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Since when each digest is watched under the schedule that it has. What would have been due before it was written
 * down, or before its schedule was changed, was never promised.
 */
@Repository
class WatchedDigests {

    private final JdbcClient jdbc;
    private final Clock clock;

    WatchedDigests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes a digest as it is now; one whose schedule is the same stays as it was. */
    void note(Digest digest) {
        String schedule = digest.schedule().inWords();
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        int changed = jdbc.sql("update watched_digest set schedule = :schedule, since = :now"
                        + " where digest = :digest and schedule <> :schedule")
                .param("schedule", schedule)
                .param("now", now)
                .param("digest", digest.name())
                .update();
        if (changed == 0 && since(digest).isEmpty()) {
            insert(digest.name(), schedule, now);
        }
    }

    /** Since when; empty where it was never noted. */
    Optional<Instant> since(Digest digest) {
        return jdbc.sql("select since from watched_digest where digest = ?")
                .param(digest.name())
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    private void insert(String digest, String schedule, OffsetDateTime now) {
        try {
            jdbc.sql("insert into watched_digest (digest, schedule, since) values (?, ?, ?)")
                    .params(digest, schedule, now)
                    .update();
        } catch (DuplicateKeyException e) {
            // Another node noted it at the same moment.
        }
    }
}
