package dev.standfirst.subscriber;

import dev.standfirst.mail.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * A person's place on a list.
 *
 * @param id its number
 * @param list name of the list
 * @param subscriberId number of the person
 * @param address the person's address
 * @param name the person's name, may be empty
 * @param status whether mail goes there
 * @param since when the person joined
 * @param changedAt when the status changed last
 * @param preferences when and what the person wants
 * @param version grows with every change
 */
public record Subscription(
        long id,
        String list,
        long subscriberId,
        EmailAddress address,
        String name,
        Status status,
        Instant since,
        Instant changedAt,
        Preferences preferences,
        long version) {

    /** Reads places {@code s} with their lists {@code l} and people {@code u}. */
    static final String SELECT = """
            select s.*, l.name as list, u.address, u.name
            from subscription s
            join list l on l.id = s.list_id
            join subscriber u on u.id = s.subscriber_id
            """;

    /** The states that list managers agree on. Only {@code CONFIRMED} is mailed. */
    public enum Status {
        UNCONFIRMED,
        CONFIRMED,
        UNSUBSCRIBED
    }

    /** From a row of {@link #SELECT}. */
    static Subscription of(ResultSet row, int number) throws SQLException {
        return new Subscription(
                row.getLong("id"),
                row.getString("list"),
                row.getLong("subscriber_id"),
                new EmailAddress(row.getString("address")),
                row.getString("name"),
                Status.valueOf(row.getString("status")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                PreferenceColumns.of(row),
                row.getLong("version"));
    }

    /** Whether the person left. */
    boolean hasLeft() {
        return status == Status.UNSUBSCRIBED;
    }
}
