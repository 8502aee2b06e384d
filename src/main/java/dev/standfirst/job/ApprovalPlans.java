package dev.standfirst.job;

import dev.standfirst.delivery.FrozenAudience;
import dev.standfirst.digest.Digest;
import dev.standfirst.edition.Approval.Plan;
import dev.standfirst.edition.Approval.State;
import dev.standfirst.edition.ApprovalRecords;
import dev.standfirst.edition.Approvals;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.StoredEdition;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The times of approval: how long it waits, and what becomes of it then. */
@Component
class ApprovalPlans {

    private final Approvals approvals;
    private final ApprovalRecords records;
    private final Editions editions;
    private final Clock clock;
    private final Duration maxLateness;

    ApprovalPlans(
            Approvals approvals,
            ApprovalRecords records,
            Editions editions,
            Clock clock,
            @Value("${standfirst.schedule.max-lateness:6h}") Duration maxLateness) {
        this.approvals = approvals;
        this.records = records;
        this.editions = editions;
        this.clock = clock;
        this.maxLateness = maxLateness;
    }

    /** Has an edition wait, if its digest says so. Joins the transaction that freezes it. */
    void ask(long edition, Digest digest, FrozenAudience frozen) {
        Duration lateness = digest.schedule().lateness().within(maxLateness);
        digest.approval()
                .map(wanted -> Plan.of(frozen.ready(), clock.instant(), wanted.ahead(), lateness, wanted.otherwise()))
                .ifPresent(plan -> records.ask(edition, plan));
    }

    /** Whether an edition waits for somebody, or was skipped: there is nothing to run. */
    boolean hold(StoredEdition edition) {
        return records.of(edition.id()).holds();
    }

    /** Whether an edition was skipped. */
    boolean skipped(EditionKey key) {
        return editions.find(key.digest(), key.date())
                .filter(edition -> records.of(edition.id()).state() == State.SKIPPED)
                .isPresent();
    }

    /** Decides about editions that waited as long as they may. */
    void decide() {
        approvals.decideByRule();
    }
}
