package dev.standfirst.cli;

import dev.standfirst.edition.Ruling;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.job.ApprovalDesk;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code standfirst take-back}: what was decided about an edition is undone, and it waits again. */
@Command(
        name = "take-back",
        description = {
            "Undo what was decided about an edition, so that it waits again: an approval until its first mail leaves,",
            "a skip until the next edition is composed."
        },
        sortOptions = false)
final class TakeBackCommand implements Callable<Integer> {

    private final Console console;
    private final Home home;
    private final Application application;
    private final ApprovalView view;

    @Mixin
    private EditionChoice choice = new EditionChoice();

    TakeBackCommand(Console console, Home home, Application application) {
        this.console = console;
        this.home = home;
        this.application = application;
        this.view = new ApprovalView(console, home, application);
    }

    @Override
    public Integer call() {
        StoredEdition edition = choice.find(home, application);
        Ruling ruling = application.get(ApprovalDesk.class).takeBack(edition, ApprovalView.WHO);
        view.require(ruling, edition, "taken back");
        if (ruling instanceof Ruling.Done done) {
            console.out()
                    .println("Taken back; nobody was mailed. %s %s."
                            .formatted(ApprovalView.name(edition), view.standing(done.approval(), edition)));
        }
        return ExitCode.DONE.code();
    }
}
