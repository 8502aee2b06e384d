package dev.standfirst.transfer;

import dev.standfirst.subscriber.PreferenceColumns;
import dev.standfirst.subscriber.Preferences;
import dev.standfirst.subscriber.Subscription.Status;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Places on a list that are to be made or changed. */
final class PlaceBatch {

    private final long list;
    private final String cause;
    private final List<Place> fresh = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> changed = new ArrayList<>();

    /** @param cause in words that fit behind "because" */
    PlaceBatch(long list, String cause) {
        this.list = list;
        this.cause = cause;
    }

    /**
     * A place that is to be made.
     *
     * @param normal the person's address in normal form
     * @param since when the person joined
     * @param changed when the status became what it is
     */
    record Place(String normal, Status status, Instant since, Instant changed, Preferences preferences) {}

    void make(Place place) {
        fresh.add(place);
    }

    /** @param at when the status changes, where it does */
    void change(Known.Place place, Status status, Preferences preferences, Instant at) {
        Map<String, @Nullable Object> values = new HashMap<>(PreferenceColumns.parameters(preferences));
        values.put("id", place.id());
        values.put("status", status.name());
        values.put("changed", time(status == place.status() ? place.changedAt() : at));
        values.put("cause", cause);
        changed.add(values);
    }

    /** Normal addresses of people who get a place. */
    Stream<String> normals() {
        return fresh.stream().map(Place::normal);
    }

    /** @param ids the numbers of all these people, by normal address */
    void write(JdbcTemplate jdbc, Map<String, Long> ids) {
        if (!fresh.isEmpty()) {
            jdbc.batchUpdate("""
                    insert into subscription (list_id, subscriber_id, status, since, changed_at, cause)
                    values (?, ?, ?, ?, ?, ?)
                    """, fresh.stream().map(place -> row(place, ids)).toList());
        }
        named(
                jdbc,
                "update subscription set " + PreferenceColumns.ASSIGNMENTS
                        + " where list_id = :list and subscriber_id = :person",
                fresh.stream()
                        .filter(place -> !place.preferences().equals(Preferences.NONE))
                        .map(place -> choice(place, ids))
                        .toList());
        named(
                jdbc,
                "update subscription set status = :status, changed_at = :changed, cause = :cause, version = version + 1, "
                        + PreferenceColumns.ASSIGNMENTS + " where id = :id",
                changed);
    }

    private Object[] row(Place place, Map<String, Long> ids) {
        return new Object[] {
            list, ids.get(place.normal()), place.status().name(), time(place.since()), time(place.changed()), cause
        };
    }

    private Map<String, @Nullable Object> choice(Place place, Map<String, Long> ids) {
        Map<String, @Nullable Object> values = new HashMap<>(PreferenceColumns.parameters(place.preferences()));
        values.put("list", list);
        values.put("person", ids.get(place.normal()));
        return values;
    }

    @SuppressWarnings("unchecked") // an array of a generic type
    private static void named(JdbcTemplate jdbc, String sql, List<Map<String, @Nullable Object>> rows) {
        if (!rows.isEmpty()) {
            new NamedParameterJdbcTemplate(jdbc).batchUpdate(sql, rows.toArray(Map[]::new));
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
