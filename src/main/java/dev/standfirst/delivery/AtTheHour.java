package dev.standfirst.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Those who get an edition at its own hour, before anything of it went out. */
@Repository
public class AtTheHour {

    private final JdbcClient jdbc;
    private final Clock clock;

    AtTheHour(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many get it at its hour; the others get it later, at an hour of their own. */
    public long count(long editionId, Instant hour) {
        return jdbc.sql("select count(*) from delivery where edition_id = ? and due_at <= ?")
                .params(editionId, hour.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /**
     * Has those who chose no hour get it now. Who chose one gets it then, as always.
     *
     * @return how many
     */
    public int bringForward(long editionId) {
        return jdbc.sql("""
                update delivery set due_at = :now
                where edition_id = :edition and state = 'PENDING' and due_at > :now
                  and subscription_id in (select s.id from subscription s where s.at_time = '')
                """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("edition", editionId)
                .update();
    }
}
