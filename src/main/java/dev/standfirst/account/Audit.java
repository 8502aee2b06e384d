package dev.standfirst.account;

import dev.standfirst.text.OneLine;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what with the operator's pages. */
@Repository
public class Audit {

    private static final int ABOUT = 300;

    private final JdbcClient jdbc;
    private final Clock clock;

    Audit(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One thing that was done.
     *
     * @param id its number; later ones are higher
     * @param who name of the account
     * @param act key of a message: "edition.approved"
     * @param about what it was done to: "morning 2026-11-18"; may be empty
     */
    public record Entry(long id, Instant at, String who, String act, String about) {}

    /** Notes what was done. */
    public void note(String who, String act, String about) {
        jdbc.sql("insert into audit (happened_at, who, act, about) values (?, ?, ?, ?)")
                .params(clock.instant().atOffset(ZoneOffset.UTC), who, act, OneLine.of(about, ABOUT))
                .update();
    }

    /**
     * The latest, newest first.
     *
     * @param before only those before that one; {@link Long#MAX_VALUE} for all
     */
    public List<Entry> latest(long before, int limit) {
        return jdbc.sql("select * from audit where id < ? order by id desc limit ?")
                .params(before, limit)
                .query((row, number) -> new Entry(
                        row.getLong("id"),
                        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                        row.getString("who"),
                        row.getString("act"),
                        row.getString("about")))
                .list();
    }
}
