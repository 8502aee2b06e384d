package dev.standfirst.cli;

import dev.standfirst.digest.Digest;
import dev.standfirst.digest.DigestFiles;
import dev.standfirst.digest.DigestResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The digest that a command is about: the one it names, or the only one there is. */
final class DigestChoice {

    private final DigestFiles files;

    DigestChoice(Home home) {
        this.files = new DigestFiles(home.root());
    }

    /**
     * Loads it.
     *
     * @param name as typed, or null where none was
     * @throws CommandException where there is none, several, or its file is wrong
     */
    Digest load(@Nullable String name) {
        DigestResult result = files.load(name == null ? only() : name);
        if (result instanceof DigestResult.Loaded loaded) {
            return loaded.digest();
        }
        if (result instanceof DigestResult.Broken broken) {
            throw broken(broken);
        }
        throw missing((DigestResult.Missing) result);
    }

    private String only() {
        List<String> names = files.names();
        if (names.size() == 1) {
            return names.get(0);
        }
        if (names.isEmpty()) {
            throw new CommandException(
                    ExitCode.WRONG_USE,
                    "there is no digest yet",
                    "Describe one in jobs/NAME.yaml; the README shows a whole file.");
        }
        throw new CommandException(
                ExitCode.WRONG_USE,
                "there are %d digests; say which one".formatted(names.size()),
                "One of: " + String.join(", ", names));
    }

    private static CommandException broken(DigestResult.Broken broken) {
        List<String> lines = new ArrayList<>();
        broken.problems().forEach(problem -> lines.add(problem.toString()));
        lines.add("Nothing was read or sent. Mend the file and start again.");
        return new CommandException(ExitCode.WRONG_USE, "the digest file is wrong", lines);
    }

    private static CommandException missing(DigestResult.Missing missing) {
        String guess =
                missing.didYouMean().map("Did you mean \"%s\"? "::formatted).orElse("");
        return new CommandException(
                ExitCode.WRONG_USE,
                "there is no digest called \"%s\"".formatted(missing.name()),
                guess + "All of them: standfirst digests");
    }
}
