package dev.standfirst.job;

import dev.standfirst.watch.StepMeter;
import java.time.Clock;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** Opens the report of a step that begins. */
@Component
class StepReports {

    private final ActiveRuns active;
    private final RunRecords records;
    private final LiveProgress live;
    private final StepMeter meter;
    private final Clock clock;

    StepReports(ActiveRuns active, RunRecords records, LiveProgress live, StepMeter meter, Clock clock) {
        this.active = active;
        this.records = records;
        this.live = live;
        this.meter = meter;
        this.clock = clock;
    }

    StepReport of(StepExecution step) {
        return new StepReport(step, active.of(EditionKey.of(step.getJobParameters())), records, live, meter, clock);
    }
}
