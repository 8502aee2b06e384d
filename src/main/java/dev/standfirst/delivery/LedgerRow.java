package dev.standfirst.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A row of the ledger with its person, for programs.
 *
 * @param id its number
 * @param subscriberId number of the person; empty where it was erased since
 * @param address the person's address; empty where it was erased since
 * @param state where it stands
 * @param attempts how often it was handed over
 * @param reply what the mail server said last, or why it was not asked
 * @param changedAt when the state changed last
 */
public record LedgerRow(
        long id,
        OptionalLong subscriberId,
        Optional<String> address,
        DeliveryState state,
        int attempts,
        String reply,
        Instant changedAt) {

    static LedgerRow of(ResultSet row, int number) throws SQLException {
        long person = row.getLong("subscriber_id");
        return new LedgerRow(
                row.getLong("id"),
                row.wasNull() ? OptionalLong.empty() : OptionalLong.of(person),
                Optional.ofNullable(row.getString("address")),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getString("reply"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
