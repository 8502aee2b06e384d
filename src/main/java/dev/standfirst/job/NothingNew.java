package dev.standfirst.job;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * The end of a run that found nothing new. There is no edition then, so the date is not used up: the run counts as
 * stopped, and its steps are opened again, so that a later start on the same day looks at the sources anew.
 */
final class NothingNew {

    static final ExitStatus EXIT = new ExitStatus("NOTHING_NEW");

    private NothingNew() {}

    /** Ends the job after this step. */
    static void end(StepExecution step) {
        step.setExitStatus(EXIT);
        step.setTerminateOnly();
    }

    static boolean ended(JobExecution execution) {
        return execution.getStepExecutions().stream()
                .anyMatch(step -> step.getExitStatus().getExitCode().equals(EXIT.getExitCode()));
    }

    static void reopen(JobExecution execution, JobRepository repository) {
        for (StepExecution step : execution.getStepExecutions()) {
            step.setStatus(BatchStatus.STOPPED);
            repository.update(step);
        }
    }
}
