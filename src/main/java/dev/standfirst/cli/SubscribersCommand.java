package dev.standfirst.cli;

import dev.standfirst.subscriber.Lists;
import dev.standfirst.subscriber.SubscriberCsv;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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
            SubscribersDataCommand.class,
            SubscribersEraseCommand.class
        })
final class SubscribersCommand implements Callable<Integer> {

    private final Console console;
    private final Home home;
    private final Application application;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--list",
            paramLabel = "LIST",
            scope = ScopeType.INHERIT,
            description = "Which list; may be left out where there is only one.")
    private @Nullable String list;

    SubscribersCommand(Console console, Home home, Application application) {
        this.console = console;
        this.home = home;
        this.application = application;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut(), CommandLine.Help.Ansi.OFF);
        return ExitCode.DONE.code();
    }

    @Command(
            name = "import",
            description = "Check a CSV file row by row; with --apply, put its people on a list.",
            sortOptions = false)
    int importFile(
            @Parameters(paramLabel = "FILE") Path file,
            @Option(names = "--apply", description = "Do it; without it nothing changes.") boolean apply,
            @Option(names = "--skipped", paramLabel = "FILE", description = "Write the skipped rows to this file.")
                    @Nullable
                    Path skipped) {
        SubscriberCsv csv = application.get(SubscriberCsv.class);
        try {
            SubscriberCsv.Report report = apply
                    ? csv.apply(
                            file,
                            list(),
                            "imported from %s by %s".formatted(file.getFileName(), System.getProperty("user.name")))
                    : csv.check(file, list());
            new ImportView(console).print(report, apply, skipped);
            return ExitCode.DONE.code();
        } catch (IOException e) {
            String reason = e instanceof java.nio.file.NoSuchFileException
                    ? "there is no file " + file
                    : String.valueOf(e.getMessage());
            throw new CommandException(ExitCode.WRONG_USE, reason, "Nothing was changed.").causedBy(e);
        }
    }

    @Command(name = "export", description = "Write the people of a list as CSV.")
    int export(
            @Parameters(arity = "0..1", paramLabel = "FILE", description = "Where to; standard output where left out.")
                    @Nullable
                    Path file) {
        try (BufferedWriter out = file == null
                ? new BufferedWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8))
                : Files.newBufferedWriter(file)) {
            long people = application.get(SubscriberCsv.class).export(list(), out);
            if (file != null) {
                console.err().println(RunView.people(people) + " written to " + home.show(file));
            }
            return ExitCode.DONE.code();
        } catch (IOException e) {
            throw new CommandException(ExitCode.FAILED, "cannot write to " + file, "Nothing was changed.").causedBy(e);
        }
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
