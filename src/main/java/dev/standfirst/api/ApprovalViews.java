package dev.standfirst.api;

import dev.standfirst.digest.Approval.Otherwise;
import dev.standfirst.edition.Approval;
import dev.standfirst.edition.Approval.Plan;
import dev.standfirst.edition.ApprovalLine;
import dev.standfirst.edition.EditionChecks.Check;
import dev.standfirst.job.ApprovalDesk.People;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of decisions about editions. */
final class ApprovalViews {

    private ApprovalViews() {}

    /** Whether somebody decides about an edition before it goes out, and what was decided. */
    record ApprovalView(
            @About(
                    value = "Where it stands: nothing of it is mailed while it is WAITING or SKIPPED.",
                    example = "WAITING")
            Approval.State state,

            @About(value = "Who decided; null while nobody did.", example = "token press") @Nullable
            String by,

            @About(value = "When that was decided; null while nobody did.", example = "2026-11-18T05:50:00Z") @Nullable
            Instant at,

            @About(value = "What else there is to say of it, may be empty.", example = "despite size")
            String why,

            @About(
                    value = "When it goes out to those who chose no hour; null where nobody has to decide.",
                    example = "2026-11-18T06:00:00Z")
            @Nullable
            Instant hour,

            @About(
                    value = "When its rule decides if nobody does; null where nobody has to decide.",
                    example = "2026-11-18T12:00:00Z")
            @Nullable
            Instant until,

            @About(value = "What the rule decides then; null where nobody has to decide.", example = "SKIP") @Nullable
            Otherwise otherwise) {

        static ApprovalView of(Approval approval) {
            Plan plan = approval.plan().orElse(null);
            return new ApprovalView(
                    approval.state(),
                    approval.by().isEmpty() ? null : approval.by(),
                    approval.at().orElse(null),
                    approval.why(),
                    plan == null ? null : plan.hour(),
                    plan == null ? null : plan.deadline(),
                    plan == null ? null : plan.otherwise());
        }
    }

    /** A check that an edition failed when it was composed. */
    record FailedCheck(
            @About(value = "Its name, to approve the edition despite it.", example = "size")
            String name,

            @About(value = "What it says.", example = "91,204 bytes of HTML, at most 80,000 (Gmail cuts larger mails)")
            String words) {

        static FailedCheck of(Check check) {
            return new FailedCheck(check.name().key(), check.words());
        }
    }

    /** One thing that was decided about an edition. */
    record DecisionView(
            @About(value = "When.", example = "2026-11-18T05:50:00Z")
            Instant at,

            @About(value = "What.", example = "APPROVED") ApprovalLine.Act act,

            @About(value = "Who decided it.", example = "token press")
            String by,

            @About(value = "What else there is to say of it, may be empty.", example = "despite size")
            String why) {

        static DecisionView of(ApprovalLine line) {
            return new DecisionView(line.at(), line.act(), line.who(), line.why());
        }
    }

    /** How it stands with the approval of an edition, and how it came so. */
    record ApprovalDetails(
            @About("How it stands.") ApprovalView approval,

            @About(value = "How many the edition is for.", example = "1204")
            long people,

            @About(
                    value = "How many of them get it at its hour; the others get it later, at an hour they chose.",
                    example = "988")
            long atItsHour,

            @About(value = "The checks that it failed.", example = "[]")
            List<FailedCheck> failed,

            @About(value = "What was decided, in order.", example = "[]")
            List<DecisionView> decisions) {

        static ApprovalDetails of(Approval approval, People people, List<Check> failed, List<ApprovalLine> history) {
            return new ApprovalDetails(
                    ApprovalView.of(approval),
                    people.all(),
                    people.atItsHour(),
                    failed.stream().map(FailedCheck::of).toList(),
                    history.stream().map(DecisionView::of).toList());
        }
    }

    /** Where a test goes. */
    record NewTest(
            @About(value = "The address that gets it.", example = "ines@example.org")
            String to) {}
}
