package dev.standfirst.subscriber;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many people lists reach. Pages show that of lists of a million people: those on one list are counted by its index
 * alone, and the suppressed among them, who are few, are found from the suppressions.
 */
final class Reach {

    private static final String OF_ONE = """
            select count(*) from subscription s where s.list_id in (:lists) and s.status = 'CONFIRMED'
            """;

    private static final String OF_SEVERAL = """
            select count(*) from (
                select distinct s.subscriber_id from subscription s
                where s.list_id in (:lists) and s.status = 'CONFIRMED') p
            """;

    private static final String STOPPED = """
            select count(*) from (
                select s.subscriber_id from suppression x
                join subscriber u on u.normal = x.entry
                join subscription s on s.subscriber_id = u.id
                where s.list_id in (:lists) and s.status = 'CONFIRMED'
                union
                select s.subscriber_id from suppression x
                join subscriber u on u.domain = x.entry
                join subscription s on s.subscriber_id = u.id
                where s.list_id in (:lists) and s.status = 'CONFIRMED') p
            """;

    private final JdbcClient jdbc;
    private final KeptCounts<List<Long>, Long> counts;

    Reach(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.counts = new KeptCounts<>(Long::longValue, clock);
    }

    long of(List<String> names) {
        List<Long> lists = jdbc.sql("select id from list where name in (:names) order by id")
                .param("names", names)
                .query((row, number) -> row.getLong(1))
                .list();
        return lists.isEmpty() ? 0 : counts.of(lists, () -> count(lists));
    }

    private long count(List<Long> lists) {
        return count(lists.size() == 1 ? OF_ONE : OF_SEVERAL, lists) - count(STOPPED, lists);
    }

    private long count(String sql, List<Long> lists) {
        return jdbc.sql(sql)
                .param("lists", lists)
                .query((row, number) -> row.getLong(1))
                .single();
    }
}
