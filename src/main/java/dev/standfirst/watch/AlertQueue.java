package dev.standfirst.watch;

import dev.standfirst.watch.Troubles.Kept;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What has to be told of troubles and was not yet, for each place that is told. It is in the database, so a restart or
 * a second node repeats nothing. Only where a process dies between telling and noting so is something told twice.
 */
@Repository
class AlertQueue {

    private static final Logger log = LoggerFactory.getLogger(AlertQueue.class);

    /** One that comes and goes is told once an hour. */
    private static final Duration SAME_AGAIN = Duration.ofHours(1);

    private static final Duration CLAIM = Duration.ofMinutes(10);
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration GIVEN_UP = Duration.ofDays(3);

    private final JdbcClient jdbc;
    private final Clock clock;

    AlertQueue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is told of a trouble. */
    enum About {
        BEGAN,
        OVER
    }

    /**
     * Something to tell.
     *
     * @param id its number; the same on every try
     * @param about whether the trouble began or is over
     * @param tries how often it was tried before
     * @param kept the trouble as it is now
     */
    record Alert(long id, About about, int tries, Kept kept) {}

    /** Notes what there is to tell in a place by now: what began, and what is over of which was told that it began. */
    void fill(String channel) {
        // What came and went before anybody was told of it is not told any more.
        jdbc.sql("""
                delete from alert where channel = :channel and about = 'BEGAN' and told_at is null and tries = 0
                  and trouble_id in (select t.id from trouble t where t.over_at is not null)
                """).param("channel", channel).update();
        jdbc.sql("""
                select t.* from trouble t where t.over_at is null
                  and not exists (select 1 from alert a where a.trouble_id = t.id and a.channel = :channel)
                order by t.id
                """)
                .param("channel", channel)
                .query(Troubles::kept)
                .list()
                .forEach(kept -> add(kept, channel, About.BEGAN, notBefore(kept, channel)));
        jdbc.sql("""
                select t.* from trouble t join alert a on a.trouble_id = t.id
                where t.over_at is not null and a.channel = :channel and a.about = 'BEGAN' and a.told_at <= t.over_at
                  and not exists (select 1 from alert o
                                  where o.trouble_id = t.id and o.channel = a.channel and o.about = 'OVER')
                order by t.id
                """)
                .param("channel", channel)
                .query(Troubles::kept)
                .list()
                .forEach(kept -> add(kept, channel, About.OVER, clock.instant()));
    }

    /** What can be told in a place now, the oldest first. */
    List<Alert> due(String channel, int limit) {
        return jdbc.sql("""
                select t.*, a.id as alert_id, a.about, a.tries from alert a join trouble t on t.id = a.trouble_id
                where a.channel = :channel and a.told_at is null and a.next_try_at <= :now and a.made_at > :old
                  and (a.claimed_until is null or a.claimed_until <= :now)
                order by a.id limit :limit
                """)
                .param("channel", channel)
                .param("now", utc(clock.instant()))
                .param("old", utc(clock.instant().minus(GIVEN_UP)))
                .param("limit", limit)
                .query((row, number) -> new Alert(
                        row.getLong("alert_id"),
                        About.valueOf(row.getString("about")),
                        row.getInt("tries"),
                        Troubles.kept(row, number)))
                .list();
    }

    /** How much was told in a place within the last hour. */
    int toldLately(String channel) {
        return jdbc.sql("select count(*) from alert where channel = ? and told_at > ?")
                .params(channel, utc(clock.instant().minus(Duration.ofHours(1))))
                .query((row, number) -> row.getInt(1))
                .single();
    }

    /** Takes an alert in hand; false where somebody else has it. */
    boolean claim(Alert alert) {
        return jdbc.sql("""
                update alert set tries = tries + 1, claimed_until = :until
                where id = :id and told_at is null and (claimed_until is null or claimed_until <= :now)
                """)
                        .param("until", utc(clock.instant().plus(CLAIM)))
                        .param("now", utc(clock.instant()))
                        .param("id", alert.id())
                        .update()
                == 1;
    }

    void told(Alert alert) {
        jdbc.sql("update alert set told_at = ?, claimed_until = null where id = ?")
                .params(utc(clock.instant()), alert.id())
                .update();
    }

    /** It could not be told; it is tried again in a minute, two, four, up to an hour, for three days. */
    void postpone(Alert alert) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(alert.tries(), 6));
        Instant next = clock.instant().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
        jdbc.sql("update alert set next_try_at = ?, claimed_until = null where id = ?")
                .params(utc(next), alert.id())
                .update();
    }

    private void add(Kept kept, String channel, About about, Instant from) {
        try {
            jdbc.sql("""
                    insert into alert (trouble_id, channel, about, made_at, next_try_at)
                    values (:trouble, :channel, :about, :now, :next)
                    """)
                    .param("trouble", kept.id())
                    .param("channel", channel)
                    .param("about", about.name())
                    .param("now", utc(clock.instant()))
                    .param("next", utc(from))
                    .update();
        } catch (DuplicateKeyException e) {
            log.debug("another process notes alerts too", e);
        }
    }

    private Instant notBefore(Kept kept, String channel) {
        Instant now = clock.instant();
        return jdbc.sql("""
                select a.told_at from alert a join trouble t on t.id = a.trouble_id
                where t.kind = :kind and t.subject = :subject and a.channel = :channel and a.about = 'BEGAN'
                  and a.told_at is not null
                order by a.told_at desc limit 1
                """)
                .param("kind", kept.trouble().kind().name())
                .param("subject", kept.trouble().subject())
                .param("channel", channel)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional()
                .map(last -> last.plus(SAME_AGAIN))
                .filter(again -> again.isAfter(now))
                .orElse(now);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
