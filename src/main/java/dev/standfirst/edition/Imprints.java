package dev.standfirst.edition;

import dev.standfirst.digest.Delivery;
import dev.standfirst.digest.SendWindow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What editions keep of who publishes them and how their mails are handed over. */
final class Imprints {

    private final JdbcClient jdbc;

    Imprints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** That of an edition; empty for one of an earlier version that nobody signed yet. */
    Optional<Imprint> find(long edition) {
        return jdbc.sql("select * from edition where id = ? and sender_address <> ''")
                .param(edition)
                .query(Imprints::imprint)
                .optional();
    }

    /** Keeps it, once: what is kept already stays. */
    void keep(long edition, Imprint imprint) {
        SendWindow between = imprint.between();
        jdbc.sql("""
                update edition set language = :language, zone = :zone, sender_name = :sender,
                       sender_address = :address, reply_to = :reply_to, list = :list, comes = :comes, archived = :archived,
                       send_from = :from, send_to = :to, doubt = :doubt, tries_for = :tries
                where id = :id and sender_address = ''
                """)
                .param("language", imprint.language().toLanguageTag())
                .param("zone", imprint.zone().getId())
                .param("sender", imprint.sender())
                .param("address", imprint.address())
                .param("reply_to", imprint.replyTo().orElse(""))
                .param("list", imprint.list())
                .param("comes", imprint.comes())
                .param("archived", imprint.archived())
                .param("from", between.isAlways() ? null : between.from())
                .param("to", between.isAlways() ? null : between.to())
                .param("doubt", imprint.delivery().doubt().name())
                .param("tries", imprint.delivery().tries().toSeconds())
                .param("id", edition)
                .update();
    }

    private static Imprint imprint(ResultSet row, int number) throws SQLException {
        return new Imprint(
                Locale.forLanguageTag(row.getString("language")),
                ZoneId.of(row.getString("zone")),
                row.getString("sender_name"),
                row.getString("sender_address"),
                Optional.of(row.getString("reply_to")).filter(address -> !address.isEmpty()),
                row.getString("list"),
                row.getString("comes"),
                row.getBoolean("archived"),
                between(row.getObject("send_from", LocalTime.class), row.getObject("send_to", LocalTime.class)),
                new Delivery(
                        Delivery.Doubt.valueOf(row.getString("doubt")), Duration.ofSeconds(row.getLong("tries_for"))));
    }

    private static SendWindow between(@Nullable LocalTime from, @Nullable LocalTime to) {
        return from == null || to == null ? SendWindow.ALWAYS : new SendWindow(from, to);
    }
}
