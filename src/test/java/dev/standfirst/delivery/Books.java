package dev.standfirst.delivery;

import dev.standfirst.TestDatabase;
import dev.standfirst.bounce.Returns;
import dev.standfirst.subscriber.People;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** The ledger over one database, with an edition, number 7, for people on one list. */
final class Books {

    static final long EDITION = 7;
    static final Instant DUE = Instant.parse("2026-11-18T06:00:00Z");

    final TestDatabase database;
    final Clock clock;
    final LedgerCounts counts;
    final Ledger ledger;
    final Settling settling;
    final Departures departures;

    Books(TestDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.counts = new LedgerCounts(database.jdbc(), new People(database, clock).race);
        this.ledger = new Ledger(database.jdbc(), database.transactions(), counts, clock);
        this.settling = new Settling(
                database.jdbc(),
                database.template(),
                database.transactions(),
                counts,
                Returns.bounces(database.jdbc(), clock),
                clock);
        this.departures = new Departures(database.jdbc(), counts, clock);
    }

    /** People p1, p2, ... and a row for each, due at {@link #DUE}. */
    void anEditionFor(int people) {
        sql("insert into list (id, name, created_at) values (1, 'brief', current_timestamp)");
        sql(
                "insert into edition (id, digest, local_date, composed_at, title, subject, preheader, stories, articles, html,"
                        + " body_text) values (7, 'sample', date '2026-11-18', current_timestamp, '', '', '', 1, 1, '', '')");
        for (int i = 1; i <= people; i++) {
            sql(("insert into subscriber (id, address, normal, domain, created_at, changed_at) values (%1$d,"
                            + " 'p%1$d@example.org', 'p%1$d@example.org', 'example.org', current_timestamp,"
                            + " current_timestamp)")
                    .formatted(i));
            sql(
                    ("insert into subscription (id, list_id, subscriber_id, status, since, changed_at, cause) values (%1$d, 1,"
                                    + " %1$d, 'CONFIRMED', current_timestamp, current_timestamp, '')")
                            .formatted(i));
            sql(
                    ("insert into delivery (id, edition_id, subscription_id, subscriber_id, state, changed_at, due_at) values"
                                    + " (%1$d, 7, %1$d, %1$d, 'PENDING', current_timestamp,"
                                    + " timestamp with time zone '2026-11-18 06:00:00+00')")
                            .formatted(i));
        }
    }

    void sql(String text) {
        database.jdbc().sql(text).update();
    }

    DueRows due(String owner) {
        return ledger.due(EDITION, owner);
    }

    List<Claimed> claim(String owner, int most) {
        return due(owner).claim(most, Set.of());
    }

    void settle(String owner, Settlement... settlements) {
        settling.settle(EDITION, owner, List.of(settlements));
    }

    static Settlement sent(Claimed row) {
        return new Settlement(row.id(), DeliveryState.SENT, "250 ok", row.turn().due(), 1, 0, true);
    }

    Recovery recovery(Path data) {
        return new Recovery(database.jdbc(), database.transactions(), settling, counts, new Journals(data), clock);
    }

    Terms terms(boolean repeatsDoubt) {
        return new Terms(repeatsDoubt, Duration.ofDays(1), Duration.ofMinutes(5), clock, new Random(1));
    }

    /** The states of the rows, in the order of their numbers. */
    List<String> states() {
        return database.jdbc()
                .sql("select state from delivery where edition_id = 7 order by id")
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** The states as somebody counts them who does not trust what is kept. */
    Map<DeliveryState, Long> counted() {
        Map<DeliveryState, Long> counted = new EnumMap<>(DeliveryState.class);
        states().forEach(state -> counted.merge(DeliveryState.valueOf(state), 1L, Long::sum));
        return new DeliveryCounts(counted).byState();
    }
}
