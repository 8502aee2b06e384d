package dev.standfirst.transfer;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.PreferenceColumns;
import dev.standfirst.subscriber.Subscription.Status;
import dev.standfirst.subscriber.Suppressions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/**
 * Looks up what is known of many addresses at a time: one question for thousands, in the same words for each database.
 */
@Component
class Lookup {

    private static final String PEOPLE = """
            select u.normal as wanted, u.id as person, u.name, u.attributes, s.*
            from unnest(?) as wanted(normal)
            join subscriber u on u.normal = wanted.normal
            left join subscription s on s.subscriber_id = u.id and s.list_id = ?
            """;

    private static final String STOPS = """
            select x.entry, x.cause from unnest(?) as wanted(entry) join suppression x on x.entry = wanted.entry
            """;

    private final JdbcTemplate jdbc;
    private final Suppressions suppressions;

    Lookup(JdbcTemplate jdbc, Suppressions suppressions) {
        this.jdbc = jdbc;
        this.suppressions = suppressions;
    }

    /**
     * What is known of each address, by its normal form; nothing where nothing is.
     *
     * @param list number of the list, or 0 where it does not exist yet
     */
    Map<String, Known> of(Collection<EmailAddress> addresses, long list) {
        Map<String, Known> known = new HashMap<>();
        ask(PEOPLE, addresses.stream().map(EmailAddress::normal).toList(), list, row -> {
            known.put(row.getString("wanted"), known(row));
        });
        if (!jdbc.queryForList("select id from suppression limit 1").isEmpty()) {
            addStops(addresses, known);
        }
        return known;
    }

    /** The numbers of people, by normal address. */
    Map<String, Long> ids(Collection<String> normals) {
        Map<String, Long> ids = new HashMap<>();
        ask("""
                select u.normal, u.id from unnest(?) as wanted(normal) join subscriber u on u.normal = wanted.normal
                """, normals, null, row -> ids.put(row.getString(1), row.getLong(2)));
        return ids;
    }

    private void addStops(Collection<EmailAddress> addresses, Map<String, Known> known) {
        Map<String, List<String>> entries = new HashMap<>();
        List<String> all = new ArrayList<>();
        for (EmailAddress address : addresses) {
            List<String> own = suppressions.entriesFor(address);
            entries.put(address.normal(), own);
            all.addAll(own);
        }
        Map<String, Known.Stop> stops = new HashMap<>();
        ask(STOPS, all.stream().distinct().toList(), null, row -> {
            stops.put(row.getString("entry"), new Known.Stop(row.getString("entry"), row.getString("cause")));
        });
        entries.forEach((normal, own) -> own.stream()
                .map(stops::get)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(stop -> known.put(
                        normal, known.getOrDefault(normal, Known.NOTHING).stoppedBy(stop))));
    }

    private void ask(String sql, Collection<String> texts, @Nullable Long list, RowCallbackHandler rows) {
        jdbc.query(
                sql,
                statement -> {
                    statement.setArray(1, statement.getConnection().createArrayOf("varchar", texts.toArray()));
                    if (list != null) {
                        statement.setLong(2, list);
                    }
                },
                rows);
    }

    private static Known known(ResultSet row) throws SQLException {
        Known.Person person =
                new Known.Person(row.getLong("person"), row.getString("name"), row.getString("attributes"));
        String status = row.getString("status");
        Optional<Known.Place> place = status == null
                ? Optional.empty()
                : Optional.of(new Known.Place(
                        row.getLong("id"),
                        Status.valueOf(status),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        PreferenceColumns.of(row)));
        return new Known(Optional.of(person), place, Optional.empty());
    }
}
