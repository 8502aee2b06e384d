package dev.standfirst.subscriber;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to each person, when and why. Lines are added, never changed; they go when the person is erased. */
@Repository
public class History {

    private final JdbcClient jdbc;
    private final Clock clock;

    History(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What can happen. */
    public enum Event {
        /** Asked to join a list; not confirmed yet. */
        ASKED,
        /** Confirmed by the person's own mailbox. */
        CONFIRMED,
        /** Put on a list by somebody else: by hand, by an import, by a program. */
        ADDED,
        /** Left a list. */
        LEFT,
        /** Is on a list again after leaving it. */
        CAME_BACK,
        /** Chose when and what to get. */
        CHOSE,
        /** Name or attributes were changed. */
        NAME,
        /** The address was put among those that are never mailed. */
        SUPPRESSED,
        /** The address was taken from those that are never mailed. */
        RELEASED,
        /** Mail came back, or the person complained. */
        BOUNCED,
        /** The person's data were handed out. */
        EXPORTED
    }

    /**
     * One line.
     *
     * @param at when
     * @param event what
     * @param list name of the list, empty where it concerns none
     * @param reason why, by whom, from where
     */
    public record Line(Instant at, Event event, Optional<String> list, Reason reason) {}

    /** Adds a line about a person. */
    public void record(long subscriberId, Event event, Reason reason) {
        record(subscriberId, null, event, reason);
    }

    /** Adds a line about a person and a list. */
    public void record(long subscriberId, @Nullable Long listId, Event event, Reason reason) {
        line("values (:person, :list, :now, :event, :cause, :actor, :origin, :words)", event, reason)
                .param("person", subscriberId)
                .param("list", listId)
                .update();
    }

    /** Adds a line about the person and the list of a place; none where there is no such place any more. */
    void recordPlace(long subscriptionId, Event event, Reason reason) {
        line("""
                select subscriber_id, list_id, :now, :event, :cause, :actor, :origin, :words
                from subscription where id = :place
                """, event, reason).param("place", subscriptionId).update();
    }

    private JdbcClient.StatementSpec line(String source, Event event, Reason reason) {
        return jdbc.sql("insert into history (subscriber_id, list_id, happened_at, event, cause, actor, origin, words) "
                        + source)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("event", event.name())
                .param("cause", reason.cause())
                .param("actor", reason.actor())
                .param("origin", reason.origin())
                .param("words", reason.words());
    }

    /** All lines about a person, the oldest first. */
    public List<Line> of(long subscriberId) {
        return jdbc.sql("""
                select h.*, l.name as list from history h left join list l on l.id = h.list_id
                where h.subscriber_id = ? order by h.id
                """).param(subscriberId).query(History::line).list();
    }

    /** How often each thing happened since a moment; what did not happen is missing. */
    public Map<Event, Long> since(Instant moment) {
        Map<Event, Long> events = new EnumMap<>(Event.class);
        jdbc.sql("select event, count(*) from history where happened_at > ? group by event")
                .param(moment.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    events.put(Event.valueOf(row.getString(1)), row.getLong(2));
                });
        return events;
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                Event.valueOf(row.getString("event")),
                Optional.ofNullable(row.getString("list")),
                new Reason(
                        row.getString("cause"),
                        row.getString("actor"),
                        row.getString("origin"),
                        row.getString("words")));
    }
}
