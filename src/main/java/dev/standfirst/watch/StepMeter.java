package dev.standfirst.watch;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** Counts what the steps of runs do in this process: how long, what went in and came out, what went wrong. */
@Component
public class StepMeter {

    private static final Duration[] LIMITS = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(10),
        Duration.ofMinutes(1),
        Duration.ofMinutes(10),
        Duration.ofHours(1)
    };

    private final Meters meters;

    StepMeter(Meters meters) {
        this.meters = meters;
    }

    /** A step came to its end. */
    public void took(String step, Duration time) {
        meters.timer("standfirst.step.time", "How long a step of a run took.", LIMITS, "step", step)
                .record(time);
    }

    /**
     * A step took in or gave out things.
     *
     * @param thing what, in the program's own words; never foreign text
     */
    public void count(String step, String thing, long number) {
        meters.counter("standfirst.step.things", "What steps took in and gave out.", "step", step, "thing", thing)
                .increment((double) number);
    }

    /** Something went wrong that does not stop the run. */
    public void problem(String step) {
        meters.counter("standfirst.step.problems", "What went wrong in steps and did not stop them.", "step", step)
                .increment();
    }
}
