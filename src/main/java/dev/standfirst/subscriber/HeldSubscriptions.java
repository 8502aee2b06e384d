package dev.standfirst.subscriber;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Holds a place on a list as somebody read it, so that a change meets nothing but what was read. */
@Repository
public class HeldSubscriptions {

    private final JdbcClient jdbc;

    HeldSubscriptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Holds a subscription until the caller's transaction ends; others who change it wait.
     *
     * @return whether it is still of that version: false where somebody changed or removed it meanwhile
     */
    public boolean hold(long id, long version) {
        return jdbc.sql("update subscription set version = version where id = ? and version = ?")
                        .params(id, version)
                        .update()
                == 1;
    }

    /**
     * Holds several until the caller's transaction ends, those whose status is what it was at a moment.
     *
     * @return their numbers
     */
    Set<Long> hold(Collection<Long> ids, Instant asOf) {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql("select id from subscription where id in (:ids) and changed_at <= :moment"
                                + " order by id for update")
                        .param("ids", ids)
                        .param("moment", asOf.atOffset(ZoneOffset.UTC))
                        .query((row, number) -> row.getLong(1))
                        .list());
    }
}
