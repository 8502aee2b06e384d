package dev.standfirst.cli;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.PersonalData;
import dev.standfirst.subscriber.Subscribers;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscriptions;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code standfirst subscribers erase}: removes everything that is kept of a person. */
@Command(
        name = "erase",
        description = "Erase everything that is kept of a person. It cannot be taken back.",
        sortOptions = false)
final class SubscribersEraseCommand implements Callable<Integer> {

    private static final String STAYS =
            "What stays: that editions went to one person more, and a salted hash of the address,";

    private final Console console;
    private final Application application;

    @Parameters(paramLabel = "ADDRESS")
    private String text = "";

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    SubscribersEraseCommand(Console console, Application application) {
        this.console = console;
        this.application = application;
    }

    @Override
    public Integer call() {
        EmailAddress address = PeopleWords.address(text);
        if (!yes && !agrees(address)) {
            console.out().println("Nothing was changed.");
            return ExitCode.DONE.code();
        }
        if (!application.get(PersonalData.class).erase(address, PeopleWords.reason(null, "erased by hand"))) {
            throw SubscribersDataCommand.unknown(address);
        }
        console.out().println("Everything that was kept of %s is erased.".formatted(address));
        console.out().println(STAYS);
        console.out().println("so that no import brings it back. The person can come back by joining a list.");
        console.out().println("Copies that were made of the database and of the mails before are not touched.");
        return ExitCode.DONE.code();
    }

    private boolean agrees(EmailAddress address) {
        if (!console.asks()) {
            throw new CommandException(
                    ExitCode.WRONG_USE,
                    "to erase %s is asked first, and nobody is there to answer".formatted(address),
                    "Nothing was changed. Without a question: --yes");
        }
        console.err().println("This cannot be taken back. %s".formatted(places(address)));
        return console.ask("Erase everything that is kept of %s? y yes, N no: ".formatted(address))
                .toLowerCase(Locale.ROOT)
                .startsWith("y");
    }

    private String places(EmailAddress address) {
        @Nullable
        Long person = application
                .get(Subscribers.class)
                .find(address)
                .map(known -> known.id())
                .orElse(null);
        List<Subscription> places = person == null
                ? List.of()
                : application.get(Subscriptions.class).of(person);
        return places.isEmpty()
                ? "The address is on no list."
                : "The address is on " + places.stream().map(Subscription::list).collect(Collectors.joining(", "))
                        + ".";
    }
}
