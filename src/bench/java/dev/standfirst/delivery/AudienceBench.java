package dev.standfirst.delivery;

import dev.standfirst.TestDatabase;
import dev.standfirst.digest.Digest;
import dev.standfirst.edition.RenderedEdition;
import dev.standfirst.edition.SampleEdition;
import dev.standfirst.edition.VariantPress;
import dev.standfirst.subscriber.People;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/**
 * How long it takes to freeze who gets an edition, and how much memory: people who chose nothing, and a tenth as many
 * who chose at random, on both databases.
 */
final class AudienceBench {

    private static final Clock CLOCK = Clock.fixed(SampleEdition.NOW, ZoneOffset.UTC);

    private AudienceBench() {}

    public static void main(String[] args) throws IOException {
        int people = Integer.parseInt(args[0]);
        System.out.printf("%-10s %9s %9s %8s %8s %8s%n", "", "people", "variants", "CPU s", "wall s", "heap MB");
        run(TestDatabase.postgres(), people);
        run(TestDatabase.inFile(Files.createTempDirectory("audience")), people);
        // PostgreSQL of the tests ends with the program.
        System.exit(0);
    }

    private static void run(TestDatabase database, int people) {
        Crowd.fill(database, people / 10);
        plain(database, people / 10 + 1, people + people / 10);
        for (int round = 1; round <= 2; round++) {
            freeze(database, round);
        }
    }

    /** People who chose nothing. */
    private static void plain(TestDatabase database, int from, int to) {
        String series = database.toString().equals("H2")
                ? "select x as id from system_range(%d, %d)"
                : "select id from generate_series(%d, %d) as id";
        String numbers = series.formatted(from, to);
        database.jdbc().sql("""
                insert into subscriber (id, address, normal, domain, created_at, changed_at)
                select id, 'p' || id || '@example.org', 'p' || id || '@example.org', 'example.org', now(), now()
                from (%s) n
                """.formatted(numbers)).update();
        database.jdbc().sql("""
                insert into subscription (id, list_id, subscriber_id, status, since, changed_at, cause)
                select id, 1, id, 'CONFIRMED', now(), now(), '' from (%s) n
                """.formatted(numbers)).update();
    }

    private static void freeze(TestDatabase database, int round) {
        Digest digest = SampleEdition.digest("brief");
        RenderedEdition rendered = SampleEdition.rendered(digest);
        long edition =
                SampleEdition.freeze(database.jdbc(), rendered, SampleEdition.DATE.plusDays(round), CLOCK);
        VariantPress press =
                SampleEdition.variants(database.jdbc()).press(edition, rendered, digest, language -> List.of());
        double before = cpu();
        long from = System.nanoTime();
        FrozenAudience frozen = database.transactions()
                .execute(status -> new Audience(
                                database.jdbc(),
                                database.template(),
                                new LedgerCounts(database.jdbc(), new People(database, CLOCK).race),
                                CLOCK)
                        .freeze(edition, digest, SampleEdition.DATE, press));
        double seconds = (System.nanoTime() - from) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-10s %9d %9d %8.1f %8.1f %8d%n",
                database,
                frozen.people(),
                frozen.variants(),
                cpu() - before,
                seconds,
                Runtime.getRuntime().totalMemory() >> 20);
    }

    /** Seconds of this program and of the database's processes. The machine may be busy with other things. */
    private static double cpu() {
        double own = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
        return own
                + ProcessHandle.current().descendants()
                        .flatMap(process -> process.info().totalCpuDuration().stream())
                        .mapToDouble(used -> used.toMillis() / 1e3)
                        .sum();
    }
}
