package dev.standfirst.cli;

import dev.standfirst.digest.Digest;
import dev.standfirst.edition.EditionChecks;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.Imprint;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.job.RunListener;
import dev.standfirst.job.RunRequest;
import dev.standfirst.job.RunResult;
import dev.standfirst.job.Runs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code standfirst preview}: the edition as it would be now, as files; nothing is sent or stored. */
@Command(
        name = "preview",
        description = "Compose an edition and look at it; sends and stores nothing.",
        sortOptions = false)
final class PreviewCommand implements Callable<Integer> {

    private final Console console;
    private final Home home;
    private final Application application;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIGEST",
            description = "Which one; may be left out where there is only one.")
    private @Nullable String digest;

    @Option(names = "--date", paramLabel = "DATE", description = "Date of the edition; today where left out.")
    private @Nullable LocalDate date;

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where the files go; preview where left out.")
    private Path out = Path.of("preview");

    PreviewCommand(Console console, Home home, Application application) {
        this.console = console;
        this.home = home;
        this.application = application;
    }

    @Override
    public Integer call() {
        Digest chosen = new DigestChoice(home).load(digest);
        try (DataCopy copy = DataCopy.of(home, Database.ofProcess())) {
            application.use(copy);
            LocalDate day = date == null ? RunView.today(chosen) : date;
            Optional<StoredEdition> there = application.get(Editions.class).find(chosen.name(), day);
            int code = there.isPresent() ? show(there.get(), "as it was frozen") : compose(chosen, day);
            application.close();
            return code;
        }
    }

    private int compose(Digest chosen, LocalDate day) {
        RunResult result = application.get(Runs.class).preview(new RunRequest(chosen, day), RunListener.NONE);
        if (result instanceof RunResult.NothingNew) {
            console.out().println("Nothing new since the last edition. Nothing was sent or stored.");
            return ExitCode.DONE.code();
        }
        if (result instanceof RunResult.Failed failed) {
            throw new CommandException(
                    ExitCode.FAILED,
                    failed.problem().happened(),
                    failed.problem().safe(),
                    failed.problem().remedy());
        }
        return show(application.get(Editions.class).find(chosen.name(), day).orElseThrow(), "from what is there now");
    }

    private int show(StoredEdition edition, String how) {
        Path folder = home.root().resolve(out);
        Path html = folder.resolve(edition.digest() + ".html");
        Path text = folder.resolve(edition.digest() + ".txt");
        String person = "you@example.org";
        String comes = application
                .get(Editions.class)
                .imprint(edition.id())
                .map(Imprint::comes)
                .orElse("");
        try {
            Files.createDirectories(folder);
            Files.writeString(html, SamplePerson.fillHtml(edition.html(), person, comes), StandardCharsets.UTF_8);
            Files.writeString(text, SamplePerson.fillText(edition.text(), person, comes), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CommandException(ExitCode.FAILED, "cannot write to " + folder, "Nothing was sent or stored.")
                    .causedBy(e);
        }
        console.out()
                .println("Composed %s. %s".formatted(how, console.outStyle().strong("Nothing was sent or stored.")));
        fact("Subject", edition.subject());
        fact("Preview", edition.preheader());
        fact("HTML", size(html));
        fact("Text", size(text));
        checks(EditionChecks.of(edition));
        return ExitCode.DONE.code();
    }

    private void checks(List<EditionChecks.Check> checks) {
        long passed = checks.stream().filter(EditionChecks.Check::passed).count();
        fact("Checks", console.outStyle().ok("✓") + " " + passed + " passed");
        checks.stream()
                .filter(check -> !check.passed())
                .forEach(check -> fact("", console.outStyle().warn("!") + " " + check.words()));
    }

    private String size(Path file) {
        long kilobytes = Math.max(1, Math.round(file.toFile().length() / 1000.0));
        return "%3d KB  %s".formatted(kilobytes, home.show(file));
    }

    private void fact(String name, String value) {
        console.out().println("  %-10s %s".formatted(name, value));
    }
}
