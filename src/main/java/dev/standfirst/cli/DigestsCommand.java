package dev.standfirst.cli;

import dev.standfirst.digest.Approval;
import dev.standfirst.digest.Digest;
import dev.standfirst.digest.DigestFiles;
import dev.standfirst.digest.DigestResult;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code standfirst digests}: the digests there are, and what is wrong with their files. */
@Command(name = "digests", description = "List the digests, and check their files.")
final class DigestsCommand implements Callable<Integer> {

    private final Console console;
    private final DigestFiles files;

    DigestsCommand(Console console, Home home) {
        this.console = console;
        this.files = new DigestFiles(home.root());
    }

    @Override
    public Integer call() {
        List<String> names = files.names();
        if (names.isEmpty()) {
            console.out()
                    .println("There is no digest yet. Describe one in jobs/NAME.yaml; the README shows a whole file.");
        }
        ExitCode exit = ExitCode.DONE;
        for (String name : names) {
            DigestResult result = files.load(name);
            if (result instanceof DigestResult.Loaded loaded) {
                print(loaded.digest());
            } else if (result instanceof DigestResult.Broken broken) {
                exit = ExitCode.WRONG_USE;
                console.error(
                        "the digest file of \"%s\" is wrong".formatted(name),
                        broken.problems().stream().map(Object::toString).toList());
            }
        }
        return exit.code();
    }

    private void print(Digest digest) {
        int sources = digest.sources().size();
        console.out()
                .println("%-20s %s, %d %s, %s%s"
                        .formatted(
                                digest.name(),
                                digest.title(),
                                sources,
                                sources == 1 ? "source" : "sources",
                                digest.schedule().inWords(),
                                digest.approval().map(DigestsCommand::inWords).orElse("")));
    }

    private static String inWords(Approval approval) {
        return ", waits for approval, is %s without it"
                .formatted(approval.otherwise() == Approval.Otherwise.SEND ? "sent" : "skipped");
    }
}
