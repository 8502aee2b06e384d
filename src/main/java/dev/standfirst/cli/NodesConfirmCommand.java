package dev.standfirst.cli;

import dev.standfirst.node.Nodes;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code standfirst nodes confirm}: mails may leave from here. */
@Command(
        name = "confirm",
        description = "Let this installation mail: after a restore or a move, or as one more beside another.")
final class NodesConfirmCommand implements Callable<Integer> {

    private final Console console;
    private final Application application;

    NodesConfirmCommand(Console console, Application application) {
        this.console = console;
        this.application = application;
    }

    @Override
    public Integer call() {
        application.get(Nodes.class).confirm();
        console.out().println("Mails leave from here from now on: what is due, and what waits in the ledger.");
        console.out().println("Who mailed from this database before still may: standfirst nodes");
        return ExitCode.DONE.code();
    }
}
