package dev.standfirst.cli;

/** What the program tells the shell. */
enum ExitCode {
    /** Done, also when nothing was new. */
    DONE(0),
    /** Failed; what was done is kept and can be resumed. */
    FAILED(1),
    /** The command, or a file it was given, was wrong. */
    WRONG_USE(2),
    /** An edition waits for somebody to approve it. */
    WAITS(3),
    /** Somebody else runs it already. */
    ALREADY_RUNNING(4),
    /** Stopped with Ctrl-C after the current batch. */
    STOPPED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
