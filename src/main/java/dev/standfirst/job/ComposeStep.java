package dev.standfirst.job;

import dev.standfirst.delivery.Ledger;
import dev.standfirst.digest.Digest;
import dev.standfirst.digest.SourceSpec;
import dev.standfirst.edition.Composed;
import dev.standfirst.edition.EditionChecks;
import dev.standfirst.edition.EditionComposer;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.RenderedEdition;
import dev.standfirst.source.SourceWords;
import dev.standfirst.source.Sources;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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
    private final Ledger ledger;
    private final AudienceList audience;
    private final Sources sources;
    private final Clock clock;
    private final StepReport report;
    private final Digest digest;
    private final boolean delivers;
    private String facts = "nothing new";

    ComposeStep(
            EditionComposer composer,
            Editions editions,
            Ledger ledger,
            AudienceList audience,
            Sources sources,
            Clock clock,
            StepReports reports,
            @Value("#{stepExecution}") StepExecution step) {
        this.composer = composer;
        this.editions = editions;
        this.ledger = ledger;
        this.audience = audience;
        this.sources = sources;
        this.clock = clock;
        this.report = reports.of(step);
        this.digest = report.run().digest();
        this.delivers = !step.getJobExecution().getJobInstance().getJobName().equals(DigestJob.PREVIEW);
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        if (editions.find(digest.name(), report.run().request().date()).isPresent()) {
            // Frozen by a run that was killed before it could say so.
            facts = "frozen by an earlier run";
            return RepeatStatus.FINISHED;
        }
        Composed composed = composer.compose(digest, report.run().request().date(), clock.instant(), failedSources());
        if (composed instanceof Composed.Ready ready) {
            freeze(ready.edition());
        } else {
            facts = ((Composed.Nothing) composed).words();
            NothingNew.end(contribution.getStepExecution());
        }
        return RepeatStatus.FINISHED;
    }

    private void freeze(RenderedEdition rendered) {
        audience.prepare(digest.audience(), report::problem);
        if (delivers) {
            audience.requireSomebody(digest);
        }
        long edition = editions.freeze(rendered);
        ledger.freeze(edition, digest.audience().lists());
        editions.find(edition).stream()
                .flatMap(frozen -> EditionChecks.of(frozen).stream())
                .filter(check -> !check.passed())
                .forEach(check -> report.problem("a check of the edition failed: " + check.words()));
        int stories = rendered.edition().items().size();
        long quotes = rendered.edition().items().stream()
                .mapToLong(item -> item.quotes().size())
                .sum();
        facts = "%s, %s, each found in its source, %d KB"
                .formatted(
                        stories == 1 ? "1 story" : stories + " stories",
                        Counted.of(quotes, "key sentence"),
                        kilobytes(rendered.html()));
    }

    private List<String> failedSources() {
        List<String> failed = new ArrayList<>();
        for (SourceSpec spec : digest.sources()) {
            sources.find(spec.location())
                    .filter(source -> source.failingSince().isPresent())
                    .ifPresent(
                            source -> failed.add(spec.name() + " " + SourceWords.toReaders(source, digest.language())));
        }
        return failed;
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
