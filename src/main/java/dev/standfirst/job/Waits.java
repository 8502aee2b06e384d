package dev.standfirst.job;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/**
 * The end of a run whose edition waits for somebody's decision, or got one that keeps it from going out. The run counts
 * as stopped, so that a later one goes on at the same step once the edition is approved.
 */
final class Waits {

    static final ExitStatus EXIT = new ExitStatus("WAITS");

    private Waits() {}

    /** Ends the job after this step. */
    static void end(StepExecution step) {
        step.setExitStatus(EXIT);
        step.setTerminateOnly();
    }

    static boolean ended(JobExecution execution) {
        return execution.getStepExecutions().stream()
                .anyMatch(step -> step.getExitStatus().getExitCode().equals(EXIT.getExitCode()));
    }
}
