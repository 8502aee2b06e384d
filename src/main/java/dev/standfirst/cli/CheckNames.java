package dev.standfirst.cli;

import dev.standfirst.edition.EditionChecks.Name;
import dev.standfirst.text.DidYouMean;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Failed checks of an edition that do not matter: {@code --despite size,links}. */
final class CheckNames {

    @Option(
            names = "--despite",
            paramLabel = "CHECK",
            split = ",",
            description = "Failed checks that do not matter: size, characters, links, twin.")
    private List<String> typed = List.of();

    /**
     * Reads them.
     *
     * @throws CommandException where there is no such check
     */
    Set<Name> read() {
        Set<Name> names = EnumSet.noneOf(Name.class);
        for (String word : typed) {
            names.add(Name.of(word).orElseThrow(() -> unknown(word)));
        }
        return names;
    }

    private static CommandException unknown(String word) {
        List<String> keys = Arrays.stream(Name.values()).map(Name::key).toList();
        String guess = DidYouMean.among(keys, word)
                .map("Did you mean \"%s\"? "::formatted)
                .orElse("");
        return new CommandException(
                ExitCode.WRONG_USE,
                "there is no check called \"%s\"".formatted(word),
                guess + "All of them: " + String.join(", ", keys));
    }
}
