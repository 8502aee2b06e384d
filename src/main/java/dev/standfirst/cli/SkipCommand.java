package dev.standfirst.cli;

import dev.standfirst.edition.Ruling;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.job.ApprovalDesk;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code standfirst skip}: an edition that waits does not go out. */
@Command(
        name = "skip",
        description = "Have an edition that waits not go out; the next one may tell its articles.",
        sortOptions = false)
final class SkipCommand implements Callable<Integer> {

    private final Home home;
    private final Application application;
    private final ApprovalView view;

    @Mixin
    private EditionChoice choice = new EditionChoice();

    SkipCommand(Console console, Home home, Application application) {
        this.home = home;
        this.application = application;
        this.view = new ApprovalView(console, home, application);
    }

    @Override
    public Integer call() {
        StoredEdition edition = choice.find(home, application);
        Ruling ruling = application.get(ApprovalDesk.class).skip(edition, ApprovalView.WHO);
        view.require(ruling, edition, "skipped");
        if (ruling instanceof Ruling.Done) {
            view.skipped(ruling.approval(), edition);
        }
        return ExitCode.DONE.code();
    }
}
