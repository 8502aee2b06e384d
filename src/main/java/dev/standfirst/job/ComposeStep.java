package dev.standfirst.job;

import dev.standfirst.delivery.FrozenAudience;
import dev.standfirst.digest.Digest;
import dev.standfirst.edition.Composed;
import dev.standfirst.edition.EditionComposer;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.RenderedEdition;
import dev.standfirst.text.Fact;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
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

/** Compose: stories are grouped, ranked and rendered, and the edition is frozen together with its audience. */
@Component
@StepScope
class ComposeStep implements Tasklet, StepExecutionListener {

    private final EditionComposer composer;
    private final Editions editions;
    private final Freezing freezing;
    private final AudienceList lists;
    private final FailedSources failedSources;
    private final ApprovalPlans approvalPlans;
    private final Clock clock;
    private final StepReport report;
    private final Digest digest;
    private final boolean delivers;
    private Fact facts = Fact.of("fact.nothing");

    ComposeStep(
            EditionComposer composer,
            Editions editions,
            Freezing freezing,
            AudienceList lists,
            FailedSources failedSources,
            ApprovalPlans approvalPlans,
            Clock clock,
            StepReports reports,
            @Value("#{stepExecution}") StepExecution step) {
        this.composer = composer;
        this.editions = editions;
        this.freezing = freezing;
        this.lists = lists;
        this.failedSources = failedSources;
        this.approvalPlans = approvalPlans;
        this.clock = clock;
        this.report = reports.of(step);
        this.digest = report.run().digest();
        this.delivers = !step.getJobExecution().getJobInstance().getJobName().equals(DigestJob.PREVIEW);
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        if (editions.find(digest.name(), report.run().key().date()).isPresent()) {
            // Frozen by a run that was killed before it could say so.
            facts = Fact.of("fact.compose.earlier");
            return RepeatStatus.FINISHED;
        }
        Composed composed = composer.compose(
                digest, report.run().key().date(), clock.instant(), failedSources.of(digest, digest.language()));
        if (composed instanceof Composed.Ready ready) {
            freeze(ready.edition());
        } else {
            facts = ((Composed.Nothing) composed).why();
            EarlyEnd.NOTHING_NEW.end(contribution.getStepExecution());
        }
        return RepeatStatus.FINISHED;
    }

    private void freeze(RenderedEdition rendered) {
        lists.prepare(digest.audience(), report::problem);
        if (delivers) {
            lists.requireSomebody(digest);
        }
        long edition = editions.freeze(rendered);
        Freezing.Frozen frozen =
                freezing.freeze(edition, rendered, digest, report.run().key().date());
        frozen.failed().forEach(check -> report.problem("a check of the edition failed: " + check.words()));
        frozen.failedOfSome()
                .forEach(check -> report.problem("a check of what some people chose of it failed: " + check.words()));
        if (delivers) {
            approvalPlans.ask(edition, digest, frozen.audience());
        }
        facts = facts(rendered, frozen.audience());
    }

    /** What it tells, and what people's choices came to. */
    private static Fact facts(RenderedEdition rendered, FrozenAudience frozen) {
        long quotes = rendered.edition().items().stream()
                .mapToLong(item -> item.quotes().size())
                .sum();
        long later = frozen.later() == frozen.people() ? 0 : frozen.later();
        return Fact.of(
                "fact.compose",
                rendered.edition().items().size(),
                quotes,
                kilobytes(rendered.html()),
                frozen.variants(),
                frozen.people() - later,
                later,
                frozen.notToday(),
                frozen.wantNone());
    }

    private static long kilobytes(String html) {
        return Math.max(1, Math.round(html.getBytes(StandardCharsets.UTF_8).length / 1000.0));
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        report.done(facts);
        return null;
    }
}
