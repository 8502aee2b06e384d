package dev.standfirst.cli;

import dev.standfirst.subscriber.Lists;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code standfirst subscribers}: people on lists. */
@Command(
        name = "subscribers",
        description = "List, show, add, edit, remove, import and export people; hand out or erase their data.",
        sortOptions = false,
        subcommands = {
            SubscribersListCommand.class,
            SubscribersShowCommand.class,
            SubscribersAddCommand.class,
            SubscribersEditCommand.class,
            SubscribersRemoveCommand.class,
            SubscribersImportCommand.class,
            SubscribersExportCommand.class,
            SubscribersDataCommand.class,
            SubscribersEraseCommand.class
        })
final class SubscribersCommand implements Callable<Integer> {

    private final Application application;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--list",
            paramLabel = "LIST",
            scope = ScopeType.INHERIT,
            description = "Which list; may be left out where there is only one.")
    private @Nullable String list;

    SubscribersCommand(Application application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut(), CommandLine.Help.Ansi.OFF);
        return ExitCode.DONE.code();
    }

    /** The list that the command is about. */
    String list() {
        return PeopleWords.listName(list, application.get(Lists.class));
    }

    /** Whether a list was named. */
    boolean namesList() {
        return list != null;
    }
}
