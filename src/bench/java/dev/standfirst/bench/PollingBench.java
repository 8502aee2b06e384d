package dev.standfirst.bench;

import dev.standfirst.job.RunStep;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * How many feeds an hour are polled: many feeds on far fewer hosts, once for the first time, and once when four of five
 * have not changed. Takes the seconds between two requests to a host.
 */
final class PollingBench {

    private static final int HOSTS = 500;
    private static final int FEEDS_EACH = 20;
    private static final int ENTRIES = 15;
    private static final int DAYS_OLD = 10;
    private static final Duration BETWEEN_ROUNDS = Duration.ofMinutes(90);

    private PollingBench() {}

    public static void main(String[] args) throws Exception {
        Duration gap = Duration.ofSeconds(Long.parseLong(args[0]));
        Path data = Files.createTempDirectory("polling");
        try (Sites sites = Sites.open(HOSTS, FEEDS_EACH, ENTRIES, DAYS_OLD, 0);
                Reader reader = new Reader(data, sites.good(), gap)) {
            System.out.printf(
                    "%,d feeds of %d entries on %d hosts, %d s between requests to a host; %d cores, heap of %d MB%n%n",
                    sites.good().size(),
                    ENTRIES,
                    HOSTS,
                    gap.toSeconds(),
                    Runtime.getRuntime().availableProcessors(),
                    megabytes(Runtime.getRuntime().maxMemory()));
            System.out.printf(
                    "%-20s %8s %13s %6s %9s %13s %11s %9s %8s %8s %8s%n",
                    "", "answered", "feeds an hour", "s", "CPU s", "servers CPU s", "storing p95", "max ms", "heap MB",
                    "articles", "run s");
            round("first", sites, reader);
            sites.nextRound(2);
            reader.later(BETWEEN_ROUNDS);
            round("80 % unchanged", sites, reader);
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private static void round(String name, Sites sites, Reader reader) {
        Duration servers = sites.cpu();
        Reader.Run run = reader.run(sites.good());
        double seconds = run.seconds(RunStep.COLLECT);
        List<Double> storing = run.storing();
        System.out.printf(
                "%-20s %,8d %,13.0f %6.1f %9.1f %13.1f %8.1f ms %9.1f %8d %,8d %8.1f%n",
                name,
                sites.good().size() - run.told().size(),
                sites.good().size() * 3600 / seconds,
                seconds,
                run.collectCpu().toMillis() / 1000.0,
                sites.cpu().minus(servers).toMillis() / 1000.0,
                storing.get(storing.size() * 95 / 100),
                storing.get(storing.size() - 1),
                megabytes(run.peakHeap()),
                reader.count("select count(*) from article"),
                run.took().toMillis() / 1000.0);
        run.told().stream().limit(3).forEach(problem -> System.out.println("  " + problem));
    }

    private static long megabytes(long bytes) {
        return bytes / 1_000_000;
    }
}
