package dev.standfirst.cli;

import dev.standfirst.cli.RunView.Publication;
import dev.standfirst.delivery.DeliveryCounts;
import dev.standfirst.delivery.DeliveryState;
import dev.standfirst.delivery.Ledger;
import dev.standfirst.delivery.Repeats;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.job.EditionKey;
import dev.standfirst.job.Runs;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code standfirst retry}: mails that were refused, or are in doubt, are sent once more. */
@Command(
        name = "retry",
        description = {
            "Send mails of an edition once more that were refused, or of which nobody knows whether they arrived: the",
            "same mails, to those who still want them. What the server took is never sent again."
        },
        sortOptions = false)
final class RetryCommand implements Callable<Integer> {

    private final Console console;
    private final Home home;
    private final Application application;

    @Mixin
    private EditionChoice choice = new EditionChoice();

    @Option(names = "--failed", description = "Mails that were refused for good.")
    private boolean failed;

    @Option(names = "--doubt", description = "Mails that may have arrived or not; somebody may get one twice.")
    private boolean doubt;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask before mailing people through a mail server.")
    private boolean yes;

    RetryCommand(Console console, Home home, Application application) {
        this.console = console;
        this.home = home;
        this.application = application;
    }

    @Override
    public Integer call() {
        Set<DeliveryState> states = states();
        StoredEdition edition = choice.find(home, application);
        long people = application.get(Repeats.class).count(edition.id(), states);
        if (people == 0) {
            console.out().println(nobody(edition, states));
            return ExitCode.DONE.code();
        }
        console.err().println("Once more: %s of %s.".formatted(mails(people), ApprovalView.name(edition)));
        Permission.of(console, application, yes).require(edition.title(), people);
        return retry(edition, states);
    }

    private String nobody(StoredEdition edition, Set<DeliveryState> states) {
        DeliveryCounts counts = application.get(Ledger.class).counts(edition.id());
        long there = states.stream().mapToLong(counts::of).sum();
        return "Nobody's mail of %s can be sent once more; nothing was sent.".formatted(ApprovalView.name(edition))
                + (there == 0
                        ? ""
                        : " It was for %s who left or are not mailed any more.".formatted(RunView.people(there)));
    }

    private int retry(StoredEdition edition, Set<DeliveryState> states) {
        RunView view = new RunView(console, home, application);
        Publication of = Publication.of(edition, application.get(Editions.class));
        EditionKey key = new EditionKey(edition.digest(), edition.date());
        return view.print(
                        application.get(Runs.class).retry(key, states, view.progress(of, edition.date())),
                        of,
                        false,
                        false)
                .code();
    }

    private Set<DeliveryState> states() {
        Set<DeliveryState> states = EnumSet.noneOf(DeliveryState.class);
        if (failed) {
            states.add(DeliveryState.FAILED);
        }
        if (doubt) {
            states.add(DeliveryState.DOUBT);
        }
        if (states.isEmpty()) {
            throw new CommandException(
                    ExitCode.WRONG_USE, "say which mails: --failed, --doubt, or both", "Nothing was sent.");
        }
        return states;
    }

    private static String mails(long number) {
        return number == 1 ? "1 mail" : "%,d mails".formatted(number);
    }
}
