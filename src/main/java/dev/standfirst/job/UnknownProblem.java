package dev.standfirst.job;

import dev.standfirst.delivery.FullDisk;

/** What is told of an error that no step foresees. */
final class UnknownProblem {

    private UnknownProblem() {}

    /** In words: a disk without room is known wherever it is met. */
    static RunResult.Problem of(RunStep step, Throwable cause) {
        return FullDisk.isBehind(cause)
                ? new RunResult.Problem(
                        "the disk is full, so %s could not go on: %s".formatted(step.title(), FullDisk.words(cause)),
                        "What the run did so far is kept; nothing is sent that cannot be written down first.",
                        "Make room where the data folder and the database are. Then start it again: it goes on where it"
                                + " stopped.")
                : new RunResult.Problem(
                        "%s met an error that it does not know: %s".formatted(step.title(), cause),
                        "What the run did so far is kept, and nobody was mailed twice.",
                        "Start it again to go on; with --debug it prints where the error came from.");
    }
}
