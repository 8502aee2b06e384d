package dev.standfirst.cli;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Addition;
import dev.standfirst.subscriber.Subscriptions;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code standfirst subscribers add}: puts a person on a list. */
@Command(name = "add", description = "Put a person on a list.", sortOptions = false)
final class SubscribersAddCommand implements Callable<Integer> {

    private final Console console;
    private final Application application;

    @ParentCommand
    private @Nullable SubscribersCommand parent;

    @Parameters(paramLabel = "ADDRESS")
    private String text = "";

    @Option(names = "--name", defaultValue = "", description = "The person's name.")
    private String name = "";

    @Option(names = "--came-back", description = "The person left before and asks for the mails again.")
    private boolean cameBack;

    @Option(names = "--because", paramLabel = "TEXT", description = "Why; kept in the person's history.")
    private @Nullable String because;

    SubscribersAddCommand(Console console, Application application) {
        this.console = console;
        this.application = application;
    }

    @Override
    public Integer call() {
        EmailAddress address = PeopleWords.address(text);
        String list = parent == null ? "" : parent.list();
        if (cameBack && bringBack(list, address)) {
            console.out().println(address + " is on " + list + " again.");
            return ExitCode.DONE.code();
        }
        Addition outcome = application
                .get(Subscriptions.class)
                .add(list, address, name, PeopleWords.reason(because, "added by hand"));
        refuse(list, address, outcome);
        console.out()
                .println(
                        outcome instanceof Addition.Added
                                ? "%s is on %s now.".formatted(address, list)
                                : "%s was on %s before.".formatted(address, list));
        return ExitCode.DONE.code();
    }

    private static void refuse(String list, EmailAddress address, Addition outcome) {
        if (outcome instanceof Addition.Left left) {
            throw new CommandException(
                    ExitCode.FAILED,
                    "%s left %s on %s".formatted(address, list, Dates.show(left.when())),
                    "Nothing was changed. If the person asks for the mails again: add --came-back");
        }
        if (outcome instanceof Addition.Suppressed suppressed) {
            throw new CommandException(
                    ExitCode.FAILED,
                    "%s is never mailed: %s".formatted(address, suppressed.by().words()),
                    "Nothing was changed. All that is never mailed: standfirst suppressions list");
        }
    }

    private boolean bringBack(String list, EmailAddress address) {
        Subscriptions subscriptions = application.get(Subscriptions.class);
        return subscriptions
                .find(list, address)
                .filter(place -> subscriptions.bringBack(
                        place.id(), PeopleWords.reason(because, "asked for it again, added by hand")))
                .isPresent();
    }
}
