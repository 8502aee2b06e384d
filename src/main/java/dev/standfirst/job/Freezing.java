package dev.standfirst.job;

import dev.standfirst.delivery.Audience;
import dev.standfirst.delivery.FrozenAudience;
import dev.standfirst.delivery.Ledger;
import dev.standfirst.digest.Digest;
import dev.standfirst.edition.ApprovalRecords;
import dev.standfirst.edition.EditionChecks;
import dev.standfirst.edition.EditionChecks.Check;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.RenderedEdition;
import dev.standfirst.edition.VariantPress;
import dev.standfirst.edition.Variants;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Freezes who gets an edition that is stored, what of it, and when. Joins the caller's transaction. */
@Component
class Freezing {

    private final Editions editions;
    private final Variants variants;
    private final Audience audience;
    private final Ledger ledger;
    private final ApprovalRecords approvals;
    private final FailedSources failedSources;

    Freezing(
            Editions editions,
            Variants variants,
            Audience audience,
            Ledger ledger,
            ApprovalRecords approvals,
            FailedSources failedSources) {
        this.editions = editions;
        this.variants = variants;
        this.audience = audience;
        this.ledger = ledger;
        this.approvals = approvals;
        this.failedSources = failedSources;
    }

    /**
     * What is frozen.
     *
     * @param failed checks that the edition failed
     * @param failedOfSome checks that what some people chose of it failed
     */
    record Frozen(FrozenAudience audience, List<Check> failed, List<Check> failedOfSome) {}

    Frozen freeze(long edition, RenderedEdition rendered, Digest digest, LocalDate date) {
        VariantPress press = variants.press(edition, rendered, digest, language -> failedSources.of(digest, language));
        FrozenAudience frozen = audience.freeze(edition, digest, date, press);
        // Whoever is due first, also now: a run that is killed before it mails is taken up again for them.
        editions.waitUntil(edition, ledger.nextDue(edition, Instant.EPOCH));
        List<Check> failed = EditionChecks.failed(rendered.html(), rendered.text());
        List<Check> all = new ArrayList<>(failed);
        all.addAll(press.failedChecks());
        approvals.keepFailed(edition, all);
        return new Frozen(frozen, failed, press.failedChecks());
    }
}
