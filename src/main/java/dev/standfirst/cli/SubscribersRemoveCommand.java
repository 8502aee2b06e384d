package dev.standfirst.cli;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Subscriptions;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code standfirst subscribers remove}: ends a person's place on a list. */
@Command(
        name = "remove",
        description = "End a person's subscription; it is remembered, so no import brings it back.",
        sortOptions = false)
final class SubscribersRemoveCommand implements Callable<Integer> {

    private final Console console;
    private final Application application;

    @ParentCommand
    private @Nullable SubscribersCommand parent;

    @Parameters(paramLabel = "ADDRESS")
    private String text = "";

    @Option(names = "--because", paramLabel = "TEXT", description = "Why; kept in the person's history.")
    private @Nullable String because;

    SubscribersRemoveCommand(Console console, Application application) {
        this.console = console;
        this.application = application;
    }

    @Override
    public Integer call() {
        EmailAddress address = PeopleWords.address(text);
        String list = parent == null ? "" : parent.list();
        Subscriptions subscriptions = application.get(Subscriptions.class);
        if (subscriptions
                .find(list, address)
                .filter(place -> subscriptions.leave(place.id(), PeopleWords.reason(because, "removed by hand")))
                .isEmpty()) {
            throw new CommandException(
                    ExitCode.FAILED, "%s is not on %s".formatted(address, list), "Nothing was changed.");
        }
        console.out().println(address + " gets no more mail from " + list + ".");
        return ExitCode.DONE.code();
    }
}
