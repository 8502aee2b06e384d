package dev.standfirst.cli;

import dev.standfirst.digest.FeedList;
import dev.standfirst.digest.SourceLines;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code standfirst sources import}: the feeds of another program as lines for a digest file. It changes no file. */
@Command(
        name = "import",
        description = "Print the feeds of an OPML file as lines for the sources of a digest file. Changes nothing.")
final class SourcesImportCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "FILE", description = "The OPML file.")
    private String file = "";

    SourcesImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        FeedList list = FeedList.read(Path.of("").toAbsolutePath(), file);
        if (list instanceof FeedList.Unusable unusable) {
            throw new CommandException(
                    ExitCode.WRONG_USE, file + " " + unusable.what(), unusable.remedy(), "Nothing was changed.");
        }
        console.out().print(SourceLines.of(((FeedList.Feeds) list).sources()));
        return ExitCode.DONE.code();
    }
}
