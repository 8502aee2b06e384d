package dev.standfirst.cli;

import dev.standfirst.edition.Ruling;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.job.ApprovalDesk;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code standfirst approve}: an edition that waits goes out at its hour. */
@Command(
        name = "approve",
        description = "Have an edition that waits go out at its hour, or at once where that has come.",
        sortOptions = false)
final class ApproveCommand implements Callable<Integer> {

    private final Home home;
    private final Application application;
    private final ApprovalView view;

    @Mixin
    private EditionChoice choice = new EditionChoice();

    @Mixin
    private CheckNames despite = new CheckNames();

    ApproveCommand(Console console, Home home, Application application) {
        this.home = home;
        this.application = application;
        this.view = new ApprovalView(console, home, application);
    }

    @Override
    public Integer call() {
        ApprovalDesk desk = application.get(ApprovalDesk.class);
        StoredEdition edition = choice.find(home, application);
        if (edition.completedAt().isPresent()) {
            view.wentOut(edition);
            return ExitCode.DONE.code();
        }
        Ruling ruling = desk.approve(edition, ApprovalView.WHO, despite.read());
        view.require(ruling, edition, "approved");
        if (desk.isDue(ruling.approval())) {
            return view.goOn(edition);
        }
        view.approved(ruling.approval(), edition);
        return ExitCode.DONE.code();
    }
}
