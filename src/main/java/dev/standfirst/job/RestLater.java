package dev.standfirst.job;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/**
 * The end of a run that sent what is due, while others chose a later hour. The edition is not finished: the run counts
 * as stopped, so that a later one goes on with it.
 */
final class RestLater {

    static final ExitStatus EXIT = new ExitStatus("REST_LATER");

    private RestLater() {}

    /** Ends the job after this step. */
    static void end(StepExecution step) {
        step.setExitStatus(EXIT);
        step.setTerminateOnly();
    }

    static boolean ended(JobExecution execution) {
        return execution.getStepExecutions().stream().anyMatch(RestLater::ended);
    }

    static boolean ended(StepExecution step) {
        return step.getExitStatus().getExitCode().equals(EXIT.getExitCode());
    }
}
