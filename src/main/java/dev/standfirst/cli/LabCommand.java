package dev.standfirst.cli;

import dev.standfirst.lab.Lab;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** {@code standfirst lab VERB}: the program's own classes over JSON lines. */
@Command(
        name = "lab",
        description =
                "Run the program's own classes over JSON lines, standard input to standard output: "
                        + "address, cluster, csv, csv-export, decide, extract, header, opml, parse, robots, sanitise, split, summarise.")
final class LabCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "VERB", description = "What to do with each line.")
    private String verb = "";

    @Unmatched
    private List<String> options = new ArrayList<>();

    LabCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Lab lab;
        try {
            lab = Lab.of(verb, options);
        } catch (IllegalArgumentException e) {
            throw new CommandException(
                    ExitCode.WRONG_USE, String.valueOf(e.getMessage()), "Verbs: " + String.join(", ", Lab.verbs()));
        }
        lab.run(System.in, console.out());
        return ExitCode.DONE.code();
    }
}
