package dev.standfirst.job;

import dev.standfirst.delivery.Audience;
import dev.standfirst.delivery.FrozenAudience;
import dev.standfirst.delivery.Ledger;
import dev.standfirst.digest.Digest;
import dev.standfirst.digest.SourceSpec;
import dev.standfirst.edition.ApprovalRecords;
import dev.standfirst.edition.Composed;
import dev.standfirst.edition.EditionChecks;
import dev.standfirst.edition.EditionChecks.Check;
import dev.standfirst.edition.EditionComposer;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.RenderedEdition;
import dev.standfirst.edition.VariantPress;
import dev.standfirst.edition.Variants;
import dev.standfirst.source.SourceWords;
import dev.standfirst.source.Sources;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    private final Variants variants;
    private final Audience audience;
    private final Ledger ledger;
    private final AudienceList lists;
    private final Sources sources;
    private final ApprovalRecords approvals;
    private final ApprovalPlans approvalPlans;
    private final Clock clock;
    private final StepReport report;
    private final Digest digest;
    private final boolean delivers;
    private String facts = "nothing new";

    ComposeStep(
            EditionComposer composer,
            Editions editions,
            Variants variants,
            Audience audience,
            Ledger ledger,
            AudienceList lists,
            Sources sources,
            ApprovalRecords approvals,
            ApprovalPlans approvalPlans,
            Clock clock,
            StepReports reports,
            @Value("#{stepExecution}") StepExecution step) {
        this.composer = composer;
        this.editions = editions;
        this.variants = variants;
        this.audience = audience;
        this.ledger = ledger;
        this.lists = lists;
        this.sources = sources;
        this.approvals = approvals;
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
            facts = "frozen by an earlier run";
            return RepeatStatus.FINISHED;
        }
        Composed composed =
                composer.compose(digest, report.run().key().date(), clock.instant(), failedSources(digest.language()));
        if (composed instanceof Composed.Ready ready) {
            freeze(ready.edition());
        } else {
            facts = ((Composed.Nothing) composed).words();
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
        VariantPress press = variants.press(edition, rendered, digest, this::failedSources);
        FrozenAudience frozen =
                audience.freeze(edition, digest, report.run().key().date(), press);
        // Whoever is due first, also now: a run that is killed before it mails is taken up again for them.
        editions.waitUntil(edition, ledger.nextDue(edition, Instant.EPOCH));
        List<Check> failed = failed(edition, press);
        approvals.keepFailed(edition, failed);
        if (delivers) {
            approvalPlans.ask(edition, digest, frozen);
        }
        facts = facts(rendered) + facts(frozen);
    }

    private List<Check> failed(long edition, VariantPress press) {
        List<Check> failed = new ArrayList<>();
        editions.find(edition).stream()
                .flatMap(frozen -> EditionChecks.of(frozen).stream())
                .filter(check -> !check.passed())
                .forEach(failed::add);
        failed.forEach(check -> report.problem("a check of the edition failed: " + check.words()));
        press.failedChecks()
                .forEach(check -> report.problem("a check of what some people chose of it failed: " + check.words()));
        failed.addAll(press.failedChecks());
        return failed;
    }

    private static String facts(RenderedEdition rendered) {
        int stories = rendered.edition().items().size();
        long quotes = rendered.edition().items().stream()
                .mapToLong(item -> item.quotes().size())
                .sum();
        return "%s, %s, each found in its source, %d KB"
                .formatted(
                        stories == 1 ? "1 story" : stories + " stories",
                        Counted.of(quotes, "key sentence"),
                        kilobytes(rendered.html()));
    }

    /** What people's choices came to; empty where nobody chose. */
    private static String facts(FrozenAudience frozen) {
        StringBuilder facts = new StringBuilder();
        add(
                facts,
                frozen.variants(),
                frozen.variants() == 1 ? "variant for those who chose" : "variants for those who chose");
        boolean ahead = frozen.later() == frozen.people();
        if (frozen.later() > 0 && !ahead) {
            facts.append(", %,d now, %,d later".formatted(frozen.people() - frozen.later(), frozen.later()));
        }
        add(facts, frozen.notToday(), "not today");
        add(facts, frozen.wantNone(), frozen.wantNone() == 1 ? "wants none of it" : "want none of it");
        return facts.toString();
    }

    private static void add(StringBuilder facts, long number, String words) {
        if (number > 0) {
            facts.append(", %,d %s".formatted(number, words));
        }
    }

    private List<String> failedSources(Locale language) {
        List<String> failed = new ArrayList<>();
        for (SourceSpec spec : digest.sources()) {
            sources.find(spec.location())
                    .filter(source -> source.failingSince().isPresent())
                    .ifPresent(source -> failed.add(spec.name() + " " + SourceWords.toReaders(source, language)));
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
