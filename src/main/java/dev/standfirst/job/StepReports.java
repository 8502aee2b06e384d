package dev.standfirst.job;

import java.time.Clock;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** Opens the report of a step that begins. */
@Component
class StepReports {

    private final ActiveRuns active;
    private final RunRecords records;
    private final Clock clock;

    StepReports(ActiveRuns active, RunRecords records, Clock clock) {
        this.active = active;
        this.records = records;
        this.clock = clock;
    }

    StepReport of(StepExecution step) {
        return new StepReport(step, active.of(EditionKey.of(step.getJobParameters())), records, clock);
    }
}
