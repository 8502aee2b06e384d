package dev.standfirst.cli;

import dev.standfirst.source.Sources;
import dev.standfirst.source.StoredSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code standfirst sources}: how the sources are, the worst first. */
@Command(
        name = "sources",
        description = "Say how the sources are, the failing ones first.",
        subcommands = {SourcesExportCommand.class, SourcesImportCommand.class})
final class SourcesCommand implements Callable<Integer> {

    private final Console console;
    private final Application application;

    @Option(names = "--failing", description = "Only those that cannot be read.")
    private boolean failing;

    SourcesCommand(Console console, Application application) {
        this.console = console;
        this.application = application;
    }

    @Override
    public Integer call() {
        List<StoredSource> sources = application.get(Sources.class).all().stream()
                .filter(source -> !failing || source.failingSince().isPresent())
                .toList();
        sources.forEach(this::print);
        if (sources.isEmpty()) {
            console.out()
                    .println(
                            failing
                                    ? "All sources answer."
                                    : "No source was read yet. The first run reads them: standfirst run");
        }
        return ExitCode.DONE.code();
    }

    private void print(StoredSource source) {
        boolean well = source.failingSince().isEmpty();
        String mark = well ? console.outStyle().ok("✓") : console.outStyle().warn("!");
        String state = well
                ? "%,d entries, read %s"
                        .formatted(
                                source.entries(),
                                source.lastTry().map(Dates::show).orElse("never"))
                : "%s, since %s"
                        .formatted(
                                source.problem(),
                                source.failingSince().map(Dates::show).orElse(""));
        console.out().println("  %s %-22s %s".formatted(mark, source.name(), state));
    }
}
