package dev.standfirst.cli;

import dev.standfirst.digest.Digest;
import dev.standfirst.digest.Opml;
import dev.standfirst.digest.SourceSpec;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code standfirst sources export}: the feeds of a digest, for other programs that read feeds. */
@Command(name = "export", description = "Write the feeds of a digest as OPML, to standard output.")
final class SourcesExportCommand implements Callable<Integer> {

    private final Console console;
    private final DigestChoice digests;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DIGEST",
            description = "Its name; may be left out where there is one.")
    @Nullable
    private String name;

    SourcesExportCommand(Console console, Home home) {
        this.console = console;
        this.digests = new DigestChoice(home);
    }

    @Override
    public Integer call() {
        Digest digest = digests.load(name);
        List<Opml.Feed> feeds = digest.sources().stream()
                .filter(SourcesExportCommand::isFeedOnTheWeb)
                .map(source -> new Opml.Feed(source.name(), source.location().toString(), "", source.topic()))
                .toList();
        console.out().print(new Opml(digest.title(), feeds).write());
        int others = digest.sources().size() - feeds.size();
        if (others > 0) {
            console.err()
                    .println("%d of %d sources left out: they are no feeds on the web."
                            .formatted(others, digest.sources().size()));
        }
        return ExitCode.DONE.code();
    }

    private static boolean isFeedOnTheWeb(SourceSpec source) {
        return source.kind() == SourceSpec.Kind.FEED
                && !"file".equals(source.location().getScheme());
    }
}
