package dev.standfirst.subscriber;

import dev.standfirst.subscriber.Subscription.Status;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The places on one list, a page at a time, quickly also where a million people are on it.
 *
 * <p>H2 takes the index of the list for any condition on it, and then sorts all of the list for each page. So each
 * state is read along an index that has its order, or, where a filter is asked for, the list stands in a sum: no index
 * is taken for it then, but the one of what the filter says, or that of the order.
 *
 * <p>PostgreSQL would take the order of the places for that of one state, since a state that equals something orders
 * nothing, and read all of them for a state in which nobody is. So a state is a range from itself to itself, and the
 * last place that was read is told to either database in the way that makes it begin there.
 */
@Repository
public class PlacesOfList {

    private static final String SELECT = """
            select s.*, l.name as list, u.address, u.name
            from subscription s
            join list l on l.id = s.list_id + 0
            join subscriber u on u.id = s.subscriber_id
            """;

    /** What {@code list} and {@link #states} say, so that something else finds them sooner. */
    static final String ON_THE_LIST = " and s.list_id + 0 = :list and s.status || '' in (:states) ";

    private static final String OF_A_STATE = """
            where s.list_id = :list and s.status >= :state and s.status <= :state
              and (s.status, s.id) > (:state, :after) and s.id > :after
            order by s.list_id, s.status, s.id limit :limit
            """;

    private final JdbcClient jdbc;
    private final Lists lists;

    PlacesOfList(JdbcClient jdbc, Lists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    /**
     * The next page in the order in which people came.
     *
     * @param list name of the list
     * @param status the state they are in; empty: any
     * @param after number of the last place of the page before, or 0
     */
    public List<Subscription> page(String list, Optional<Status> status, long after, int limit) {
        long id = id(list);
        return states(status).stream()
                .flatMap(state -> jdbc
                        .sql(SELECT + OF_A_STATE)
                        .param("list", id)
                        .param("state", state)
                        .param("after", after)
                        .param("limit", limit)
                        .query(Subscription::of)
                        .list()
                        .stream())
                .sorted(Comparator.comparingLong(Subscription::id))
                .limit(limit)
                .toList();
    }

    /** The same of those whom a filter finds. */
    public List<Subscription> page(String list, Optional<Status> status, Filter filter, long after, int limit) {
        FilterSql condition = FilterSql.ofPlaces(filter);
        Map<String, Object> values = new HashMap<>(condition.values());
        values.put("after", after);
        return query(
                list,
                status,
                "where s.id > :after and " + condition.text() + ON_THE_LIST + "order by s.id limit " + limit,
                values);
    }

    /**
     * The next page of those whose addresses begin with a text, in the order of the addresses.
     *
     * @param beginning of the normal form
     * @param after number of the last place of the page before, or 0; where it is there no more, they begin anew
     */
    public List<Subscription> beginning(String list, Optional<Status> status, String beginning, long after, int limit) {
        String last = jdbc.sql("select u.normal from subscription s join subscriber u on u.id = s.subscriber_id"
                        + " where s.id = ?")
                .param(after)
                .query((row, number) -> row.getString(1))
                .optional()
                .orElse("");
        return query(
                list,
                status,
                "where u.normal like :beginning escape '!' and u.normal > :last" + ON_THE_LIST
                        + "order by u.normal limit " + limit,
                Map.of("beginning", FilterSql.escaped(beginning) + "%", "last", last));
    }

    /**
     * Those among some places that are on the list, in the order in which people came.
     *
     * @param numbers of places, at least one
     * @param after number of the last place of the page before, or 0
     */
    public List<Subscription> named(String list, List<Long> numbers, long after, int limit) {
        return query(
                list,
                Optional.empty(),
                "where s.id in (:numbers) and s.id > :after" + ON_THE_LIST + "order by s.id limit " + limit,
                Map.of("numbers", numbers, "after", after));
    }

    private List<Subscription> query(
            String list, Optional<Status> status, String condition, Map<String, Object> values) {
        return jdbc.sql(SELECT + condition)
                .params(values)
                .param("list", id(list))
                .param("states", states(status))
                .query(Subscription::of)
                .list();
    }

    /** Names of the states that are meant. */
    static List<String> states(Optional<Status> status) {
        return status.map(List::of).orElse(List.of(Status.values())).stream()
                .map(Status::name)
                .toList();
    }

    private long id(String list) {
        return lists.find(list).map(MailingList::id).orElse(0L);
    }
}
