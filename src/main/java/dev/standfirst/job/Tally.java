package dev.standfirst.job;

import org.springframework.batch.core.step.StepExecution;

/** Counts of a step, kept in its execution context, so that a restarted step goes on counting. */
final class Tally {

    private final StepExecution step;

    Tally(StepExecution step) {
        this.step = step;
    }

    void add(String name, long number) {
        step.getExecutionContext().putLong(name, get(name) + number);
    }

    long get(String name) {
        return step.getExecutionContext().getLong(name, 0);
    }
}
