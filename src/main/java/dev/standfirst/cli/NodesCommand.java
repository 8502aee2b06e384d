package dev.standfirst.cli;

import dev.standfirst.node.Node;
import dev.standfirst.node.Nodes;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code standfirst nodes}: the installations that mail from this database. */
@Command(
        name = "nodes",
        description = "List the installations that mail from this database.",
        subcommands = NodesConfirmCommand.class)
final class NodesCommand implements Callable<Integer> {

    private final Console console;
    private final Application application;

    NodesCommand(Console console, Application application) {
        this.console = console;
        this.application = application;
    }

    @Override
    public Integer call() {
        Nodes nodes = application.get(Nodes.class);
        String self = nodes.self().id();
        nodes.all().forEach(node -> console.out().println(line(node, node.id().equals(self))));
        nodes.silence()
                .ifPresent(silence -> console.error(silence.happened(), List.of(silence.safe(), silence.remedy())));
        return ExitCode.DONE.code();
    }

    private static String line(Node node, boolean self) {
        return "%-36s  %s, last here %s, %s%s"
                .formatted(
                        node.id(),
                        node.host(),
                        Dates.show(node.lastSeen()),
                        node.confirmedAt()
                                .map(at -> "confirmed " + Dates.show(at))
                                .orElse("not confirmed"),
                        self ? " (this one)" : "");
    }
}
