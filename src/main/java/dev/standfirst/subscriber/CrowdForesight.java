package dev.standfirst.subscriber;

import dev.standfirst.subscriber.Crowd.Among;
import dev.standfirst.subscriber.Subscription.Status;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what a change of many people would come to, before anything is changed. */
@Repository
public class CrowdForesight {

    private static final String LEAVE = "case when s.status = 'UNSUBSCRIBED' then 'SAME' else 'DONE' end";

    private static final String STOP = """
            case when exists (select 1 from suppression x where x.entry = u.normal) then 'SAME' else 'DONE' end
            """;

    /** In the order in which {@link Subscriptions#foresee} looks. */
    private static final String PUT = "case when not " + Suppressions.NOT_SUPPRESSED + """
             then 'NEVER' when o.status = 'UNSUBSCRIBED' then 'LEFT' when o.status = 'CONFIRMED' then 'SAME'
             else 'DONE' end
            """;

    private static final String OTHER = """
            left join subscription o on o.subscriber_id = s.subscriber_id
                                    and o.list_id = (select id from list where name = :other)
            """;

    private final JdbcClient jdbc;
    private final Lists lists;

    CrowdForesight(JdbcClient jdbc, Lists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    /**
     * What it would come to.
     *
     * @param fates how many would fare how
     * @param done how those stand on the list with whom it would be done
     */
    public record Foreseen(Map<Fate, Long> fates, Map<Status, Long> done) {}

    /** The number of the last place that there is, on whatever list. */
    public long last() {
        return jdbc.sql("select coalesce(max(id), 0) from subscription")
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /** How they would fare. */
    public Foreseen of(Crowd crowd, Aim aim) {
        Map<String, Object> values = values(crowd);
        String other = other(aim)
                .map(list -> {
                    values.put("other", list);
                    return OTHER;
                })
                .orElse("");
        Map<Fate, Long> fates = new EnumMap<>(Fate.class);
        Map<Status, Long> done = new EnumMap<>(Status.class);
        jdbc.sql("select fate, status, count(*) from (select %s as fate, s.status as status".formatted(fate(aim))
                        + " from subscription s join subscriber u on u.id = s.subscriber_id " + other
                        + where(crowd, values) + ") people group by fate, status")
                .params(values)
                .query(row -> {
                    Fate fate = Fate.valueOf(row.getString(1));
                    fates.merge(fate, row.getLong(3), Long::sum);
                    if (fate == Fate.DONE) {
                        done.put(Status.valueOf(row.getString(2)), row.getLong(3));
                    }
                });
        return new Foreseen(fates, done);
    }

    private static Optional<String> other(Aim aim) {
        return aim instanceof Aim.Put put ? Optional.of(put.list()) : Optional.empty();
    }

    private static String fate(Aim aim) {
        if (aim instanceof Aim.Put) {
            return PUT;
        }
        return aim instanceof Aim.Stop ? STOP : LEAVE;
    }

    private Map<String, Object> values(Crowd crowd) {
        Map<String, Object> values = new HashMap<>();
        values.put("list", lists.find(crowd.list()).map(MailingList::id).orElse(0L));
        values.put("last", crowd.last());
        values.put("moment", crowd.asOf().atOffset(ZoneOffset.UTC));
        values.put("states", PlacesOfList.states(crowd.status()));
        return values;
    }

    /** As in {@link PlacesOfList}, the list stands in a sum where something else finds them sooner. */
    private static String where(Crowd crowd, Map<String, Object> values) {
        boolean whole = crowd.among() instanceof Crowd.Everybody;
        return "where " + among(crowd.among(), values)
                + (whole ? " and s.list_id = :list and s.status in (:states)" : PlacesOfList.ON_THE_LIST)
                + " and s.id <= :last and s.changed_at <= :moment";
    }

    private static String among(Among among, Map<String, Object> values) {
        if (among instanceof Crowd.Beginning beginning) {
            values.put("beginning", FilterSql.escaped(beginning.text()) + "%");
            return "u.normal like :beginning escape '!'";
        }
        if (among instanceof Crowd.Filtered filtered) {
            FilterSql condition = FilterSql.ofPlaces(filtered.filter());
            values.putAll(condition.values());
            return condition.text();
        }
        if (among instanceof Crowd.Named named) {
            values.put("places", named.places());
            return "s.id in (:places)";
        }
        return "1 = 1";
    }
}
