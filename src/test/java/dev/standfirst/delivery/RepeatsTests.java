package dev.standfirst.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standfirst.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RepeatsTests {

    private static final Instant NOW = Instant.parse("2026-11-18T06:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    /**
     * 1 and 2 were refused, 3 is in doubt, 4 was sent; 2 left, 5 is suppressed and 6 was erased, both refused before.
     */
    private static void anEdition(TestDatabase database) {
        sql(database, "insert into list (id, name, created_at) values (1, 'brief', current_timestamp)");
        sql(
                database,
                "insert into edition (id, digest, local_date, composed_at, title, subject, preheader, stories, articles, html, body_text)"
                        + " values (7, 'brief', date '2026-11-18', current_timestamp, '', '', '', 1, 1, '', '')");
        for (int i = 1; i <= 6; i++) {
            sql(
                    database,
                    "insert into subscriber (id, address, normal, domain, created_at, changed_at) values (%1$d, 'p%1$d@example.org', 'p%1$d@example.org', 'example.org', current_timestamp, current_timestamp)"
                            .formatted(i));
            sql(
                    database,
                    "insert into subscription (id, list_id, subscriber_id, status, since, changed_at, cause, at_time) values (%1$d, 1, %1$d, '%2$s', current_timestamp, current_timestamp, '', '%3$s')"
                            .formatted(i, i == 2 ? "UNSUBSCRIBED" : "CONFIRMED", i == 3 ? "18:00" : ""));
            sql(
                    database,
                    "insert into delivery (edition_id, subscription_id, subscriber_id, state, changed_at, due_at) values (7, %1$d, %1$d, '%2$s', current_timestamp, timestamp with time zone '2026-11-18 05:00:00+00')"
                            .formatted(i, i == 3 ? "DOUBT" : i == 4 ? "SENT" : "FAILED"));
        }
        sql(
                database,
                "insert into suppression (entry, reason, cause, created_at) values ('p5@example.org', 'COMPLAINT', '', current_timestamp)");
        sql(database, "update delivery set subscription_id = null, subscriber_id = null where subscription_id = 6");
    }

    @ParameterizedTest
    @MethodSource("dev.standfirst.TestDatabase#each")
    void whatWasRefusedWaitsAgainForThoseWhoStillWantIt(TestDatabase database) {
        anEdition(database);
        Books books = new Books(database, CLOCK);
        Repeats repeats = new Repeats(database.jdbc(), database.transactions(), books.counts, CLOCK);
        books.counts.begin(7);

        assertThat(repeats.count(7, EnumSet.of(DeliveryState.FAILED))).isEqualTo(1);
        assertThat(repeats.repeat(7, EnumSet.of(DeliveryState.FAILED))).isEqualTo(1);
        assertThat(states(database)).containsExactly("RETRY", "FAILED", "DOUBT", "SENT", "FAILED", "FAILED");
        assertThat(repeats.repeat(7, EnumSet.of(DeliveryState.FAILED, DeliveryState.DOUBT)))
                .isEqualTo(1);
        assertThat(states(database)).containsExactly("RETRY", "FAILED", "RETRY", "SENT", "FAILED", "FAILED");
        LedgerCounts.Kept kept = books.counts.of(7);
        assertThat(kept.rows().byState()).isEqualTo(books.counted());
        assertThat(kept.repeats()).as("one of them may have its mail").isEqualTo(1);
        assertThatThrownBy(() -> repeats.repeat(7, EnumSet.of(DeliveryState.SENT)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("dev.standfirst.TestDatabase#each")
    void beforeTheHourItIsBroughtForwardForThoseWhoChoseNone(TestDatabase database) {
        anEdition(database);
        sql(
                database,
                "update delivery set state = 'PENDING', due_at = timestamp with time zone '2026-11-18 07:00:00+00'");
        sql(
                database,
                "update delivery set due_at = timestamp with time zone '2026-11-18 18:00:00+00' where subscription_id = 3");
        AtTheHour atTheHour = new AtTheHour(database.jdbc(), CLOCK);

        assertThat(atTheHour.count(7, NOW.plusSeconds(3600))).isEqualTo(5);
        assertThat(atTheHour.bringForward(7)).isEqualTo(4);
        assertThat(atTheHour.count(7, NOW)).isEqualTo(4);
    }

    private static List<String> states(TestDatabase database) {
        return database.jdbc()
                .sql("select state from delivery order by id")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static void sql(TestDatabase database, String sql) {
        database.jdbc().sql(sql).update();
    }
}
