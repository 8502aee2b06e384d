package dev.standfirst.subscriber;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many people lists reach. Pages show that of lists of a million people: those on one list are counted by its index
 * alone, and the suppressed among them, who are few, are found from the suppressions.
 */
final class Reach {

    private static final String CONFIRMED =
            "select count(*) from subscription s where s.list_id = :list and s.status = 'CONFIRMED'";

    private static final String STOPPED = """
            select count(*) from (
                select s.id from suppression x
                join subscriber u on u.normal = x.entry
                join subscription s on s.subscriber_id = u.id
                where s.list_id = :list and s.status = 'CONFIRMED'
                union
                select s.id from suppression x
                join subscriber u on u.domain = x.entry
                join subscription s on s.subscriber_id = u.id
                where s.list_id = :list and s.status = 'CONFIRMED') p
            """;

    private static final String TOGETHER = """
            select count(distinct s.subscriber_id) from subscription s
            join list l on l.id = s.list_id
            join subscriber u on u.id = s.subscriber_id
            where l.name in (:names) and s.status = 'CONFIRMED' and
            """ + Suppressions.NOT_SUPPRESSED;

    private final JdbcClient jdbc;

    Reach(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long of(List<String> names) {
        if (names.size() > 1) {
            return count(TOGETHER, "names", names);
        }
        return jdbc
                .sql("select id from list where name in (:names)")
                .param("names", names)
                .query((row, number) -> row.getLong(1))
                .list()
                .stream()
                .mapToLong(list -> count(CONFIRMED, "list", list) - count(STOPPED, "list", list))
                .sum();
    }

    private long count(String sql, String name, Object value) {
        return jdbc.sql(sql)
                .param(name, value)
                .query((row, number) -> row.getLong(1))
                .single();
    }
}
