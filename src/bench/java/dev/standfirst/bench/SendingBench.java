package dev.standfirst.bench;

import dev.standfirst.bench.MailSink.Seen;
import dev.standfirst.bench.Measured.Report;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * How fast an edition of 40 KB a mail goes out, and what that costs: this program with its ledger on both databases,
 * Angus Mail with connections that are used again, and Postfix's smtp-source, in turn, in processes of their own, into a
 * fast sink of ours and into Postfix's smtp-sink. Every run is checked: each person one mail, the bytes that are
 * expected, no mistake in the order of commands. Rates and CPU of the Java programs are those of the last three quarters.
 *
 * <p>Takes the number of people. Properties: {@code bench.scenarios} (near,postfix,far,memory), {@code bench.rounds},
 * {@code bench.senders} (a part of each name, with commas; all), {@code bench.peers} (mails that Angus sends, a fifth of the
 * people otherwise), {@code bench.far} (mails at a distance), {@code bench.settings} (of this program, CONNECTIONS stands
 * for their number) and {@code bench.priority} (true: measured processes go before others, where that is allowed).
 */
final class SendingBench implements AutoCloseable {

    private static final int FEW = 1_000;
    /** Bytes of a mail that may be more or less than in those looked into: names of lists and numbers differ in length. */
    private static final int SLACK = 20;
    private static final List<Integer> MEMORY = List.of(10_000, 100_000, 1_000_000);

    private final Path folder = Files.createTempDirectory("sending");
    private final EmbeddedPostgres postgres;
    private final List<Sender> senders = new ArrayList<>();
    private final int people;
    private final int far;
    private final int rounds = Integer.getInteger("bench.rounds", 3);
    private final Map<String, long[]> sizes = new LinkedHashMap<>();

