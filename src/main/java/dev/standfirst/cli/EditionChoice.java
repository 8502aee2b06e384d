package dev.standfirst.cli;

import dev.standfirst.edition.Editions;
import dev.standfirst.edition.StoredEdition;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** The edition that a command is about: DIGEST [DATE]. Its digest's file may be gone: what is frozen needs none. */
final class EditionChoice {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DIGEST",
            description = "Whose edition; may be left out where there is only one.")
    private @Nullable String digest;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "DATE",
            description = "Of the edition, as 2026-11-18; the latest where left out.")
    private @Nullable LocalDate date;

    /**
     * Finds it.
     *
     * @throws CommandException where there is none
     */
    StoredEdition find(Home home, Application application) {
        String name = digest == null ? new DigestChoice(home).load(null).name() : digest;
        Editions editions = application.get(Editions.class);
        Optional<StoredEdition> found = date == null ? editions.latest(name) : editions.find(name, date);
        return found.orElseThrow(() -> none(name, home));
    }

    private CommandException none(String name, Home home) {
        String known = new DigestChoice(home).load(name).name();
        return new CommandException(
                ExitCode.WRONG_USE,
                date == null
                        ? "%s has no edition yet".formatted(known)
                        : "%s has no edition of %s".formatted(known, date),
                "Make one: standfirst run " + known);
    }
}
