package dev.standfirst.job;

import java.util.function.BiConsumer;
import org.springframework.batch.core.step.StepExecution;

/** Counts of a step, kept in its execution context, so that a restarted step goes on counting. */
final class Tally {

    private final StepExecution step;
    private final BiConsumer<String, Long> meter;

    /**
     * Makes one.
     *
     * @param meter is told what is added
     */
    Tally(StepExecution step, BiConsumer<String, Long> meter) {
        this.step = step;
        this.meter = meter;
    }

    void add(String name, long number) {
        step.getExecutionContext().putLong(name, get(name) + number);
        meter.accept(name, number);
    }

    long get(String name) {
        return step.getExecutionContext().getLong(name, 0);
    }
}
