package dev.standfirst.delivery;

import dev.standfirst.text.Fact;
import dev.standfirst.text.Fact.Moment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who got an edition, who did not, and why; for people. */
@Repository
public class Recipients {

    /** A condition of SQL that holds for a place {@code s} on a list {@code l} whose person the edition is not for. */
    private static final String LEFT_OUT = """
            l.name in (:lists) and s.status <> 'UNSUBSCRIBED'
            and not exists (select 1 from delivery d
                            where d.edition_id = :edition and d.subscriber_id = s.subscriber_id)
            """;

    private static final String RECIPIENT = """
            select d.id, d.subscriber_id, u.address, u.name, d.state, d.attempts, d.doubts, d.reply, d.changed_at
            from delivery d left join subscriber u on u.id = d.subscriber_id
            """;

    private final JdbcClient jdbc;

    Recipients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A person whom an edition is for.
     *
     * @param id number of the row in the ledger
     * @param person number of the person; empty where it was erased since
     * @param address empty where the person was erased since
     * @param name may be empty
     * @param state where the mail stands
     * @param attempts how often it was handed over
     * @param doubts how often of these nobody knew whether it arrived
     * @param reply what the mail server said last, or why it was not asked
     * @param at when that was
     */
    public record Recipient(
            long id,
            OptionalLong person,
            Optional<String> address,
            String name,
            DeliveryState state,
            int attempts,
            int doubts,
            String reply,
            Instant at) {}

    /**
     * A person on one of the lists of an edition that is not for this person.
     *
     * @param place number of the place on the list
     * @param address of the person
     * @param list name of the list
     * @param reason in words that fit behind a comma: "joined after it was composed"
     */
    public record LeftOut(long place, String address, String list, Fact reason) {

        /** The reason in English. */
        public String why() {
            return reason.english();
        }
    }

    /**
     * The next page of an edition's audience, in its order.
     *
     * @param states those that are wanted, at least one
     * @param after the last row of the page before, or 0
     */
    public List<Recipient> page(long editionId, Collection<DeliveryState> states, long after, int limit) {
        return page(editionId, states, false, after, limit);
    }

    /**
     * The next page of an edition's audience, in its order.
     *
     * @param states those that are wanted, at least one
     * @param doubted whether those are wanted, too, whose mail nobody knew the fate of at any time
     * @param after the last row of the page before, or 0
     */
    public List<Recipient> page(
            long editionId, Collection<DeliveryState> states, boolean doubted, long after, int limit) {
        return jdbc.sql(RECIPIENT + """
                where d.edition_id = :edition and (d.state in (:states) or d.doubts >= :doubts) and d.id > :after
                order by d.id limit :limit
                """)
                .param("edition", editionId)
                .param("states", states.stream().map(Enum::name).toList())
                .param("doubts", doubted ? 1 : Integer.MAX_VALUE)
                .param("after", after)
                .param("limit", limit)
                .query(Recipients::recipient)
                .list();
    }

    /** What became of an edition's mail to one person; empty where it is not for this person. */
    public Optional<Recipient> find(long editionId, long person) {
        return jdbc.sql(RECIPIENT + " where d.edition_id = ? and d.subscriber_id = ?")
                .params(editionId, person)
                .query(Recipients::recipient)
                .optional();
    }

    /** Why an edition is not for a person, by each of its lists that the person is on; as far as is known now. */
    public List<LeftOut> leftOut(long editionId, List<String> lists, long person) {
        return leftOut(editionId, lists, "s.subscriber_id = :person", Map.of("person", person), lists.size());
    }

    /**
     * The next page of people on the lists whom an edition is not for, as far as is known now: who has left since is on
     * no list.
     *
     * @param lists names of the lists, at least one
     * @param after the last place of the page before, or 0
     */
    public List<LeftOut> leftOut(long editionId, List<String> lists, long after, int limit) {
        return leftOut(editionId, lists, "s.id > :after", Map.of("after", after), limit);
    }

    private List<LeftOut> leftOut(
            long editionId, List<String> lists, String condition, Map<String, Object> values, int limit) {
        return jdbc.sql("""
                select case when %s then true else false end as gone,
                       s.id, u.address, l.name, s.status, s.since, s.paused_until, s.cadence,
                       e.composed_at, e.local_date,
                       (select min(x.entry) from suppression x where x.entry in (u.normal, u.domain)) as stopped
                from subscription s
                join list l on l.id = s.list_id
                join subscriber u on u.id = s.subscriber_id
                join edition e on e.id = :edition
                where %s and %s
                order by s.id limit :limit
                """.formatted(LeftDigest.CONDITION, LEFT_OUT, condition))
                .param("causes", LeftDigest.CAUSES)
                .param("edition", editionId)
                .param("lists", lists)
                .params(values)
                .param("limit", limit)
                .query(Recipients::leftOut)
                .list();
    }

    /**
     * How many people are on the lists whom an edition is not for; who is on several of them is one.
     *
     * @param lists names of the lists, at least one
     */
    public long countLeftOut(long editionId, List<String> lists) {
        return jdbc.sql("""
                select count(distinct s.subscriber_id) from subscription s join list l on l.id = s.list_id where
                """ + LEFT_OUT)
                .param("edition", editionId)
                .param("lists", lists)
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private static Recipient recipient(ResultSet row, int rowNumber) throws SQLException {
        String name = row.getString("name");
        long number = row.getLong("subscriber_id");
        OptionalLong person = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
        return new Recipient(
                row.getLong("id"),
                person,
                Optional.ofNullable(row.getString("address")),
                name == null ? "" : name,
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getInt("doubts"),
                row.getString("reply"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static LeftOut leftOut(ResultSet row, int number) throws SQLException {
        return new LeftOut(row.getLong("id"), row.getString("address"), row.getString("name"), why(row));
    }

    private static Fact why(ResultSet row) throws SQLException {
        if (row.getString("stopped") != null) {
            return Fact.of("fact.left.out.stopped");
        }
        if (row.getString("status").equals("UNCONFIRMED")) {
            return Fact.of("fact.left.out.unconfirmed");
        }
        if (row.getObject("since", OffsetDateTime.class).isAfter(row.getObject("composed_at", OffsetDateTime.class))) {
            return Fact.of("fact.left.out.late");
        }
        return row.getBoolean("gone") ? Fact.of("fact.left.out.gone") : whyUnwanted(row);
    }

    private static Fact whyUnwanted(ResultSet row) throws SQLException {
        LocalDate paused = row.getObject("paused_until", LocalDate.class);
        if (paused != null && paused.isAfter(row.getObject("local_date", LocalDate.class))) {
            return Fact.of("fact.left.out.paused", Moment.of("fact.day.until", paused));
        }
        return Fact.of(row.getString("cadence").equals("EACH") ? "fact.left.out.unwanted" : "fact.left.out.days");
    }
}
