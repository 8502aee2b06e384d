package dev.standfirst.job;

import dev.standfirst.delivery.FrozenAudience;
import dev.standfirst.digest.Digest;
import dev.standfirst.edition.Approval.Plan;
import dev.standfirst.edition.ApprovalRecords;
import dev.standfirst.edition.Approvals;
import dev.standfirst.edition.Editions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The times of approval: when an edition is composed for it, how long it waits, and what becomes of it then. */
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

    /** The edition that is to be composed by now, before its hour, so that somebody can look at it. */
    Optional<RunRequest> ahead(Digest digest) {
        Instant now = clock.instant();
        return digest.approval()
                .flatMap(wanted -> digest.schedule()
                        .nextAfter(now)
                        .filter(due -> !due.at().minus(wanted.ahead()).isAfter(now)))
                .filter(due -> editions.composedAt(digest.name(), due.date()).isEmpty())
                .map(due -> new RunRequest(digest, due.date(), false));
    }

    /** Whether an edition waits for somebody, or was skipped: there is nothing to run. */
    boolean hold(EditionKey key) {
        return records.holds(key.digest(), key.date());
    }

    /** Decides about editions that waited as long as they may. */
    void decide() {
        approvals.decideByRule();
    }
}
