package dev.standfirst.job;

import dev.standfirst.job.ActiveRuns.ActiveRun;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.step.StepExecution;

/** Tells the watcher of a run, and the records, what one step does. Made at the start of the step. */
final class StepReport {

    private final StepExecution step;
    private final RunStep name;
    private final ActiveRun run;
    private final RunRecords records;
    private final Clock clock;
    private final Instant started;
    private final Tally tally;

    StepReport(StepExecution step, ActiveRun run, RunRecords records, Clock clock) {
        this.step = step;
        this.name = RunStep.of(step.getStepName());
        this.run = run;
        this.records = records;
        this.clock = clock;
        this.started = clock.instant();
        this.tally = new Tally(step);
        run.listener().stepStarted(name);
    }

    ActiveRun run() {
        return run;
    }

    Tally tally() {
        return tally;
    }

    void progress(long done, long total) {
        run.listener().progress(name, done, total);
    }

    void problem(String problem) {
        records.problem(step.getJobExecutionId(), name, problem);
        run.listener().problem(name, problem);
    }

    /** Says what the step did, if it came to its end. */
    void done(String facts) {
        if (step.getStatus() == BatchStatus.COMPLETED || RestLater.ended(step)) {
            Duration took = Duration.between(started, clock.instant());
            records.stepDone(step.getJobExecutionId(), name, facts, took);
            run.listener().stepDone(name, facts, took);
        }
    }
}
