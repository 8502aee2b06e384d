package dev.standfirst.transfer;

import dev.standfirst.transfer.ImportReport.Column;
import dev.standfirst.transfer.ImportReport.Counts;
import dev.standfirst.transfer.ImportReport.Shape;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * A report as the database keeps it: one JSON object. Its fields are those that programs are told, by the same names.
 */
record KeptReport(
        String program,
        String encoding,
        String separator,
        List<Column> columns,
        long rows,
        long added,
        long changed,
        long known,
        long skipped,
        long keptOut,
        Map<SkipReason, Long> reasons,
        List<Skipped> first) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static String write(ImportReport report) {
        return JSON.writeValueAsString(new KeptReport(
                report.shape().program(),
                report.shape().encoding(),
                report.shape().separator(),
                report.shape().columns(),
                report.counts().rows(),
                report.counts().added(),
                report.counts().changed(),
                report.counts().known(),
                report.counts().skipped(),
                report.counts().keptOut(),
                new TreeMap<>(report.reasons()),
                report.first()));
    }

    static ImportReport read(String name, String json) {
        KeptReport kept = JSON.readValue(json, KeptReport.class);
        return new ImportReport(
                OptionalLong.empty(),
                name,
                new Shape(kept.program, kept.encoding, kept.separator, kept.columns),
                new Counts(kept.rows, kept.added, kept.changed, kept.known, kept.skipped, kept.keptOut),
                kept.reasons,
                kept.first,
                OptionalLong.empty());
    }

    /** A text as it stands in a report, in its quotes. */
    static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }
}
