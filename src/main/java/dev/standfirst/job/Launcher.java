package dev.standfirst.job;

import dev.standfirst.delivery.Ledger;
import dev.standfirst.delivery.Rest;
import dev.standfirst.edition.Approval;
import dev.standfirst.edition.ApprovalRecords;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.StoredEdition;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Launches the job for an edition whose lease is held, after putting right what a killed process left behind. */
@Component
class Launcher {

    private static final Logger log = LoggerFactory.getLogger(Launcher.class);
    private static final int RECOVERY_TRIES = 10;

    private final JobOperator operator;
    private final JobRepository repository;
    private final Job editionJob;
    private final Job deliverAgainJob;
    private final Job previewJob;
    private final Editions editions;
    private final Ledger ledger;
    private final ApprovalRecords approvals;
    private final GracefulStop gracefulStop;
    private final RunRecords records;

    Launcher(
            JobOperator operator,
            JobRepository repository,
            Job editionJob,
            Job deliverAgainJob,
            Job previewJob,
            Editions editions,
            Ledger ledger,
            ApprovalRecords approvals,
            GracefulStop gracefulStop,
            RunRecords records) {
        this.operator = operator;
        this.repository = repository;
        this.editionJob = editionJob;
        this.deliverAgainJob = deliverAgainJob;
        this.previewJob = previewJob;
        this.editions = editions;
        this.ledger = ledger;
        this.approvals = approvals;
        this.gracefulStop = gracefulStop;
        this.records = records;
    }

    /**
     * Runs the whole job, or what is left of it.
     *
     * @param epoch tells this time from every other, where nothing is left but to send again
     */
    RunResult launch(EditionKey key, long epoch) {
        JobExecution last = repository.getLastJobExecution(editionJob.getName(), key.parameters());
        if (last != null && last.getStatus() == BatchStatus.COMPLETED) {
            return deliverAgain(key, epoch);
        }
        recover(last);
        return run(editionJob, key, key.parameters());
    }

    /**
     * Runs the last step alone, for an edition whose ledger has rows to send again, or rows that became due.
     *
     * @param epoch tells this time from every other
     */
    RunResult deliverAgain(EditionKey key, long epoch) {
        JobParameters parameters = new JobParametersBuilder(key.parameters())
                .addLong("again", epoch)
                .toJobParameters();
        return run(deliverAgainJob, key, parameters);
    }

    /** Runs the steps up to the frozen edition. */
    RunResult preview(EditionKey key) {
        return run(previewJob, key, key.parameters());
    }

    private RunResult run(Job job, EditionKey key, JobParameters parameters) {
        try {
            return result(operator.start(job, parameters), key);
        } catch (JobExecutionException e) {
            throw new IllegalStateException("the job repository refuses to start " + key, e);
        } finally {
            gracefulStop.isOver();
        }
    }

    /**
     * A process that died leaves its execution as started; Batch restarts it only after recovery. Recovery fails where
     * a live worker commits meanwhile, and passes when tried again. It leaves out what was over without knowing it: a
     * step of unknown state, which blocks a restart for good, and one that could not write down its end since the
     * database was away. Those failed.
     */
    private void recover(@Nullable JobExecution last) {
        JobExecution execution = last;
        for (int tries = 1; execution != null && isOpen(execution) && tries <= RECOVERY_TRIES; tries++) {
            try {
                close(execution);
            } catch (OptimisticLockingFailureException e) {
                if (tries == RECOVERY_TRIES) {
                    throw e;
                }
            }
            execution = repository.getJobExecution(execution.getId());
        }
    }

    private void close(JobExecution execution) {
        if (execution.getStatus().isRunning()) {
            operator.recover(execution);
        }
        for (StepExecution step : execution.getStepExecutions()) {
            if (isOpen(step.getStatus())) {
                step.setStatus(BatchStatus.FAILED);
                repository.update(step);
            }
        }
        if (isOpen(execution.getStatus())) {
            execution.setStatus(BatchStatus.FAILED);
            repository.update(execution);
        }
    }

