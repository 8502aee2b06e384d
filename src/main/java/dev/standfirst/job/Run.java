package dev.standfirst.job;

import dev.standfirst.text.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One execution as people see it.
 *
 * @param id its number
 * @param key which edition
 * @param state where it stands
 * @param started when
 * @param ended when, or empty while it works or where it was cut off
 */
public record Run(long id, EditionKey key, State state, Instant started, Optional<Instant> ended) {

    /** Where a run stands. One that was cut off by the end of its process goes on with the next start. */
    public enum State {
        RUNNING("running"),
        DONE("done"),
        NOTHING_NEW("nothing new"),
        WAITS("waits for approval"),
        SKIPPED("skipped"),
        REST_LATER("the rest later"),
        STOPPED("stopped"),
        CUT_OFF("cut off"),
        FAILED("failed");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /** For people, lower case. */
        public String words() {
            return words;
        }
    }

    /**
     * What a step took in and gave out.
     *
     * @param step which
     * @param done what it did
     * @param took how long
     */
    public record StepFacts(RunStep step, Fact done, Duration took) {

        /** What it did, in English. */
        public String facts() {
            return done.english();
        }
    }

    /**
     * A run with all that is known of it.
     *
     * @param run the run
     * @param steps its steps that were done, in run order
     * @param problems what went wrong, in words
     * @param progress how far it is; empty where it is not at work
     */
    public record Details(Run run, List<StepFacts> steps, List<String> problems, Optional<Progress> progress) {

        public Details {
            steps = List.copyOf(steps);
            problems = List.copyOf(problems);
        }
    }
}
