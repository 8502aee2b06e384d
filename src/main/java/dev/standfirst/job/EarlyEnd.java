package dev.standfirst.job;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/**
 * Why a run ends before its last step, or with it while the edition is not finished. Nothing failed: the run counts as
 * stopped, so that a later one goes on with the edition, and the exit status of the step that ended it says why.
 */
enum EarlyEnd {

    /** There is nothing new, so there is no edition, and the date is not used up. */
    NOTHING_NEW,

    /** The edition waits for somebody's decision, or got one that keeps it from going out. */
    WAITS,

    /** What is due was sent, while others chose a later hour. */
    REST_LATER;

    /** Ends the job after this step. */
    void end(StepExecution step) {
        step.setExitStatus(new ExitStatus(name()));
        step.setTerminateOnly();
    }

    /** Whether a step of it ended it so. */
    boolean ended(JobExecution execution) {
        return execution.getStepExecutions().stream().anyMatch(this::ended);
    }

    /** Whether this step ended its job so. */
    boolean ended(StepExecution step) {
        return step.getExitStatus().getExitCode().equals(name());
    }
}
