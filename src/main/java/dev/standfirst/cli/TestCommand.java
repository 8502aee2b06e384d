package dev.standfirst.cli;

import dev.standfirst.edition.StoredEdition;
import dev.standfirst.job.ApprovalDesk;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.relay.Relays;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code standfirst test}: one mail of a frozen edition, to look at. */
@Command(
        name = "test",
        description = "Mail a composed edition to one address, to look at it; it counts for nothing.",
        sortOptions = false)
final class TestCommand implements Callable<Integer> {

    private final Console console;
    private final Home home;
    private final Application application;

    @Mixin
    private EditionChoice choice = new EditionChoice();

    @Option(names = "--to", required = true, paramLabel = "ADDRESS", description = "Where the mail goes.")
    private String to = "";

    TestCommand(Console console, Home home, Application application) {
        this.console = console;
        this.home = home;
        this.application = application;
    }

    @Override
    public Integer call() {
        EmailAddress address = TypedAddress.read(to, "Nothing was sent.");
        StoredEdition edition = choice.find(home, application);
        String destination = application.get(Relays.class).destination();
        Optional<String> trouble = application.get(ApprovalDesk.class).test(edition, address);
        if (trouble.isPresent()) {
            throw new CommandException(
                    ExitCode.FAILED,
                    "the test was not sent through %s: %s".formatted(destination, trouble.get()),
                    "Nothing else was sent, and the edition is as it was.");
        }
        console.out()
                .println(console.outStyle()
                        .ok("Sent a test of %s to %s through %s."
                                .formatted(ApprovalView.name(edition), address.value(), destination)));
        return ExitCode.DONE.code();
    }
}
