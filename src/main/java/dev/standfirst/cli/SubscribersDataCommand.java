package dev.standfirst.cli;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.PersonalData;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code standfirst subscribers data}: everything that is kept of a person. */
@Command(
        name = "data",
        description = "Print everything that is kept of a person as JSON; that it was handed out is kept as well.",
        sortOptions = false)
final class SubscribersDataCommand implements Callable<Integer> {

    private final Console console;
    private final Application application;

    @Parameters(paramLabel = "ADDRESS")
    private String text = "";

    @Option(names = "--because", paramLabel = "TEXT", description = "Why; kept in the person's history.")
    private @Nullable String because;

    SubscribersDataCommand(Console console, Application application) {
        this.console = console;
        this.application = application;
    }

    @Override
    public Integer call() {
        EmailAddress address = PeopleWords.address(text);
        String data = application
                .get(PersonalData.class)
                .export(address, PeopleWords.reason(because, "handed out by hand"))
                .orElseThrow(() -> unknown(address));
        data.lines().forEach(line -> console.out().println(Printable.json(line)));
        return ExitCode.DONE.code();
    }

    static CommandException unknown(EmailAddress address) {
        return new CommandException(
                ExitCode.FAILED,
                "nothing is kept of %s".formatted(address),
                "Nothing was changed. Look for a part of it: standfirst subscribers list --filter PART");
    }
}
