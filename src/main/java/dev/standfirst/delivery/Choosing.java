package dev.standfirst.delivery;

import dev.standfirst.subscriber.PreferenceColumns;
import dev.standfirst.subscriber.Preferences;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * Somebody on a list who chose when or what to get.
 *
 * @param subscription number of the place on the list
 * @param subscriber number of the person
 * @param joined when the person joined
 * @param preferences what was chosen
 */
record Choosing(long subscription, long subscriber, Instant joined, Preferences preferences) {

    /** From a row that has all columns of a subscription. */
    static Choosing of(ResultSet row, int number) throws SQLException {
        return new Choosing(
                row.getLong("id"),
                row.getLong("subscriber_id"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                PreferenceColumns.of(row));
    }
}
