package dev.standfirst.desk;

import dev.standfirst.transfer.ImportDesk;
import dev.standfirst.transfer.ImportDesk.Progress;
import dev.standfirst.transfer.ImportReport;
import dev.standfirst.transfer.ImportReport.Column;
import dev.standfirst.transfer.ImportReport.Counts;
import dev.standfirst.transfer.Imports.Entry;
import dev.standfirst.transfer.Imports.State;
import dev.standfirst.transfer.SkipReason;
import dev.standfirst.transfer.Skipped;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the desk shows of an import. */
@Component
class ImportFacts {

    private static final int ROWS = 100;
    private static final double WHOLE = 100;

    private final ImportDesk desk;
    private final Clock clock;

    ImportFacts(ImportDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** One line of a table. */
    Map<String, Object> line(Call call, Entry entry) {
        return Map.of(
                "path", ImportPage.path(entry.id()),
                "file", entry.fileName(),
                "list", entry.list(),
                "who", entry.actor(),
                "at", Times.show(call.words(), entry.createdAt(), clock.instant(), ZoneId.systemDefault()),
                "kind", kind(entry.state()),
                "state", call.say("import." + entry.state()));
    }

    /** All that its page shows. */
    Map<String, Object> all(Call call, Entry entry) {
        Map<String, Object> facts = new HashMap<>(line(call, entry));
        facts.put("title", call.say("import.title", entry.fileName()));
        facts.put("stage", entry.state().name());
        facts.put("step", step(entry.state()));
        facts.put("atWork", isWorking(entry));
        facts.put("consent", entry.consent());
        facts.put("optOuts", call.say(entry.optOuts() ? "import.opt.outs.kept" : "import.opt.outs.passed"));
        // What is told of the file names it as it is called here, not as it is called towards people.
        facts.put("problem", entry.problem().replace(entry.id() + ".csv", entry.fileName()));
        facts.put("limit", call.say("import.file.hint", desk.megabytes()));
        facts.putAll(progress(call, entry));
        entry.outcome().ifPresent(report -> facts.putAll(report(call, entry, report)));
        return facts;
    }

    private Map<String, Object> progress(Call call, Entry entry) {
        Optional<Progress> progress = desk.progress(entry.id());
        String key = "import." + entry.state() + ".now";
        return Map.of(
                "headline", isWorking(entry) ? call.say(key) : "",
                "pace",
                        progress.map(now -> call.say("import.line", now.line(), now.lines()))
                                .orElse(""),
                "seen", progress.map(Progress::line).orElse(0L),
                "total", progress.map(Progress::lines).orElse(0L));
    }

    private static Map<String, Object> report(Call call, Entry entry, ImportReport report) {
        Counts counts = report.counts();
        List<Skipped> rows = report.first(ROWS);
        Map<String, Object> facts = new HashMap<>();
        facts.put(
                "lead",
                call.say(
                        entry.state() == State.APPLIED ? "import.read" : "import.read.only",
                        counts.rows(),
                        program(call, report)));
        facts.put("counts", counts(call, entry.state(), report));
        facts.put("shares", shares(report));
        facts.put("reasons", reasons(call, report));
        facts.put("skipped", counts.skipped());
        facts.put("rows", rows.stream().map(row -> row(call, row)).toList());
        long more = counts.skipped() - rows.size();
        facts.put("more", more > 0 ? call.say("import.more", more) : "");
        facts.put("apply", apply(call, counts));
        facts.put("columns", columns(call, report.shape().columns()));
        facts.put(
                "separator",
                word(
                        call,
                        "import.separator." + report.shape().separator(),
                        report.shape().separator()));
        facts.put("encoding", report.shape().encoding());
        return facts;
    }

    private static String program(Call call, ImportReport report) {
        String program = report.shape().program();
        return program.isEmpty() ? "" : call.say("import.program", program);
    }

    /** How many rows came to what; everybody who left stays away, and is told apart from rows with a mistake. */
    private static List<Map<String, Object>> counts(Call call, State state, ImportReport report) {
        String tense = state == State.APPLIED ? "import.did." : "import.will.";
        Counts counts = report.counts();
        long left = left(report);
        List<Map<String, Object>> lines = new ArrayList<>();
        lines.add(count(call, "ok", tense + "add", counts.added()));
        lines.add(count(call, "run", tense + "change", counts.changed()));
        lines.add(count(call, "", tense + "know", counts.known()));
        lines.add(count(call, "warn", tense + "leave", left));
        lines.add(count(call, "warn", tense + "skip", counts.skipped() - left));
        if (counts.keptOut() > 0) {
            lines.add(count(call, "warn", tense + "keep.out", counts.keptOut()));
        }
        return lines;
    }

    private static Map<String, Object> count(Call call, String kind, String key, long number) {
        return Map.of("number", call.say("number", number), "kind", kind, "words", call.say(key, number));
    }

    private static long left(ImportReport report) {
        return report.reasons().getOrDefault(SkipReason.LEFT, 0L);
    }

    /** Parts of a bar, in percent of its length. */
    private static List<Map<String, String>> shares(ImportReport report) {
        Counts counts = report.counts();
        long[] parts = {counts.added(), counts.changed(), counts.known(), counts.skipped()};
        String[] kinds = {"ok", "run", "same", "warn"};
        List<Map<String, String>> shares = new ArrayList<>();
        long before = 0;
        for (int i = 0; i < parts.length; i++) {
            shares.add(Map.of(
                    "kind", kinds[i], "at", percent(before, counts.rows()), "size", percent(parts[i], counts.rows())));
            before += parts[i];
        }
        return shares;
    }

    private static String percent(long part, long all) {
        return String.format(Locale.ROOT, "%.2f", all == 0 ? 0 : WHOLE * part / all);
    }

    /** Every kind of problem with its number, the most frequent first. */
    private static List<Map<String, String>> reasons(Call call, ImportReport report) {
        return report.reasons().entrySet().stream()
                .sorted(Map.Entry.<SkipReason, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(reason -> Map.of(
                        "words", call.say("import.reason." + reason.getKey()),
                        "number", call.say("number", reason.getValue())))
                .toList();
    }

    private static Map<String, String> row(Call call, Skipped row) {
        return Map.of(
                "line", call.say("number", row.line()),
                "value", row.value(),
                "reason", call.say("import.reason." + row.reason()),
                "words", row.words());
    }

    /** What the button says; empty where there is nothing to do. */
    private static String apply(Call call, Counts counts) {
        if (counts.added() > 0 && counts.changed() > 0) {
            return call.say("import.apply.both", counts.added(), counts.changed());
        }
        if (counts.added() > 0) {
            return call.say("import.apply.add", counts.added());
        }
        if (counts.changed() > 0) {
            return call.say("import.apply.change", counts.changed());
        }
        return counts.keptOut() > 0 ? call.say("import.apply.keep.out", counts.keptOut()) : "";
    }

    private static List<Map<String, String>> columns(Call call, List<Column> columns) {
        return columns.stream()
                .limit(ROWS)
                .map(column -> Map.of(
                        "name",
                        column.name(),
                        "meaning",
                        word(
                                call,
                                "import.column." + (column.meaning().isEmpty() ? "none" : column.meaning()),
                                column.meaning())))
                .toList();
    }

    private static String word(Call call, String key, String otherwise) {
        return call.words().fixed().getOrDefault(key, otherwise).toString();
    }

    static boolean isWorking(Entry entry) {
        return entry.state() == State.CHECKING || entry.state() == State.APPLYING;
    }

    private static int step(State state) {
        return switch (state) {
            case EMPTY, REFUSED -> 1;
            case CHECKING, CHECKED -> 2;
            case APPLYING, INTERRUPTED, APPLIED -> 3;
        };
    }

    private static String kind(State state) {
        return switch (state) {
            case CHECKING, APPLYING -> "run";
            case CHECKED -> "wait";
            case APPLIED -> "ok";
            case REFUSED -> "bad";
            case EMPTY, INTERRUPTED -> "warn";
        };
    }
}
