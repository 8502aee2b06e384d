package dev.standfirst.cli;

import dev.standfirst.transfer.ImportReport;
import dev.standfirst.transfer.ImportReport.Column;
import dev.standfirst.transfer.ImportReport.Counts;
import dev.standfirst.transfer.SkipReason;
import dev.standfirst.transfer.Skipped;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/** What an import does, or did, told to people. */
final class ImportView {

    private static final int SHOWN = 10;

    private final Console console;

    ImportView(Console console) {
        this.console = console;
    }

    /**
     * Prints a report.
     *
     * @param written where the skipped rows were written to, or empty
     */
    void print(ImportReport report, String written) {
        boolean applied = report.number().isPresent();
        Counts counts = report.counts();
        console.out()
                .println("%s %,d %s%s.%s"
                        .formatted(
                                applied ? "Imported" : "Checked",
                                counts.rows(),
                                counts.rows() == 1 ? "row" : "rows",
                                shape(report.shape()),
                                applied ? "" : " Nothing has changed yet."));
        report.resumedAt()
                .ifPresent(line -> console.out()
                        .println("It was interrupted before; this went on behind line %,d.".formatted(line)));
        console.out().println();
        line(counts.added(), applied ? "were added" : "will be added");
        line(counts.changed(), applied ? "got something new" : "get something new");
        line(counts.known(), "are here already");
        line(counts.skipped(), counts.skipped() == 0 ? "are skipped" : "are skipped:");
        printSkipped(report, written);
        printColumns(report.shape());
        if (!applied) {
            console.out().println();
            console.out().println("Do it:  add --apply --consent \"how they agreed\" to the same command");
        }
    }

    /** Only what is not as everybody expects it. */
    private static String shape(ImportReport.Shape shape) {
        String program = shape.program().isEmpty() ? "" : " of an export of " + shape.program();
        String encoding = shape.encoding().equals("UTF-8") ? "" : ", read as " + shape.encoding();
        return program + encoding;
    }

    private void line(long number, String words) {
        console.out().println("%,9d  %s".formatted(number, words));
    }

    private void printSkipped(ImportReport report, String written) {
        report.reasons().entrySet().stream()
                .sorted(Map.Entry.<SkipReason, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(reason -> console.out()
                        .println("%,18d  %s"
                                .formatted(reason.getValue(), reason.getKey().words())));
        if (report.counts().keptOut() > 0) {
            boolean applied = report.number().isPresent();
            console.out()
                    .println("%,18d  of these %s kept out from now on"
                            .formatted(report.counts().keptOut(), applied ? "are" : "will be"));
        }
        if (report.first().isEmpty()) {
            return;
        }
        console.out().println();
        for (Skipped row : report.first(SHOWN)) {
            console.out().println("  line %,5d  %-28s %s".formatted(row.line(), row.value(), row.words()));
        }
        long more = report.counts().skipped() - report.first(SHOWN).size();
        if (!written.isEmpty()) {
            console.out().println("  all of them, with their reasons: " + written);
        } else if (more > 0) {
            console.out().println("  %,d more; all of them as a file: --skipped skipped.csv".formatted(more));
        }
    }

    private void printColumns(ImportReport.Shape shape) {
        String attributes = names(shape, "attribute");
        String left = names(shape, "");
        console.out().println();
        console.out()
                .println("Columns: "
                        + shape.columns().stream()
                                .filter(column -> !column.meaning().isEmpty()
                                        && !column.meaning().equals("attribute"))
                                .map(column -> column.meaning()
                                        + (column.meaning().equals(column.name()) ? "" : " (" + column.name() + ")"))
                                .collect(Collectors.joining(", "))
                        + (attributes.isEmpty() ? "" : "; kept as attributes: " + attributes)
                        + (left.isEmpty() ? "" : "; left out: " + left));
    }

    private static String names(ImportReport.Shape shape, String meaning) {
        return shape.columns().stream()
                .filter(column -> column.meaning().equals(meaning))
                .map(Column::name)
                .collect(Collectors.joining(", "));
    }
}
