package dev.standfirst.node;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The nodes that a database knows, and its mark, which grows with all that is mailed. */
final class NodeRows {

    private final JdbcClient jdbc;

    NodeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Node> all() {
        return jdbc.sql("select * from node order by ordinal")
                .query(NodeRows::node)
                .list();
    }

    Optional<Node> find(String id) {
        return jdbc.sql("select * from node where id = ?")
                .param(id)
                .query(NodeRows::node)
                .optional();
    }

    /** Whether nothing was ever composed here and nobody has been here before. */
    boolean isNew() {
        return jdbc.sql(
                                "select (select count(*) from node) + (select count(*) from (select 1 from edition limit 1) one)")
                        .query((row, number) -> row.getLong(1))
                        .single()
                == 0;
    }

    /**
     * Adds a node. The first one of a database is confirmed by itself, unless it must not be.
     *
     * @return whether it was added; false where another one came at the same moment
     */
    boolean add(String id, String machine, String host, Instant now, boolean mayBeFirst) {
        long place = jdbc.sql("select coalesce(max(ordinal), 0) + 1 from node")
                .query((row, number) -> row.getLong(1))
                .single();
        try {
            jdbc.sql("""
                    insert into node (id, ordinal, machine, host, first_seen, last_seen, confirmed_at)
                    values (:id, :ordinal, :machine, :host, :now, :now, :confirmed)
                    """)
                    .param("id", id)
                    .param("ordinal", place)
                    .param("machine", machine)
                    .param("host", host)
                    .param("now", utc(now))
                    .param("confirmed", place == 1 && mayBeFirst ? utc(now) : null)
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    void seen(String id, Instant now) {
        jdbc.sql("update node set last_seen = ? where id = ?")
                .params(utc(now), id)
                .update();
    }

    void confirm(String id, String machine, String host, Instant now) {
        jdbc.sql(
                        "update node set machine = :machine, host = :host, last_seen = :now, confirmed_at = :now where id = :id")
                .param("machine", machine)
                .param("host", host)
                .param("now", utc(now))
                .param("id", id)
                .update();
    }

    long mark() {
        return jdbc.sql("select mark from node_mark")
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /** Makes the mark grow, to more than {@code least}. */
    long advance(long least) {
        jdbc.sql("update node_mark set mark = greatest(mark, ?) + 1")
                .param(least)
                .update();
        return mark();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Node node(ResultSet row, int number) throws SQLException {
        return new Node(
                row.getString("id"),
                row.getString("machine"),
                row.getString("host"),
                row.getObject("first_seen", OffsetDateTime.class).toInstant(),
                row.getObject("last_seen", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("confirmed_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
