package dev.standfirst.delivery;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Suppressions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the ledger with what is known now of the people they are for: whether each may still be mailed, and where.
 */
final class Readers {

    static final String SELECT = """
            select d.id, d.state, d.due_at, d.attempts, d.doubts, d.tries_from, d.subscription_id,
                   d.variant_id, d.plain, d.comes,
                   u.address, s.status, s.since, s.paused_until,
                   case when s.zone is null or s.zone = '' then e.zone else s.zone end as zone,
                   case when
            """ + Suppressions.NOT_SUPPRESSED + """
                   then false else true end as stopped
            from delivery d
            join edition e on e.id = d.edition_id
            left join subscription s on s.id = d.subscription_id
            left join subscriber u on u.id = d.subscriber_id
            """;

    private Readers() {}

    /** Whether a row of {@link #SELECT} may be mailed. */
    static Waiting.Verdict verdict(ResultSet row, Instant now) throws SQLException {
        return new Waiting.Verdict(row.getLong("id"), state(row), reason(row, now));
    }

    /** A row of {@link #SELECT} that may be mailed. */
    static Claimed claimed(ResultSet row) throws SQLException {
        long variant = row.getLong("variant_id");
        Claim claim = new Claim(
                row.getLong("id"),
                row.getLong("subscription_id"),
                new EmailAddress(row.getString("address")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                zone(row),
                variant == 0 ? OptionalLong.empty() : OptionalLong.of(variant),
                row.getBoolean("plain"),
                row.getString("comes"));
        return new Claimed(claim, waiting(row));
    }

    /** A row that has the columns of where it stands. */
    static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                row.getLong("id"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"),
                row.getInt("doubts"),
                Optional.ofNullable(row.getObject("tries_from", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static @Nullable String reason(ResultSet row, Instant now) throws SQLException {
        String status = row.getString("status");
        if (status == null || row.getString("address") == null) {
            return "erased before it went out";
        }
        if (!status.equals("CONFIRMED")) {
            return Departures.LEFT;
        }
        LocalDate paused = row.getObject("paused_until", LocalDate.class);
        if (paused != null && paused.isAfter(now.atZone(zone(row)).toLocalDate())) {
            return "paused before it went out";
        }
        return row.getBoolean("stopped") ? Departures.STOPPED : null;
    }

    private static DeliveryState state(ResultSet row) throws SQLException {
        return DeliveryState.valueOf(row.getString("state"));
    }

    private static ZoneId zone(ResultSet row) throws SQLException {
        String zone = row.getString("zone");
        return zone == null || zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone);
    }
}