    private static boolean isOpen(JobExecution execution) {
        return isOpen(execution.getStatus())
                || execution.getStepExecutions().stream()
                        .map(StepExecution::getStatus)
                        .anyMatch(Launcher::isOpen);
    }

    private static boolean isOpen(BatchStatus status) {
        return status.isRunning() || status == BatchStatus.UNKNOWN;
    }

    private RunResult result(JobExecution execution, EditionKey key) {
        long run = execution.getId();
        if (EarlyEnd.NOTHING_NEW.ended(execution)) {
            reopen(execution);
            return new RunResult.NothingNew(run);
        }
        if (EarlyEnd.WAITS.ended(execution)) {
            return heldBack(find(key), OptionalLong.of(run));
        }
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            StoredEdition edition = find(key);
            return new RunResult.Sent(run, edition.id(), ledger.counts(edition.id()));
        }
        if (EarlyEnd.REST_LATER.ended(execution)) {
            StoredEdition edition = find(key);
            return later(
                    edition, OptionalLong.of(run), ledger.rest(edition.id()).orElseThrow());
        }
        // Told to stop after its last step, it is still stopping; nothing is left for the next run but to say so.
        boolean stopped = execution.getStatus() == BatchStatus.STOPPED || execution.getStatus() == BatchStatus.STOPPING;
        return stopped ? new RunResult.Stopped(run) : failed(execution);
    }

    /**
     * Opens the steps of a run that found nothing new, so that a later start on the same day looks at the sources anew.
     */
    private void reopen(JobExecution execution) {
        for (StepExecution step : execution.getStepExecutions()) {
            step.setStatus(BatchStatus.STOPPED);
            repository.update(step);
        }
    }

    /**
     * How it stands with an edition of which nothing is delivered.
     *
     * @param run that ended for it; empty where none was needed to know
     */
    RunResult heldBack(StoredEdition edition, OptionalLong run) {
        Approval approval = approvals.of(edition.id());
        return approval.state() == Approval.State.SKIPPED
                ? new RunResult.Skipped(edition.id(), edition.date(), approval)
                : new RunResult.Waits(
                        run,
                        edition.id(),
                        edition.date(),
                        approval,
                        ledger.counts(edition.id()).audience());
    }

    /**
     * How it stands with an edition that goes on later: when those who wait are due, or when limits and hours let it.
     *
     * @param run that ended for it; empty where none was needed to know
     */
    RunResult later(StoredEdition edition, OptionalLong run, Rest rest) {
        Rest known = editions.goesOn(edition.id()).map(rest::notBefore).orElse(rest);
        return new RunResult.Later(run, edition.id(), ledger.counts(edition.id()), known);
    }

    private StoredEdition find(EditionKey key) {
        return editions.find(key.digest(), key.date()).orElseThrow();
    }

    private RunResult.Failed failed(JobExecution execution) {
        StepExecution step = execution.getStepExecutions().stream()
                .filter(candidate -> candidate.getStatus() != BatchStatus.COMPLETED)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the job ended before its first step: " + execution));
        Throwable cause =
                execution.getAllFailureExceptions().stream().findFirst().orElse(new IllegalStateException());
        log.error("run {} failed in {}", execution.getId(), step.getStepName(), cause);
        RunResult.Problem problem = problem(step, cause);
        keep(execution.getId(), RunStep.of(step.getStepName()), problem);
        return new RunResult.Failed(execution.getId(), RunStep.of(step.getStepName()), problem);
    }

    /** For whoever looks at the run later. The run ends as it does, also where the database is what is gone. */
    private void keep(long run, RunStep step, RunResult.Problem problem) {
        try {
            records.problem(run, step, "%s. %s %s".formatted(problem.happened(), problem.safe(), problem.remedy()));
        } catch (DataAccessException | TransactionException e) {
            log.warn("why run {} failed could not be kept", run, e);
        }
    }

    private static RunResult.Problem problem(StepExecution step, Throwable cause) {
        for (Throwable next = cause; next != null; next = next.getCause()) {
            if (next instanceof ProblemException known) {
                return known.problem();
            }
        }
        return UnknownProblem.of(RunStep.of(step.getStepName()), cause);
    }
}
