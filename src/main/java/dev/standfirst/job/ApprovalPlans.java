package dev.standfirst.job;

import dev.standfirst.delivery.FrozenAudience;
import dev.standfirst.digest.Digest;
import dev.standfirst.edition.Approval.Plan;
import dev.standfirst.edition.ApprovalRecords;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Has the editions of digests that ask for it wait for somebody's approval, from the moment they are frozen. */
@Component
class ApprovalPlans {

    private final ApprovalRecords records;
    private final Clock clock;
    private final Duration maxLateness;

    ApprovalPlans(
            ApprovalRecords records,
            Clock clock,
            @Value("${standfirst.schedule.max-lateness:6h}") Duration maxLateness) {
        this.records = records;
        this.clock = clock;
        this.maxLateness = maxLateness;
    }

    /** Has an edition wait, if its digest says so. Joins the transaction that freezes it. */
    void ask(long edition, Digest digest, FrozenAudience frozen) {
        digest.approval()
                .ifPresent(wanted -> records.ask(
                        edition,
                        Plan.of(frozen.ready(), clock.instant(), wanted.ahead(), maxLateness, wanted.otherwise())));
    }
}
