package dev.standfirst.subscriber;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which of several people are never mailed, in one look. */
@Repository
public class Stopped {

    private final JdbcClient jdbc;

    Stopped(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The numbers of those among them whom an entry for their address or its domain stops. */
    public Set<Long> among(Collection<Long> people) {
        return people.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql("select u.id from subscriber u where u.id in (:people) and not "
                                + Suppressions.NOT_SUPPRESSED)
                        .param("people", people)
                        .query((row, number) -> row.getLong(1))
                        .list());
    }
}
