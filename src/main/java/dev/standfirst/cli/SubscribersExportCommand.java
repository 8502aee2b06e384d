package dev.standfirst.cli;

import dev.standfirst.subscriber.Filter;
import dev.standfirst.transfer.Exporter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code standfirst subscribers export}: people of a list as CSV, which an import makes the same of. */
@Command(
        name = "export",
        description =
                "Write the people of a list as CSV, or those whom a filter finds: all that is known of them, in every state.",
        sortOptions = false)
final class SubscribersExportCommand implements Callable<Integer> {

    private final Console console;
    private final Home home;
    private final Application application;

    @ParentCommand
    private @Nullable SubscribersCommand parent;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Where to; standard output where left out.")
    private @Nullable Path file;

    @Option(
            names = "--filter",
            paramLabel = "FILTER",
            description =
                    "Only those whom it finds, on every list where --list is left out; as for standfirst subscribers list.")
    private @Nullable String filter;

    SubscribersExportCommand(Console console, Home home, Application application) {
        this.console = console;
        this.home = home;
        this.application = application;
    }

    @Override
    public Integer call() {
        Filter wanted = wanted();
        String list = wanted == null ? people().list() : "";
        Path target = file;
        try (BufferedWriter out = target == null
                ? new BufferedWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8))
                : Files.newBufferedWriter(target)) {
            Exporter exporter = application.get(Exporter.class);
            long people = wanted == null ? exporter.export(list, out) : exporter.export(wanted, out);
            if (target != null) {
                console.err().println(RunView.people(people) + " written to " + home.show(target));
            }
            return ExitCode.DONE.code();
        } catch (IOException e) {
            throw new CommandException(ExitCode.FAILED, "cannot write to " + target, "Nothing was changed.")
                    .causedBy(e);
        }
    }

    /** Whom the filter finds, on the list that was named if one was; null where there is no filter. */
    private @Nullable Filter wanted() {
        if (filter == null) {
            return null;
        }
        Filter found = PeopleWords.filter(filter);
        return people().namesList()
                ? PeopleWords.filter("list:" + people().list()).and(found)
                : found;
    }

    private SubscribersCommand people() {
        return Objects.requireNonNull(parent);
    }
}
