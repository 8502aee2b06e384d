package dev.standfirst.bench;

import dev.standfirst.bench.Measured.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** The runs of one scenario, one line a sender: medians, and the least and the most where there were several. */
final class SendingTable {

    private static final String ANGUS = "Angus";

    private final String title;
    private final int rounds;
    private final Map<String, List<Row>> rows = new LinkedHashMap<>();

    SendingTable(String title, int rounds) {
        this.title = title;
        this.rounds = rounds;
    }

    /**
     * A run.
     *
     * @param mails how many were to be sent
     * @param database seconds of the database's processes
     * @param sink seconds of the sink
     * @param check "all right", or what is wrong
     */
    record Row(Report report, Report freezing, long mails, double database, double sink, String check) {

        double rate() {
            return report.mails() / report.seconds();
        }

        /** Seconds of the sender itself for a thousand mails. */
        double own() {
            return report.cpu() * 1000 / report.mails();
        }

        /** Of seconds that all mails took, those for a thousand. */
        double each(double seconds) {
            return seconds * 1000 / mails;
        }

        String words() {
            return String.format(
                    Locale.ROOT,
                    "%,.0f mails/s, CPU s/1,000 %.3f + database %.3f, sink %.3f, %s; frozen in %.1f s; load %s",
                    rate(),
                    own(),
                    each(database),
                    each(sink),
                    check,
                    freezing.seconds(),
                    ProcessCpu.load());
        }
    }

    void add(String sender, Row row) {
        rows.computeIfAbsent(sender, name -> new ArrayList<>()).add(row);
    }

    void print() {
        System.out.printf(
                "%n%s; runs: %d; load %s%n%-28s %9s %22s %24s %9s %7s %13s %13s %7s %7s  %s%n",
                title,
                rounds,
                ProcessCpu.load(),
                "",
                "mails",
                "mails/s",
                "CPU s/1,000",
                "database",
                "sink",
                "CPU vs Angus",
                "rate vs Angus",
                "RSS MB",
                "heap MB",
                "");
        rows.forEach((name, runs) -> System.out.printf(
                Locale.ROOT,
                "%-28s %,9d %22s %24s %9.3f %7.3f %13s %13s %7s %7s  %s%n",
                name,
                runs.get(0).mails(),
                spread(runs, Row::rate, "%,.0f"),
                spread(runs, Row::own, "%.3f"),
                median(runs, row -> row.each(row.database())),
                median(runs, row -> row.each(row.sink())),
                ratio(runs, row -> 1 / (row.own() + row.each(row.database()))),
                ratio(runs, Row::rate),
                most(runs, row -> row.report().memory()),
                most(runs, row -> row.report().heap()),
                runs.stream().map(Row::check).filter(check -> !check.equals("all right")).findFirst().orElse("all right")));
    }

    /** How many times as good as Angus in the same runs, databases counted. */
    private String ratio(List<Row> runs, ToDoubleFunction<Row> good) {
        return rows.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(ANGUS))
                .findFirst()
                .map(angus -> String.format(Locale.ROOT, "%.1f x", median(runs, good) / median(angus.getValue(), good)))
                .orElse("");
    }

    private static String most(List<Row> runs, ToLongFunction<Row> of) {
        long most = runs.stream().mapToLong(of).max().orElse(0);
        return most == 0 ? "" : Long.toString(most);
    }

    private static String spread(List<Row> runs, ToDoubleFunction<Row> of, String format) {
        double least = runs.stream().mapToDouble(of).min().orElse(0);
        double most = runs.stream().mapToDouble(of).max().orElse(0);
        String median = String.format(Locale.ROOT, format, median(runs, of));
        return runs.size() == 1
                ? median
                : String.format(Locale.ROOT, "%s (" + format + "-" + format + ")", median, least, most);
    }

    private static double median(List<Row> runs, ToDoubleFunction<Row> of) {
        double[] sorted = runs.stream().mapToDouble(of).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
