package dev.standfirst.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code standfirst version}. */
@Command(name = "version", description = "Say which version this is.")
final class VersionCommand implements Callable<Integer> {

    private final Console console;

    VersionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().println(new ProgramVersion().getVersion()[0]);
        return ExitCode.DONE.code();
    }
}
