package dev.standfirst.subscriber;

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
}
