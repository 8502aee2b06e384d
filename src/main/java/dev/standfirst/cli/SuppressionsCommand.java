package dev.standfirst.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.standfirst.subscriber.SuppressionEntry;
import dev.standfirst.subscriber.Suppressions;
import dev.standfirst.subscriber.Suppressions.Cause;
import dev.standfirst.subscriber.Suppressions.Suppression;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code standfirst suppressions}: who is never mailed, whatever a list says. */
@Command(
        name = "suppressions",
        description = {
            "Who is never mailed, whatever a list says: list, add, remove, import, export.",
            "",
            "An entry is an address, a domain, or hash: and the salted hash of an address.",
            ""
        },
        sortOptions = false)
final class SuppressionsCommand implements Callable<Integer> {

    private static final int PAGE = 500;

    private final Console console;
    private final Home home;
    private final Application application;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    SuppressionsCommand(Console console, Home home, Application application) {
        this.console = console;
        this.home = home;
        this.application = application;
    }

    @Override
    public Integer call() {
        return list(json);
    }

    @Command(name = "list", description = "List them, the oldest first.", sortOptions = false)
    int list(@Option(names = "--json", description = "One JSON object a line.") boolean asJson) {
        long shown = each(one -> {
            if (asJson) {
                console.json(facts(one));
            } else {
                console.out()
                        .println("%s %s  %s"
                                .formatted(
                                        PeopleWords.cell(one.entry(), 36),
                                        Dates.show(one.since()),
                                        Printable.line(one.words())));
            }
        });
        if (shown == 0 && !asJson) {
            console.out().println("Nobody is kept from being mailed.");
        }
        return ExitCode.DONE.code();
    }

    @Command(name = "add", description = "Never mail an address or a domain; at once.", sortOptions = false)
    int add(
            @Parameters(paramLabel = "ENTRY") String text,
            @Option(names = "--because", paramLabel = "TEXT", description = "Why; kept with the entry.") @Nullable
                    String because) {
        SuppressionEntry entry = entry(text);
        boolean added = application
                .get(Suppressions.class)
                .add(entry, Cause.OPERATOR, PeopleWords.reason(because, "added by hand"));
        console.out()
                .println(
                        added
                                ? "%s is never mailed from now on.".formatted(entry.text())
                                : "%s is among those already. Nothing was changed.".formatted(entry.text()));
        return ExitCode.DONE.code();
    }

    @Command(name = "remove", description = "Allow mail again; places on lists are as they were.", sortOptions = false)
    int remove(
            @Parameters(paramLabel = "ENTRY") String text,
            @Option(names = "--because", paramLabel = "TEXT", description = "Why; kept in the person's history.")
                    @Nullable
                    String because) {
        SuppressionEntry entry = entry(text);
        if (!application.get(Suppressions.class).remove(entry.text(), PeopleWords.reason(because, "removed by hand"))) {
            throw new CommandException(
                    ExitCode.FAILED,
                    "there is no entry %s".formatted(entry.text()),
                    "Nothing was changed. All of them: standfirst suppressions list");
        }
        console.out().println("%s can be mailed again.".formatted(entry.text()));
        return ExitCode.DONE.code();
    }

    @Command(
            name = "import",
            description = {
                "Add the entries of a file, all of them or none: of one that export wrote, with kind, reason and time;",
                "of another one the first cell of each line, up to a comma, semicolon or tab."
            },
            sortOptions = false)
    int importFile(
            @Parameters(paramLabel = "FILE") Path file,
            @Option(names = "--because", paramLabel = "TEXT", description = "Why; kept with each entry.") @Nullable
                    String because) {
        SuppressionFile entries =
                new SuppressionFile(file, PeopleWords.reason(because, "imported from " + file.getFileName()));
        SuppressionFile.Checked checked = entries.check();
        if (checked.wrong() > 0) {
            throw new CommandException(
                    ExitCode.WRONG_USE,
                    "lines of %s are no address, no domain and no hash: %,d"
                            .formatted(home.show(file), checked.wrong()),
                    advice(checked));
        }
        long added = application.get(Suppressions.class).addAll(entries::each);
        console.out()
                .println("%,d entries read: %,d are new, %,d were there."
                        .formatted(checked.entries(), added, checked.entries() - added));
        return ExitCode.DONE.code();
    }

    @Command(name = "export", description = "Write all entries as a table: entry, kind, reason, since.")
    int export(
            @Parameters(arity = "0..1", paramLabel = "FILE", description = "Where to; standard output where left out.")
                    @Nullable
                    Path file) {
        try (CsvWriter out = CsvWriter.builder()
                .build(
                        file == null
                                ? new OutputStreamWriter(console.out(), StandardCharsets.UTF_8)
                                : Files.newBufferedWriter(file))) {
            out.writeRecord(SuppressionFile.COLUMNS);
            each(one -> out.writeRecord(
                    one.entry(), one.cause().name(), one.words(), one.since().toString()));
            return ExitCode.DONE.code();
        } catch (IOException | UncheckedIOException e) {
            throw new CommandException(ExitCode.FAILED, "cannot write to " + file, "Nothing was changed.").causedBy(e);
        }
    }

    private static List<String> advice(SuppressionFile.Checked checked) {
        List<String> lines = new ArrayList<>(checked.first().stream()
                .map(line -> "  line %4d  %s".formatted(line.number(), Printable.line(line.text())))
                .toList());
        if (checked.wrong() > lines.size()) {
            lines.add("  %,d more".formatted(checked.wrong() - lines.size()));
        }
        lines.add("Nothing was changed. Mend these lines and import the file again.");
        return lines;
    }

    private static SuppressionEntry entry(String text) {
        return SuppressionEntry.parse(text)
                .orElseThrow(() -> new CommandException(
                        ExitCode.WRONG_USE,
                        "\"%s\" is no address, no domain and no hash".formatted(text),
                        "Nothing was changed. One is written as in ada@example.org or example.org"));
    }

    private long each(Consumer<Suppression> action) {
        long shown = 0;
        for (List<Suppression> page = page(0);
                !page.isEmpty();
                page = page(page.get(page.size() - 1).id())) {
            page.forEach(action);
            shown += page.size();
        }
        return shown;
    }

    private List<Suppression> page(long after) {
        return application.get(Suppressions.class).page(after, PAGE);
    }

    private static Map<String, Object> facts(Suppression one) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("entry", one.entry());
        facts.put("kind", one.cause().name());
        facts.put("because", one.words());
        facts.put("since", one.since().toString());
        return facts;
    }
}
