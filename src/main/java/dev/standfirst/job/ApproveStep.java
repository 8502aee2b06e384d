package dev.standfirst.job;

import dev.standfirst.edition.Approval;
import dev.standfirst.edition.ApprovalRecords;
import dev.standfirst.edition.Editions;
import dev.standfirst.text.Fact;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Approve: goes on with an edition that is approved, and ends the run of one that waits or is skipped. Where nobody has
 * to decide there is nothing to tell.
 */
@Component
@StepScope
class ApproveStep implements Tasklet, StepExecutionListener {

    private final Approval approval;
    private final @Nullable StepReport report;

    ApproveStep(
            Editions editions,
            ApprovalRecords approvals,
            StepReports reports,
            @Value("#{stepExecution}") StepExecution step) {
        EditionKey key = EditionKey.of(step.getJobParameters());
        this.approval = approvals.of(
                editions.find(key.digest(), key.date()).orElseThrow().id());
        this.report = approval.state() == Approval.State.NONE ? null : reports.of(step);
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        if (approval.holds()) {
            EarlyEnd.WAITS.end(contribution.getStepExecution());
        }
        return RepeatStatus.FINISHED;
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        if (report != null) {
            report.done(
                    approval.why().isEmpty()
                            ? Fact.of("fact.approve", approval.by())
                            : Fact.of("fact.approve.why", approval.by(), approval.why()));
        }
        return null;
    }
}
