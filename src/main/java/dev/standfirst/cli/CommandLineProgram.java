package dev.standfirst.cli;

import dev.standfirst.delivery.FullDisk;
import dev.standfirst.text.DidYouMean;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program as the shell sees it: arguments in, exit code out. */
public final class CommandLineProgram {

    private static final List<String> NO_DATABASE = List.of(
            "What was stored and sent before is recorded, and nobody is mailed without it.",
            "See that the database runs. Then run the command again: it goes on where it stopped.");

    private static final List<String> NO_ROOM = List.of(
            "What was stored and sent before is kept; nothing is sent that cannot be written down first.",
            "Make room where the data folder and the database are. Then run the command again.");

    private final Console console;
    private final boolean debug;

    private CommandLineProgram(Console console, boolean debug) {
        this.console = console;
        this.debug = debug;
    }

    /**
     * Runs one command.
     *
     * @param boot starts the application, if the command needs it
     * @return the exit code
     */
    public static int run(String[] arguments, Boot boot) {
        List<String> words = Arrays.asList(arguments);
        Console console = Console.ofProcess(System.getenv(), words.contains("--no-color"));
        Home home = Home.ofProcess();
        try (Application application = new Application(boot, home)) {
            CountDownLatch finished = new CountDownLatch(1);
            StopSignals.handle(() -> stop(application, finished));
            int code = execute(arguments, console, home, application);
            finished.countDown();
            return code;
        }
    }

    /** Runs one command that speaks to this console; the caller closes the application. */
    static int execute(String[] arguments, Console console, Home home, Application application) {
        boolean debug = Arrays.asList(arguments).contains("--debug");
        return new CommandLineProgram(console, debug)
                .commandLine(new Commands(console, home, application))
                .execute(arguments);
    }

    /** Lets the runs end after their batch, and the command say so; a command that waits for ever is ended. */
    private static void stop(Application application, CountDownLatch finished) {
        application.stopRuns();
        try {
            if (!finished.await(1, TimeUnit.SECONDS)) {
                System.exit(ExitCode.STOPPED.code());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CommandLine commandLine(CommandLine.IFactory commands) {
        return new CommandLine(StandfirstCommand.class, commands)
                .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        console.outStyle().colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setUsageHelpWidth(80)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(LocalDate.class, CommandLineProgram::date)
                .setParameterExceptionHandler(this::wrongArguments)
                .setExecutionExceptionHandler(this::failed);
    }

    private static LocalDate date(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("\"%s\" is no date; one is written 2026-11-18".formatted(typed));
        }
    }

    private int wrongArguments(ParameterException e, String[] arguments) {
        CommandSpec spec = e.getCommandLine().getCommandSpec();
        String happened = lowerFirst(String.valueOf(e.getMessage()));
        String guess = "";
        if (e instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().get(0);
            boolean option = word.startsWith("-");
            happened = "there is no %s \"%s\"".formatted(option ? "option" : "command", word);
            guess = DidYouMean.among(
                            option
                                    ? spec.optionsMap().keySet()
                                    : spec.subcommands().keySet(),
                            word)
                    .map("Did you mean \"%s\"? "::formatted)
                    .orElse("");
        }
        console.error(happened, List.of(guess + "All of them: " + spec.qualifiedName() + " --help"));
        return ExitCode.WRONG_USE.code();
    }

    private int failed(Exception e, CommandLine commandLine, ParseResult parsed) {
        ExitCode exit = ExitCode.FAILED;
        if (e instanceof CommandException known) {
            console.error(String.valueOf(known.getMessage()), known.advice());
            exit = known.exit();
        } else if (FullDisk.isBehind(e)) {
            console.error("the disk is full: " + FullDisk.words(e), NO_ROOM);
        } else if (e instanceof DataAccessException || e instanceof TransactionException) {
            console.error("the database does not answer: " + FullDisk.words(e), NO_DATABASE);
        } else {
            console.error(
                    "%s met an error that it does not know: %s".formatted(commandLine.getCommandName(), e),
                    List.of(
                            "What was stored and sent before is recorded.",
                            "With --debug it says where it came from."));
        }
        if (debug) {
            e.printStackTrace(console.err());
        }
        return exit.code();
    }

    private static String lowerFirst(String message) {
        return message.isEmpty() ? message : Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }
}
