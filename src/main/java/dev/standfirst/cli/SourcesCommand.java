package dev.standfirst.cli;

import dev.standfirst.digest.Digest;
import dev.standfirst.digest.DigestFiles;
import dev.standfirst.digest.DigestResult;
import dev.standfirst.source.Entries;
import dev.standfirst.source.SourceWords;
import dev.standfirst.source.Sources;
import dev.standfirst.source.StoredSource;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code standfirst sources}: how the sources are, those that need somebody first. */
@Command(
        name = "sources",
        description =
                "Say how the sources are, the failing ones first; ask one again, or release what it floods us with.",
        sortOptions = false,
        subcommands = {SourcesExportCommand.class, SourcesImportCommand.class})
final class SourcesCommand implements Callable<Integer> {

    private static final String SOURCE = "NAME|ADDRESS";

    private final Console console;
    private final Home home;
    private final Application application;

    @Option(names = "--failing", description = "Only those that cannot be read.")
    private boolean failing;

    SourcesCommand(Console console, Home home, Application application) {
        this.console = console;
        this.home = home;
        this.application = application;
    }

    @Override
    public Integer call() {
        List<StoredSource> sources = application.get(Sources.class).all().stream()
                .filter(source -> !failing || source.failingSince().isPresent())
                .toList();
        SourceWords words = new SourceWords(application.get(Clock.class).instant(), ZoneId.systemDefault());
        sources.forEach(source -> print(source, words));
        if (sources.stream().anyMatch(source -> waits(source, words.now()))) {
            console.out().println("\nWhen what was wrong is put right:  standfirst sources retry NAME");
        }
        if (sources.isEmpty()) {
            console.out()
                    .println(
                            failing
                                    ? "All sources answer."
                                    : "No source was read yet. The first run reads them: standfirst run");
        }
        return ExitCode.DONE.code();
    }

    private static boolean waits(StoredSource source, Instant now) {
        return source.failingSince().isPresent() && source.goneSince().isEmpty() && !source.mayBeAsked(now);
    }

    @Command(name = "retry", description = "Let the next run ask a source, whatever it said or asked for.")
    int retry(@Parameters(paramLabel = SOURCE) String which) {
        StoredSource source = find(which);
        application.get(Sources.class).retry(source.id());
        console.out().println(source.name() + " is asked again by the next run.");
        return ExitCode.DONE.code();
    }

    @Command(
            name = "release",
            description = "Let entries go into the next edition that were held because they look old under new ids.")
    int release(@Parameters(paramLabel = SOURCE) String which) {
        StoredSource source = find(which);
        int released = application.get(Entries.class).release(source.id());
        console.out()
                .println(
                        released == 0
                                ? source.name() + " has no entries that are held."
                                : "%s of %s: the next run reads them.".formatted(entries(released), source.name()));
        return ExitCode.DONE.code();
    }

    @Command(name = "drop", description = "Leave out for good what was held.")
    int drop(@Parameters(paramLabel = SOURCE) String which) {
        StoredSource source = find(which);
        int dropped = application.get(Entries.class).drop(source.id());
        console.out()
                .println(
                        dropped == 0
                                ? source.name() + " has no entries that are held."
                                : "%s of %s left out. What it lists from now on is read as before."
                                        .formatted(entries(dropped), source.name()));
        return ExitCode.DONE.code();
    }

    private void print(StoredSource source, SourceWords words) {
        boolean well = source.failingSince().isEmpty() && source.counts().held() == 0;
        String mark = well ? console.outStyle().ok("✓") : console.outStyle().warn("!");
        console.out().println("  %s %-22s %s".formatted(mark, source.name(), Printable.line(words.health(source))));
        if (source.goneSince().isPresent()) {
            advise("take it out of %s, or ask it once more: standfirst sources retry \"%s\""
                    .formatted(files(source.location()), source.name()));
        }
        if (!source.moves().movedTo().isEmpty()) {
            advise("moved to %s; put that into %s".formatted(source.moves().movedTo(), files(source.location())));
        }
        if (source.counts().held() > 0) {
            advise("%s held, old ones under new ids as it seems: standfirst sources release \"%s\", or drop \"%s\""
                    .formatted(entries(source.counts().held()), source.name(), source.name()));
        }
    }

    private void advise(String advice) {
        console.out().println("    %-22s %s".formatted("", Printable.line(advice)));
    }

    private StoredSource find(String which) {
        List<StoredSource> all = application.get(Sources.class).all();
        List<StoredSource> found = all.stream()
                .filter(source -> source.name().equalsIgnoreCase(which.strip())
                        || source.location().toString().equals(which.strip()))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        throw found.isEmpty()
                ? new CommandException(
                        ExitCode.WRONG_USE,
                        "no source called \"%s\" was read so far".formatted(which),
                        "Nothing was changed. All of them: standfirst sources")
                : new CommandException(
                        ExitCode.WRONG_USE,
                        "there are %d sources called \"%s\"".formatted(found.size(), which),
                        "Nothing was changed. Name its address, one of: "
                                + found.stream()
                                        .map(source -> source.location().toString())
                                        .collect(Collectors.joining(", ")));
    }

    /** The digest files that name a source. */
    private String files(URI location) {
        DigestFiles files = new DigestFiles(home.root());
        String names = files.names().stream()
                .filter(name ->
                        files.load(name) instanceof DigestResult.Loaded loaded && names(loaded.digest(), location))
                .map("jobs/%s.yaml"::formatted)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "the digest's file" : names;
    }

    private static boolean names(Digest digest, URI location) {
        return digest.sources().stream().anyMatch(source -> source.location().equals(location));
    }

    private static String entries(long number) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? "entry" : "entries");
    }
}
