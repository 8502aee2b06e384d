package dev.standfirst.subscriber;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Since when people are on lists. */
final class Joins {

    private final JdbcClient jdbc;
    private final Clock clock;

    Joins(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The person is there from now on, whatever was before. */
    void anew(long subscription) {
        set(subscription, "");
    }

    /**
     * The same where the person left another list since: who is confirmed again after that wants this one.
     *
     * @return whether it was so
     */
    boolean anewAfterLeavingAnother(long subscription) {
        return set(subscription, """
                 and exists (select 1 from subscription f
                             where f.subscriber_id = subscription.subscriber_id and f.status = 'UNSUBSCRIBED'
                               and f.changed_at > subscription.since)
                """);
    }

    private boolean set(long subscription, String condition) {
        return jdbc.sql("update subscription set since = :now, version = version + 1 where id = :id" + condition)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("id", subscription)
                        .update()
                == 1;
    }
}
