package dev.standfirst.bench;

import dev.standfirst.job.RunStep;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * What hostile feeds cost the others: reads 190 feeds and their articles to the end, once alone and once among
 * others that do what they can to hold a reader up, of ten kinds. Takes how many of each kind. Ends with 1 where a good feed or an article of one was lost.
 */
final class ReadingDrill {

    private static final int GOOD = 190;
    private static final int ENTRIES = 5;
    private static final Duration GAP = Duration.ofSeconds(1);

    private ReadingDrill() {}

    /**
     * A run over some feeds.
     *
     * @param lastGood until the last good feed was stored, from the start
     */
    private record Row(Reader.Run run, long answered, long entries, long articles, Duration lastGood) {}

    public static void main(String[] args) throws Exception {
        try (Sites sites = Sites.open(GOOD, 1, ENTRIES, 0, Integer.parseInt(args[0]))) {
            List<URI> all = mixed(sites);
            drill(sites.good());
            Row alone = drill(sites.good());
            Row among = drill(all);
            print(alone, among);
            sites.hostile().forEach((name, address) -> tell(name, address, among.run().told()));
            boolean lost = alone.answered() < GOOD
                    || among.answered() < GOOD
                    || alone.articles() < GOOD * ENTRIES
                    || among.articles() < GOOD * ENTRIES;
            System.out.printf("%n%s%n", lost ? "Something good was LOST." : "Nothing good was lost.");
            if (lost) {
                System.exit(1);
            }
        }
    }

    /** The hostile ones come first: whoever waits for them is late. */
    private static List<URI> mixed(Sites sites) {
        List<URI> all = new ArrayList<>(sites.hostile().values());
        all.addAll(sites.good());
        return all;
    }

    private static Row drill(List<URI> feeds) throws Exception {
        Path data = Files.createTempDirectory("drill");
        try (Reader reader = new Reader(data, feeds, GAP)) {
            Reader.Run run = reader.run(feeds);
            Instant lastGood = reader.database()
                    .sql("select max(last_success) from source")
                    .query(OffsetDateTime.class)
                    .single()
                    .toInstant();
            return new Row(
                    run,
                    reader.count("select count(*) from source where last_success is not null"),
                    reader.count("select count(*) from entry"),
                    reader.count("select count(*) from article"),
                    Duration.between(run.began(), lastGood));
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private static void print(Row alone, Row among) {
        System.out.printf(
                "%d good feeds of %d entries, each on a host of its own, %d s between requests to a host; %d cores, heap of %d MB%n%n",
                GOOD, ENTRIES, GAP.toSeconds(), Runtime.getRuntime().availableProcessors(), megabytes(Runtime.getRuntime()
                        .maxMemory()));
        System.out.printf("%-42s %12s %12s%n", "", "alone", "with hostile");
        line("last good feed stored after, s", seconds(alone.lastGood()), seconds(among.lastGood()));
        line("all feeds settled after, s", collect(alone), collect(among));
        line("articles, s", alone.run().seconds(RunStep.EXTRACT), among.run().seconds(RunStep.EXTRACT));
        line("whole run, s", seconds(alone.run().took()), seconds(among.run().took()));
        line("CPU, s", seconds(alone.run().cpu()), seconds(among.run().cpu()));
        line("feeds answered", alone.answered(), among.answered());
        line("entries", alone.entries(), among.entries());
        line("articles", alone.articles(), among.articles());
        line("peak heap, MB", megabytes(alone.run().peakHeap()), megabytes(among.run().peakHeap()));
        line("threads before, at most, after", alone.run().threads(), among.run().threads());
        System.out.println();
    }

    private static double collect(Row row) {
        return row.run().seconds(RunStep.COLLECT);
    }

    private static void line(String name, Object one, Object other) {
        System.out.printf("%-42s %12s %12s%n", name, text(one), text(other));
    }

    private static String text(Object value) {
        return value instanceof Double number ? "%.2f".formatted(number) : value.toString();
    }

    private static void tell(String name, URI address, List<String> told) {
        String words = told.stream()
                .filter(one -> one.startsWith(address.getHost() + address.getPath()))
                .findFirst()
                .orElse("(nothing was told)");
        System.out.printf("%-9s %s%n", name, words);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static long megabytes(long bytes) {
        return bytes / 1_000_000;
    }
}
