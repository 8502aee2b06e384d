package dev.standfirst.job;

import dev.standfirst.digest.Approval.Otherwise;
import dev.standfirst.edition.Approval;
import dev.standfirst.edition.Approval.Plan;
import java.time.Instant;
import java.time.ZoneId;

/** How it stands with the approval of an edition, for people. */
public final class ApprovalWords {

    private ApprovalWords() {}

    /**
     * Words that stand behind "the edition": "waits for approval until 07:00 and is skipped then", "was approved by
     * command line at 06:50".
     *
     * @param zone of the digest
     */
    public static String of(Approval approval, Instant now, ZoneId zone) {
        return switch (approval.state()) {
            case NONE -> approval.state().words();
            case WAITING ->
                approval.plan()
                        .map(plan -> "waits for approval until " + DueTimes.show(plan.deadline(), now, zone)
                                + (sends(plan) ? " and goes out then" : " and is skipped then"))
                        .orElseThrow();
            case APPROVED, SKIPPED -> decided(approval, now, zone);
        };
    }

    /** When an edition goes out that is approved: "at 07:00", "at once". */
    public static String goesOut(Approval approval, Instant now, ZoneId zone) {
        return approval.plan()
                .map(Plan::hour)
                .filter(hour -> hour.isAfter(now))
                .map(hour -> "at " + DueTimes.show(hour, now, zone))
                .orElse("at once");
    }

    private static String decided(Approval approval, Instant now, ZoneId zone) {
        String at = approval.at()
                .map(instant -> " at " + DueTimes.show(instant, now, zone))
                .orElse("");
        return "was %s by %s%s%s"
                .formatted(
                        approval.state().words(),
                        approval.by(),
                        at,
                        approval.why().isEmpty() ? "" : ": " + approval.why());
    }

    private static boolean sends(Plan plan) {
        return plan.otherwise() == Otherwise.SEND;
    }
}
