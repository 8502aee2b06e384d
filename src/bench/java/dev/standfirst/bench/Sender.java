package dev.standfirst.bench;

import dev.standfirst.bench.Measured.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** A program that sends mails, in a process of its own. */
interface Sender {

    /** What it is called in the table. */
    String name();

    /** Makes it ready to send. */
    Run start(int port, int connections, long mails, boolean watchingHeap) throws IOException;

    /** Seconds that its database used so far; 0 where it has none of its own. */
    default double database() {
        return 0;
    }

    /** One that is ready. */
    interface Run extends AutoCloseable {

        /** Sends all mails. */
        Report send() throws IOException;

        /** What making it ready took; all 0 where that was nothing. */
        default Report freezing() {
            return new Report(0, 0, 0, 0, 0);
        }

        @Override
        void close();
    }

    /** One that says "ready", waits for a line, sends, and says "done". */
    record Waiting(Measured process, Report freezing) implements Run {

        static Waiting of(Measured process) throws IOException {
            String ready = process.answer("ready");
            return new Waiting(process, ready.equals("0 0") ? new Report(0, 0, 0, 0, 0) : Report.of(ready));
        }

        @Override
        public Report send() throws IOException {
            process.ask("go");
            return Report.of(process.answer("done"));
        }

        @Override
        public void close() {
            process.close();
        }
    }

    /** Angus Mail with connections that are used again. */
    record Angus(Path folder) implements Sender {

        @Override
        public String name() {
            return "Angus, reused";
        }

        @Override
        public Run start(int port, int connections, long mails, boolean watchingHeap) throws IOException {
            return Waiting.of(Measured.java(
                    AngusSending.class,
                    Integer.toString(port),
                    Integer.toString(connections),
                    Long.toString(mails),
                    folder.toString()));
        }
    }

    /** Postfix's load generator, in C: one fixed mail, one command after the other. */
    record SmtpSource(int bytes) implements Sender {

        private static final String COMMAND = "TIMEFORMAT='done %%R %%U %%S'; time smtp-source -d -s %d -m %d -l %d"
                + " -f bounce@brief.example -t anybody@example.net 127.0.0.1:%d 2>&1";

        @Override
        public String name() {
            return "smtp-source (C)";
        }

        @Override
        public Run start(int port, int connections, long mails, boolean watchingHeap) {
            String command = "exec 2>&1; " + COMMAND.formatted(connections, mails, bytes, port);
            return new Run() {
                @Override
                public Report send() throws IOException {
                    String[] used = Measured.program("bash", "-c", command)
                            .answer("done")
                            .split(" ");
                    return new Report(
                            mails,
                            Double.parseDouble(used[0]),
                            Double.parseDouble(used[1]) + Double.parseDouble(used[2]),
                            0,
                            0);
                }

                @Override
                public void close() {}
            };
        }
    }

    /** This program, with its ledger on a database. */
    final class Ours implements Sender {

        private static int runs;

        private final String name;
        private final Path folder;
        private final List<String> settings;
        private final DoubleSupplier database;

        /**
         * Over a database.
         *
         * @param folder of its data
         * @param settings that name the database
         * @param database tells the seconds that its processes used
         */
        Ours(String name, Path folder, List<String> settings, DoubleSupplier database) {
            this.name = name;
            this.folder = folder;
            this.settings = settings;
            this.database = database;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public double database() {
            return database.getAsDouble();
        }

        /** Makes lists of so many people, the longest first. */
        void prepare(List<String> lists) throws IOException {
            List<String> arguments = new ArrayList<>(
                    List.of("prepare", folder.toString(), lists.get(0), String.join(",", lists)));
            arguments.addAll(settings);
            try (Measured process = Measured.java(OurSending.class, arguments.toArray(String[]::new))) {
                process.answer("done");
            }
        }

        @Override
        public Run start(int port, int connections, long mails, boolean watchingHeap) throws IOException {
            List<String> arguments = new ArrayList<>(List.of(
                    "send", folder.toString(), "run" + ++runs, Long.toString(mails), Boolean.toString(watchingHeap)));
            arguments.addAll(settings);
            arguments.addAll(List.of(
                    "--standfirst.mail.host=127.0.0.1",
                    "--standfirst.mail.port=" + port,
                    "--standfirst.mail.tls=none"));
            String more = System.getProperty("bench.settings", "");
            if (!more.isBlank()) {
                arguments.addAll(
                        List.of(more.replace("CONNECTIONS", Integer.toString(connections)).split(" ")));
            }
            return Waiting.of(Measured.java(OurSending.class, arguments.toArray(String[]::new)));
        }
    }
}
