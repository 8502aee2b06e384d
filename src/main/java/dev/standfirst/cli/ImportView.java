package dev.standfirst.cli;

import dev.standfirst.subscriber.SubscriberCsv.Report;
import dev.standfirst.subscriber.SubscriberCsv.Skipped;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** What an import does, or did, told to people. */
final class ImportView {

    private static final int SHOWN = 20;

    private final Console console;

    ImportView(Console console) {
        this.console = console;
    }

    void print(Report report, boolean applied, @Nullable Path file) throws IOException {
        console.out()
                .println("%s %,d rows.%s"
                        .formatted(
                                applied ? "Imported" : "Checked",
                                report.rows(),
                                applied ? "" : " Nothing has changed yet."));
        console.out().println();
        line(report.added(), applied ? "were added" : "will be added");
        line(report.renamed(), applied ? "got a new name" : "get a new name");
        line(report.known(), "are here already");
        line(report.skipped().size(), report.skipped().isEmpty() ? "are skipped" : "are skipped:");
        printSkipped(report);
        if (file != null) {
            write(report, file);
        }
        if (!applied) {
            console.out().println();
            console.out().println("Do it:  add --apply to the same command");
        }
    }

    private void line(int number, String words) {
        console.out().println("%7d  %s".formatted(number, words));
    }

    private void printSkipped(Report report) {
        if (report.skipped().isEmpty()) {
            return;
        }
        console.out().println();
        report.skipped().stream()
                .limit(SHOWN)
                .forEach(row ->
                        console.out().println("  line %4d  %-28s %s".formatted(row.line(), row.value(), row.reason())));
        if (report.skipped().size() > SHOWN) {
            console.out()
                    .println("  %d more; all of them as a file: --skipped skipped.csv"
                            .formatted(report.skipped().size() - SHOWN));
        }
    }

    private static void write(Report report, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file);
                CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            printer.printRecord("line", "value", "reason");
            for (Skipped row : report.skipped()) {
                printer.printRecord(row.line(), row.value(), row.reason());
            }
        }
    }
}
