package dev.standfirst.cli;

import java.util.List;

/** Ends a command with an error that people can act on: what happened, then what is safe and what to do. */
final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exit;
    private final transient List<String> advice;

    /**
     * Makes one.
     *
     * @param happened one line, lower case, without a stop: "there is no digest called \"mornig-brief\""
     * @param advice what is safe and what to do, a line each
     */
    CommandException(ExitCode exit, String happened, String... advice) {
        this(exit, happened, List.of(advice));
    }

    CommandException(ExitCode exit, String happened, List<String> advice) {
        super(happened);
        this.exit = exit;
        this.advice = List.copyOf(advice);
    }

    /** The same error with what caused it, for {@code --debug}. */
    CommandException causedBy(Throwable cause) {
        initCause(cause);
        return this;
    }

    ExitCode exit() {
        return exit;
    }

    List<String> advice() {
        return advice;
    }
}