    private SendingBench(int people) throws Exception {
        this.people = people;
        this.far = Integer.getInteger("bench.far", people);
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    public static void main(String[] args) throws Exception {
        System.out.printf(
                "%s people, %d cores, load before %s, measured processes %s%n",
                args[0],
                Runtime.getRuntime().availableProcessors(),
                ProcessCpu.load(),
                Measured.isFirst() ? "go before others" : "have no priority");
        try (SendingBench bench = new SendingBench(Integer.parseInt(args[0]))) {
            bench.prepare();
            List<String> scenarios = List.of(
                    System.getProperty("bench.scenarios", "near,postfix,far,memory").split(","));
            bench.look();
            if (scenarios.contains("near")) {
                bench.compare("4 connections, no distance, fast sink", 0, 4, bench.people);
            }
            if (scenarios.contains("postfix") && has("smtp-sink")) {
                bench.compare("4 connections, no distance, smtp-sink", -1, 4, bench.people);
            }
            if (scenarios.contains("far")) {
                bench.compare("10 connections, 20 ms to an answer, fast sink", 20, 10, bench.far);
            }
            if (scenarios.contains("memory")) {
                bench.memory();
            }
        }
        System.exit(0);
    }

    private void prepare() throws Exception {
        TreeSet<Integer> lists = new TreeSet<>(List.of(FEW, people, far));
        if (System.getProperty("bench.scenarios", "memory").contains("memory")) {
            lists.addAll(MEMORY.stream().filter(list -> list <= Math.max(people, 1_000_000)).toList());
        }
        List<String> names = lists.descendingSet().stream().map(String::valueOf).toList();
        long postmaster = postmaster();
        Measured.first(postmaster);
        Path h2 = Files.createDirectory(folder.resolve("h2"));
        Path pg = Files.createDirectory(folder.resolve("postgres"));
        Stream.of(
                        new Sender.SmtpSource(40_000),
                        new Sender.Angus(pg),
                        new Sender.Ours(
                                "ours, PostgreSQL",
                                pg,
                                List.of(
                                        "--standfirst.database.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                                        "--standfirst.database.username=postgres"),
                                () -> ProcessCpu.tree(postmaster)),
                        new Sender.Ours("ours, H2", h2, List.of(), () -> 0))
                .filter(sender -> Stream.of(System.getProperty("bench.senders", "all").split(","))
                        .anyMatch(part -> part.equals("all") || sender.name().contains(part)))
                .forEach(senders::add);
        if (senders.removeIf(sender -> sender instanceof Sender.SmtpSource && !has("smtp-source"))) {
            System.out.println("smtp-source is not installed (it is in Debian's postfix)");
        }
        for (Sender sender : senders) {
            if (sender instanceof Sender.Ours ours) {
                ours.prepare(names);
            }
        }
        if (!Files.exists(pg.resolve("edition.html")) && Files.exists(h2.resolve("edition.html"))) {
            Files.copy(h2.resolve("edition.html"), pg.resolve("edition.html"));
            Files.copy(h2.resolve("edition.txt"), pg.resolve("edition.txt"));
        }
    }

    private long postmaster() throws Exception {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var row = connection.createStatement().executeQuery("show data_directory")) {
            row.next();
            return Long.parseLong(
                    Files.readAllLines(Path.of(row.getString(1), "postmaster.pid")).get(0));
        }
    }

    private static boolean has(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Looks into some mails of each sender, and keeps how large they are. */
    private void look() throws IOException {
        System.out.printf("%n%,d mails of each, looked into: size on the wire, and what is wrong%n", FEW);
        try (MailSink sink = new MailSink.Fast(0, true)) {
            for (Sender sender : senders) {
                sink.reset();
                try (Sender.Run run = sender.start(sink.port(), 2, FEW, false)) {
                    run.send();
                }
                Seen seen = sink.seen();
                sizes.put(sender.name(), new long[] {seen.least(), seen.most()});
                System.out.printf(
                        "%-20s %,d to %,d bytes, %s%n",
                        sender.name(),
                        seen.least(),
                        seen.most(),
                        sender instanceof Sender.SmtpSource ? "one mail for all" : wrong(sender, seen, FEW));
            }
        }
    }

    /** Nothing where everybody got a mail, as large as expected, and every command came at its time. */
    private String wrong(Sender sender, Seen seen, long mails) {
        List<String> wrong = new ArrayList<>();
        if (seen.mails() != mails) {
            wrong.add("%,d mails".formatted(seen.mails()));
        }
        if (seen.mistakes() > 0) {
            wrong.add("%,d mistakes: %s".formatted(seen.mistakes(), seen.mistake()));
        }
        boolean named = seen.people() >= 0 && !(sender instanceof Sender.SmtpSource);
        if (named && (seen.people() != mails || seen.repeated() > 0)) {
            wrong.add("%,d people, %,d mails twice".formatted(seen.people(), seen.repeated()));
        }
        long[] size = sizes.get(sender.name());
        if (seen.bytes() >= 0
                && (seen.bytes() < (size[0] - SLACK) * mails || seen.bytes() > (size[1] + SLACK) * mails)) {
            wrong.add("%,d bytes".formatted(seen.bytes()));
        }
        return wrong.isEmpty() ? "all right" : "WRONG: " + String.join(", ", wrong);
    }

    private void compare(String title, int delay, int connections, int mails) throws IOException {
        SendingTable table = new SendingTable(title, rounds);
        try (MailSink sink = delay < 0 ? new MailSink.Postfix() : new MailSink.Fast(delay, false)) {
            for (int round = 0; round < rounds; round++) {
                for (Sender sender : senders) {
                    boolean peer = !(sender instanceof Sender.Ours);
                    int count = peer ? peers(sender, mails, delay) : mails;
                    table.add(sender.name(), run(sender, sink, connections, count, false));
                }
            }
        }
        table.print();
    }

    private int peers(Sender sender, int mails, int delay) {
        int fifth = Integer.getInteger("bench.peers", mails / 5);
        return delay > 0 ? Math.min(fifth, 4_000) : sender instanceof Sender.Angus ? fifth : mails;
    }

    private void memory() throws IOException {
        SendingTable table = new SendingTable("memory, 4 connections, heap of 256 MB at most, collected ten times", 1);
        try (MailSink sink = new MailSink.Fast(0, false)) {
            for (Sender sender : senders) {
                for (int mails : MEMORY) {
                    if (sender instanceof Sender.Ours) {
                        table.add("%s, %,d".formatted(sender.name(), mails), run(sender, sink, 4, mails, true));
                    }
                }
            }
        }
        table.print();
    }

    private SendingTable.Row run(Sender sender, MailSink sink, int connections, int mails, boolean watchingHeap)
            throws IOException {
        try (Sender.Run run = sender.start(sink.port(), connections, mails, watchingHeap)) {
            sink.reset();
            double sinkBefore = sink.seen().cpu();
            double databaseBefore = sender.database();
            Report report = run.send();
            double database = sender.database() - databaseBefore;
            Seen seen = sink.seen();
            SendingTable.Row row = new SendingTable.Row(
                    report, run.freezing(), mails, database, seen.cpu() - sinkBefore, wrong(sender, seen, mails));
            System.out.println("  " + sender.name() + ": " + row.words());
            return row;
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
