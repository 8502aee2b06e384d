package dev.standfirst.job;

import dev.standfirst.delivery.FullDisk;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import org.springframework.dao.DataAccessResourceFailureException;

/** What is told of an error that no step foresees. */
final class UnknownProblem {

    private static final String KEPT =
            "What the run did so far is kept; nothing is sent that cannot be written down first.";

    private UnknownProblem() {}

    /** In words: a disk without room, or a database that went away, is known wherever it is met. */
    static RunResult.Problem of(RunStep step, Throwable cause) {
        if (FullDisk.isBehind(cause)) {
            return new RunResult.Problem(
                    "the disk is full, so %s could not go on: %s".formatted(step.title(), FullDisk.words(cause)),
                    KEPT,
                    "Make room where the data folder and the database are. Then start it again: it goes on where it"
                            + " stopped.");
        }
        if (isOfDatabase(cause)) {
            return new RunResult.Problem(
                    "the database went away, so %s could not go on: %s".formatted(step.title(), FullDisk.words(cause)),
                    KEPT,
                    "See that the database runs. Then start it again: it goes on where it stopped.");
        }
        return new RunResult.Problem(
                "%s met an error that it does not know: %s".formatted(step.title(), cause),
                "What the run did so far is kept, and nobody was mailed twice.",
                "Start it again to go on; with --debug it prints where the error came from.");
    }

    private static boolean isOfDatabase(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLNonTransientConnectionException
                    || cause instanceof SQLTransientConnectionException
                    || cause instanceof DataAccessResourceFailureException) {
                return true;
            }
        }
        return false;
    }
}
