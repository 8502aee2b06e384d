package dev.standfirst.job;

import java.time.Duration;

/** Watches a run while it works. Called from the thread of the run; must return soon and never throw. */
public interface RunListener {

    /** Watches nothing. */
    RunListener NONE = new RunListener() {};

    /** The run has begun; {@code resumed} where it goes on with an edition that an earlier run left unfinished. */
    default void started(long run, boolean resumed) {}

    /** A step has begun. */
    default void stepStarted(RunStep step) {}

    /** A step got on. */
    default void progress(Progress progress) {}

    /** A step is through; {@code facts} says in words what went in and came out. */
    default void stepDone(RunStep step, String facts, Duration took) {}

    /** Something went wrong that does not stop the run. */
    default void problem(RunStep step, String problem) {}
}
