package dev.standfirst.job;

import dev.standfirst.job.ActiveRuns.ActiveRun;
import dev.standfirst.text.Fact;
import dev.standfirst.watch.StepMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.step.StepExecution;

/**
 * Tells the watcher of a run, the records and the meters what one step does. Made at the start of the step, and called
 * from its thread alone.
 */
final class StepReport {

    private static final Duration KEPT_EVERY = Duration.ofSeconds(1);

    private final StepExecution step;
    private final RunStep name;
    private final ActiveRun run;
    private final RunRecords records;
    private final LiveProgress live;
    private final StepMeter meter;
    private final Clock clock;
    private final Tally tally;
    private final Pace pace = new Pace();
    private Progress progress;
    private Instant kept = Instant.MIN;

    StepReport(StepExecution step, ActiveRun run, RunRecords records, LiveProgress live, StepMeter meter, Clock clock) {
        this.step = step;
        this.name = RunStep.of(step.getStepName());
        this.run = run;
        this.records = records;
        this.live = live;
        this.meter = meter;
        this.clock = clock;
        this.tally = new Tally(step, (thing, number) -> meter.count(name.key(), thing, number));
        Instant now = clock.instant();
        this.progress = new Progress(name, 0, 0, 0, now, now, "");
        run.listener().stepStarted(name);
        keep(now);
    }

    ActiveRun run() {
        return run;
    }

    Tally tally() {
        return tally;
    }

    /**
     * The step is through with so much. What the first call tells counts as done before: the pace is that of what
     * follows.
     *
     * @param total how many there are, or 0 where that is not known
     */
    void progress(long seen, long total) {
        Instant now = clock.instant();
        Instant changed = seen == progress.seen() ? progress.changed() : now;
        progress =
                new Progress(name, seen, total, pace.look(now, seen), progress.started(), changed, progress.problem());
        run.listener().progress(progress);
        if (!kept.plus(KEPT_EVERY).isAfter(now)) {
            keep(now);
        }
    }

    void problem(String problem) {
        records.problem(step.getJobExecutionId(), name, problem);
        run.listener().problem(name, problem);
        meter.problem(name.key());
        progress = new Progress(
                name,
                progress.seen(),
                progress.total(),
                progress.perSecond(),
                progress.started(),
                progress.changed(),
                problem);
    }

    /** Says what the step did, if it came to its end. */
    void done(Fact facts) {
        Instant now = clock.instant();
        keep(now);
        if (step.getStatus() == BatchStatus.COMPLETED || EarlyEnd.REST_LATER.ended(step)) {
            Duration took = Duration.between(progress.started(), now);
            records.stepDone(step.getJobExecutionId(), name, facts, took);
            run.listener().stepDone(name, facts.english(), took);
            meter.took(name.key(), took);
        }
    }

    private void keep(Instant now) {
        kept = now;
        live.write(step.getJobExecutionId(), progress);
    }
}
