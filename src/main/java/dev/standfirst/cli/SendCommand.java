package dev.standfirst.cli;

import dev.standfirst.edition.Ruling;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.job.ApprovalDesk;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code standfirst send --now}: an edition that waits, or is approved, goes out before its hour. */
@Command(
        name = "send",
        description = "Have an edition that waits or is approved go out before its hour.",
        sortOptions = false)
final class SendCommand implements Callable<Integer> {

    private final Home home;
    private final Application application;
    private final ApprovalView view;

    @Mixin
    private EditionChoice choice = new EditionChoice();

    @Option(names = "--now", required = true, description = "Now; who chose an hour gets it then all the same.")
    @SuppressWarnings("UnusedVariable")
    private boolean now;

    @Mixin
    private CheckNames despite = new CheckNames();

    SendCommand(Console console, Home home, Application application) {
        this.home = home;
        this.application = application;
        this.view = new ApprovalView(console, home, application);
    }

    @Override
    public Integer call() {
        StoredEdition edition = choice.find(home, application);
        Ruling ruling = application.get(ApprovalDesk.class).sendNow(edition, ApprovalView.WHO, despite.read());
        if (!(ruling instanceof Ruling.Already)) {
            view.require(ruling, edition, "sent now");
        }
        return view.goOn(edition);
    }
}
