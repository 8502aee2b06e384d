package dev.standfirst.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.transfer.ImportOutcome;
import dev.standfirst.transfer.ImportReport;
import dev.standfirst.transfer.ImportRequest;
import dev.standfirst.transfer.Transfers;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * How long importing and exporting many people takes and what memory it needs, on H2 with every commit written and on
 * PostgreSQL: a check, an import that is killed in the middle and goes on, the same file again, an export, and that
 * export imported into an empty database and exported again, which has to give the same bytes. Each step is a process of
 * its own with a heap of 256 MB. Beside it, the plain way: one person after the other.
 */
final class ImportBench {

    private static final int PLAIN_ROWS = 20_000;
    private static final int KILLED_AFTER = 5;

    private ImportBench() {}

    public static void main(String[] args) throws Exception {
        if (args[0].equals("step")) {
            step(args[1], args[2], Path.of(args[3]));
            return;
        }
        int rows = Integer.parseInt(args[0]);
        Path folder = Files.createTempDirectory("import-bench");
        Path file = folder.resolve("people.csv");
        long bytes = write(file, rows);
        System.out.printf("%,d rows, %,d MB%n%n", rows, bytes / 1_000_000);
        System.out.printf("%-12s %-30s %8s %8s %10s %8s  %s%n", "", "", "seconds", "CPU s", "rows/s", "heap MB", "rows");
        runAll("H2", "jdbc:h2:file:" + folder.resolve("first") + ";WRITE_DELAY=0", "jdbc:h2:file:" + folder.resolve("second") + ";WRITE_DELAY=0", file);
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start()) {
            String first = server.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true";
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database second");
            }
            runAll("PostgreSQL", first, server.getJdbcUrl("postgres", "second") + "&reWriteBatchedInserts=true", file);
        }
    }

    private static void runAll(String database, String first, String second, Path file) throws Exception {
        run(database, "check", first, file, false);
        run(database, "apply", first, file, true);
        run(database, "apply", first, file, false);
        run(database, "apply", first, file, false);
        Path exported = file.resolveSibling(database + "-1.csv");
        run(database, "export", first, exported, false);
        run(database, "apply", second, exported, false);
        Path again = file.resolveSibling(database + "-2.csv");
        run(database, "export", second, again, false);
        System.out.printf("%-12s %-30s %s%n", database, "exports are equal", Files.mismatch(exported, again) < 0);
        run(database, "plain", second, file, false);
        System.out.println();
    }

    /** @param killed whether the process is ended by force as soon as some pieces are done */
    private static void run(String database, String step, String url, Path file, boolean killed) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-Dfile.encoding=UTF-8",
                        "-Dlogging.level.root=warn",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImportBench.class.getName(),
                        "step",
                        step,
                        url,
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            int pieces = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                pieces += line.startsWith("at ") ? 1 : 0;
                if (killed && pieces == KILLED_AFTER) {
                    process.destroyForcibly().waitFor();
                    System.out.printf("%-12s %-30s killed %s%n", database, step, line);
                    return;
                }
                if (line.startsWith("= ")) {
                    System.out.printf("%-12s %s%n", database, line.substring(2));
                }
            }
        }
        process.waitFor();
    }

    private static void step(String step, String url, Path file) throws IOException {
        DataSource source = pool(url);
        Flyway.configure().dataSource(source).load().migrate();
        Transfers here = new Transfers(source, Clock.systemUTC());
        AtomicLong heap = watchHeap();
        ImportRequest request = ImportRequest.of(file, "brief").by("bench").agreed("asked for it on our page");
        long start = System.nanoTime();
        switch (step) {
            case "check" -> print("check every row", start, heap, here.importer.check(request));
            case "apply" ->
                print("import", start, heap, here.importer.apply(request, line -> System.out.println("at line " + line)));
            case "export" -> {
                try (Writer out = Files.newBufferedWriter(file)) {
                    print("export", start, heap, here.exporter.export("brief", out), "");
                }
            }
            default -> plain(here, file, heap);
        }
    }

    /** One connection, as one command has. */
    private static DataSource pool(String url) {
        com.zaxxer.hikari.HikariDataSource pool = new com.zaxxer.hikari.HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(url.contains("h2") ? "sa" : "postgres");
        pool.setPassword("");
        pool.setMaximumPoolSize(2);
        return pool;
    }

    /** The plain way beside ours, both on lists of their own, with people whom nobody knows yet. */
    private static void plain(Transfers here, Path file, AtomicLong heap) throws IOException {
        Path few = file.resolveSibling("few.csv");
        List<String> lines = new ArrayList<>();
        lines.add("email,name");
        for (int i = 0; i < PLAIN_ROWS; i++) {
            lines.add("few%d@plain.example,Name %d".formatted(i, i));
        }
        Files.write(few, lines);
        long start = System.nanoTime();
        ImportOutcome outcome = here.importer.apply(ImportRequest.of(few, "few").agreed("asked"), line -> {});
        print("import of few people", start, heap, outcome);
        start = System.nanoTime();
        for (int i = 0; i < PLAIN_ROWS; i++) {
            here.people.subscriptions.add(
                    "plain", new EmailAddress("plain" + i + "@plain.example"), "Name " + i, Reason.of("asked"));
        }
        print("the same, one after the other", start, heap, PLAIN_ROWS, "");
    }

    private static void print(String what, long start, AtomicLong heap, ImportOutcome outcome) {
        if (outcome instanceof ImportOutcome.Refused refused) {
            System.out.println("= " + what + " " + refused);
            return;
        }
        ImportReport report = ((ImportOutcome.Done) outcome).report();
        String words = report.counts().toString().replace("Counts", "")
                + report.resumedAt().stream().mapToObj(line -> " went on behind line " + line).findFirst().orElse("");
        print(what, start, heap, report.counts().rows(), words);
    }

    private static void print(String what, long start, AtomicLong heap, long rows, String words) {
        double seconds = (System.nanoTime() - start) / 1e9;
        System.gc();
        var cpu = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.out.printf(
                "= %-30s %8.1f %8.1f %,10.0f %8d  %s%n",
                what, seconds, cpu.getProcessCpuTime() / 1e9, rows / seconds, heap.get() >> 20, words);
    }

    /** The most that was in use after a full collection. */
    private static AtomicLong watchHeap() {
        AtomicLong most = new AtomicLong();
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector).addNotificationListener(
                    (notification, context) -> {
                        var info = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
                        long held = info.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                                .filter(pool -> pool.getKey().matches(".*(Eden|Survivor|Tenured).*"))
                                .map(java.util.Map.Entry::getValue)
                                .mapToLong(MemoryUsage::getUsed)
                                .sum();
                        if (info.getGcAction().contains("major")) {
                            most.accumulateAndGet(held, Math::max);
                        }
                    },
                    null,
                    null);
        }
        return most;
    }

    /** People of invented places; one in a hundred is there twice, one in a hundred has no address. */
    private static long write(Path file, int rows) throws IOException {
        String[] places = {"Ulm", "Bad Ems", "Weimar", "Halle; Saale", "K\u00F6ln"};
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("email,name,City,created_at\r\n");
            for (int i = 0; i < rows; i++) {
                int who = i % 100 == 99 ? i - 1 : i;
                String address = who % 100 == 50 ? "user %d".formatted(who) : "user%07d@firma%d.example".formatted(who, who % 977);
                out.write("%s,\"Name, %d\",%s,2025-%02d-%02d 08:15:00\r\n".formatted(address, i, places[i % places.length], i % 12 + 1, i % 28 + 1));
            }
        }
        return Files.size(file);
    }
}
