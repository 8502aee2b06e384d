package dev.standfirst.job;

import java.util.List;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;

/** Tells the watcher the number of its run, and whether it goes on with what an earlier one left. */
@Component
class RunStart implements JobExecutionListener {

    private final ActiveRuns active;
    private final JobRepository repository;

    RunStart(ActiveRuns active, JobRepository repository) {
        this.active = active;
        this.repository = repository;
    }

    @Override
    public void beforeJob(JobExecution execution) {
        List<JobExecution> all = repository.getJobExecutions(execution.getJobInstance());
        boolean resumed = all.stream()
                .anyMatch(earlier -> earlier.getId() != execution.getId() && !EarlyEnd.NOTHING_NEW.ended(earlier));
        active.of(EditionKey.of(execution.getJobParameters())).listener().started(execution.getId(), resumed);
    }
}
