package dev.standfirst.cli;

import dev.standfirst.transfer.ImportOutcome;
import dev.standfirst.transfer.ImportReport;
import dev.standfirst.transfer.ImportRequest;
import dev.standfirst.transfer.Importer;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code standfirst subscribers import}: checks a file of people; with {@code --apply}, puts them on a list. */
@Command(
        name = "import",
        description = "Check a CSV file row by row; with --apply, put its people on a list. People who left stay away.",
        sortOptions = false)
final class SubscribersImportCommand implements Callable<Integer> {

    private final Console console;
    private final Home home;
    private final Application application;

    @ParentCommand
    private @Nullable SubscribersCommand parent;

    @Parameters(paramLabel = "FILE", description = "The CSV file: commas, semicolons or tabs, in any common encoding.")
    private Path file = Path.of("");

    @Option(names = "--apply", description = "Do it; without it nothing changes. Goes on where it was interrupted.")
    private boolean apply;

    @Option(
            names = "--consent",
            paramLabel = "WORDS",
            defaultValue = "",
            description = "How these people agreed to get mail: kept with each who is added. Needed with --apply.")
    private String consent = "";

    @Option(
            names = "--skipped",
            paramLabel = "FILE",
            description = "Write the skipped rows to this file, to be mended.")
    private @Nullable Path skipped;

    @Option(
            names = "--force-back",
            paramLabel = "ADDRESS",
            split = ",",
            description = "Bring this person back though they left; may be given again. Kept in the person's history.")
    private List<String> forceBack = new ArrayList<>();

    @Option(
            names = "--no-opt-outs",
            description =
                    "Keep nothing of people who are marked as having left; without it they are kept out for good.")
    private boolean noOptOuts;

    @Option(names = "--encoding", paramLabel = "NAME", description = "The file's encoding, where it cannot be found.")
    private @Nullable String encoding;

    @Option(names = "--give-up", description = "Give up another import of this list that was interrupted.")
    private boolean giveUp;

    SubscribersImportCommand(Console console, Home home, Application application) {
        this.console = console;
        this.home = home;
        this.application = application;
    }

    @Override
    public Integer call() {
        ImportRequest request = request(Objects.requireNonNull(parent).list());
        Importer importer = application.get(Importer.class);
        if (giveUp) {
            importer.unfinished(request.list()).ifPresent(importer::giveUp);
        }
        try {
            ImportReport report = report(apply ? importer.apply(request, line -> {}) : check(importer, request));
            if (apply && skipped != null) {
                try (Writer out = Files.newBufferedWriter(skipped)) {
                    importer.writeSkipped(report.number().orElseThrow(), file, out);
                }
            }
            new ImportView(console).print(report, skipped == null ? "" : home.show(skipped));
            return ExitCode.DONE.code();
        } catch (IOException e) {
            throw new CommandException(
                            ExitCode.FAILED,
                            "cannot read %s or write what is skipped: %s".formatted(file.getFileName(), e.getMessage()),
                            apply ? "What was imported stays; the same command goes on." : "Nothing was changed.")
                    .causedBy(e);
        }
    }

    private ImportOutcome check(Importer importer, ImportRequest request) throws IOException {
        if (skipped == null) {
            return importer.check(request);
        }
        try (Writer out = Files.newBufferedWriter(skipped)) {
            return importer.check(request, out);
        }
    }

    private ImportRequest request(String list) {
        ImportRequest request = ImportRequest.of(file, list)
                .by(System.getProperty("user.name", ""))
                .agreed(consent)
                .forcingBack(forceBack.stream().map(PeopleWords::address).toList());
        if (apply && consent.isBlank()) {
            throw new CommandException(
                    ExitCode.WRONG_USE,
                    "it is not said how these people agreed to get mail",
                    "Nothing was changed.",
                    "Say where and when they did: --consent \"signed up at the fair, 3 March 2026\"");
        }
        ImportRequest readable = encoding == null ? request : request.in(charset(encoding));
        return noOptOuts ? readable.withoutOptOuts() : readable;
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new CommandException(
                            ExitCode.WRONG_USE,
                            "there is no encoding \"%s\"".formatted(name),
                            "Nothing was changed.",
                            "Common ones: UTF-8, windows-1252, windows-1251, windows-1250, UTF-16LE")
                    .causedBy(e);
        }
    }

    private static ImportReport report(ImportOutcome outcome) {
        if (outcome instanceof ImportOutcome.Done done) {
            return done.report();
        }
        ImportOutcome.Refused refused = (ImportOutcome.Refused) outcome;
        throw new CommandException(ExitCode.WRONG_USE, refused.what(), "Nothing was changed.", refused.remedy());
    }
}
