package dev.standfirst.health;

import dev.standfirst.watch.Meters;
import dev.standfirst.watch.Trouble;
import dev.standfirst.watch.TroubleKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How things stand in the database, as figures: counted now and then, so that whoever reads the figures costs nothing.
 * Used by the thread of {@link Watchman} alone.
 */
@Component
class Standing {

    private static final Duration OFTEN = Duration.ofMinutes(1);
    private static final Duration SELDOM = Duration.ofMinutes(10);

    private static final List<Count> COUNTS = List.of(
            new Count(
                    "standfirst.deliveries.open",
                    "Mails that wait, of editions that are not finished, by state.",
                    "state",
                    """
                    select d.state, count(*) from delivery d join edition e on e.id = d.edition_id
                    where e.completed_at is null and d.state in ('PENDING', 'CLAIMED', 'RETRY') group by d.state
                    """,
                    OFTEN),
            new Count("standfirst.editions", "Editions, by whether they are finished.", "state", """
                    select case when completed_at is null then 'open' else 'sent' end, count(*) from edition
                    group by case when completed_at is null then 'open' else 'sent' end
                    """, OFTEN),
            new Count("standfirst.sources", "Sources, by whether they can be read.", "state", """
                    select case when failing_since is null then 'read' else 'failing' end, count(*) from source
                    group by case when failing_since is null then 'read' else 'failing' end
                    """, OFTEN),
            new Count(
                    "standfirst.imports",
                    "Imports of people, by state.",
                    "state",
                    "select state, count(*) from import group by state",
                    OFTEN),
            new Count(
                    "standfirst.subscriptions",
                    "People's places on lists, by status.",
                    "status",
                    "select status, count(*) from subscription group by status",
                    SELDOM),
            new Count(
                    "standfirst.bounces",
                    "Reports about mail that came back, by kind.",
                    "kind",
                    "select kind, count(*) from bounce group by kind",
                    SELDOM));

    private final JdbcClient jdbc;
    private final Meters meters;
    private final Clock clock;
    private final Map<String, AtomicLong> gauges = new HashMap<>();
    private final Map<String, Instant> counted = new HashMap<>();

    Standing(JdbcClient jdbc, Meters meters, Clock clock) {
        this.jdbc = jdbc;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * What is counted.
     *
     * @param name of the figure
     * @param words what it is
     * @param label name of what the counts are told apart by: words of the program, never foreign text
     * @param sql gives label and number
     * @param every how often it is counted
     */
    private record Count(String name, String words, String label, String sql, Duration every) {}

    /** Counts what was not counted for its time. */
    void count() {
        Instant now = clock.instant();
        COUNTS.stream()
                .filter(count ->
                        !counted.getOrDefault(count.name(), Instant.MIN).isAfter(now.minus(count.every())))
                .forEach(count -> {
                    count(count);
                    counted.put(count.name(), now);
                });
    }

    /** Keeps how the program is. */
    void note(Report report) {
        gauge("standfirst.up", "Whether what is due goes out: 1 or 0.").set(report.isUp() ? 1 : 0);
        for (TroubleKind kind : TroubleKind.values()) {
            long number = report.troubles().stream()
                    .map(Trouble::kind)
                    .filter(kind::equals)
                    .count();
            gauge("standfirst.troubles", "What somebody has to know of, by kind.", "kind", kind.key())
                    .set(number);
        }
    }

    private void count(Count count) {
        Map<String, Long> found = new HashMap<>();
        jdbc.sql(count.sql()).query(row -> {
            found.put(row.getString(1).toLowerCase(Locale.ROOT), row.getLong(2));
        });
        // What is not there any more is none.
        gauges.forEach((key, gauge) -> {
            if (key.startsWith(count.name() + " ")) {
                gauge.set(0);
            }
        });
        found.forEach((value, number) ->
                gauge(count.name(), count.words(), count.label(), value).set(number));
    }

    private AtomicLong gauge(String name, String words, String... labels) {
        return gauges.computeIfAbsent(name + " " + String.join("=", labels), key -> meters.gauge(name, words, labels));
    }
}
