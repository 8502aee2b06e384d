package dev.standfirst.api;

import dev.standfirst.transfer.ImportReport;
import dev.standfirst.transfer.Imports.Entry;
import dev.standfirst.transfer.Imports.State;
import dev.standfirst.transfer.SkipReason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is told of imports, and what may be said of them. */
final class ImportViews {

    /** How many of the rows that are skipped programs are shown. */
    private static final int FIRST = 10;

    private ImportViews() {}

    /** A new import, without its file. */
    record NewImport(
            @About(value = "Name of the list; made where it is not there yet.", example = "readers")
            String list,

            @About(value = "What the file is called towards people.", example = "readers.csv") @Nullable
            String name,

            @About(
                    value =
                            "How these people agreed to get mail, in your words; kept as evidence with each who is added.",
                    example = "signed up at the harbour fair, 3 March 2026")
            String consent,

            @About(
                    "Whether people who are marked as having left in the file are kept out from now on; true where left out.")
            @Nullable
            Boolean optOuts) {

        NewImport {
            Texts.limit("name", name, 200);
            Texts.limit("consent", consent, 2000);
        }
    }

    /** An import. */
    record ImportView(
            @About(value = "Its number.", example = "5") long id,

            @About(value = "Name of the list.", example = "readers")
            String list,

            @About(value = "What the file is called towards people.", example = "readers.csv")
            String name,

            @About(value = "How far it is.", example = "CHECKED")
            State state,

            @About("Why the file cannot be imported, or is to be sent again; empty else.")
            String problem,

            @About("What it would do, or did; null before the file was checked.") @Nullable
            ImportReportView report,

            @About(value = "When it was made.", example = "2026-11-18T06:00:00Z")
            Instant createdAt) {

        static ImportView of(Entry entry) {
            return new ImportView(
                    entry.id(),
                    entry.list(),
                    entry.fileName(),
                    entry.state(),
                    entry.problem(),
                    entry.outcome().map(ImportReportView::of).orElse(null),
                    entry.createdAt());
        }
    }

    /** What an import would do, or did. */
    record ImportReportView(
            @About(value = "The program that exported the file, empty where it is not known.", example = "Mailchimp")
            String program,

            @About(value = "The encoding of its letters.", example = "UTF-8")
            String encoding,

            @About(value = "What stands between its cells.", example = "comma")
            String separator,

            @About("What each column means, from the left.") List<ColumnView> columns,

            @About(value = "Rows with people.", example = "1000")
            long rows,

            @About(value = "People who were not on the list.", example = "900")
            long added,

            @About(value = "People who are on it and get something new.", example = "20")
            long changed,

            @About(value = "People who are on it as they are.", example = "70")
            long known,

            @About(value = "Rows that put nobody on the list.", example = "10")
            long skipped,

            @About(
                    value = "Of those, people who are kept out from now on because the file says that they left.",
                    example = "2")
            long keptOut,

            @About(value = "How many rows are skipped for each reason.", example = "{\"TWICE\": 10}")
            Map<String, Long> reasons,

            @About("The first rows that are skipped.") List<SkippedView> first) {

        static ImportReportView of(ImportReport report) {
            Map<String, Long> reasons = new TreeMap<>();
            report.reasons().forEach((reason, count) -> reasons.put(reason.name(), count));
            return new ImportReportView(
                    report.shape().program(),
                    report.shape().encoding(),
                    report.shape().separator(),
                    report.shape().columns().stream()
                            .map(column -> new ColumnView(column.name(), column.meaning()))
                            .toList(),
                    report.counts().rows(),
                    report.counts().added(),
                    report.counts().changed(),
                    report.counts().known(),
                    report.counts().skipped(),
                    report.counts().keptOut(),
                    reasons,
                    report.first(FIRST).stream()
                            .map(row -> new SkippedView(row.line(), row.value(), row.reason(), row.words()))
                            .toList());
        }
    }

    /** A column of a file. */
    record ColumnView(
            @About(value = "As the file has it.", example = "E-mail")
            String name,

            @About(value = "As it is understood; empty where it is left out.", example = "email")
            String meaning) {}

    /** A row that is not imported. */
    record SkippedView(
            @About(value = "Its line in the file, from 1.", example = "17")
            long line,

            @About(value = "What stands where the address should be.", example = "ada@@example.org")
            String value,

            @About(value = "The kind of reason.", example = "NOT_AN_ADDRESS")
            SkipReason reason,

            @About(value = "The reason in words that fit behind the value.", example = "there is more than one @ in it")
            String words) {}
}
