package dev.standfirst.job;

import dev.standfirst.edition.Approval;
import dev.standfirst.edition.Approval.Plan;
import dev.standfirst.text.Fact;
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
    public static Fact fact(Approval approval, Instant now, ZoneId zone) {
        return switch (approval.state()) {
            case NONE -> approval.state().fact();
            case WAITING ->
                approval.plan()
                        .map(plan -> Fact.of(
                                "fact.standing.WAITING." + plan.otherwise(),
                                DueTimes.moment(plan.deadline(), now, zone)))
                        .orElseThrow();
            case APPROVED, SKIPPED -> decided(approval, now, zone);
        };
    }

    /** The same in English. */
    public static String of(Approval approval, Instant now, ZoneId zone) {
        return fact(approval, now, zone).english();
    }

    /** When an edition goes out that is approved: "at 07:00", "at once". */
    public static String goesOut(Approval approval, Instant now, ZoneId zone) {
        return approval.plan()
                .map(Plan::hour)
                .filter(hour -> hour.isAfter(now))
                .map(hour -> "at " + DueTimes.show(hour, now, zone))
                .orElse("at once");
    }

    private static Fact decided(Approval approval, Instant now, ZoneId zone) {
        String key = "fact.standing." + approval.state();
        Fact decided = approval.at()
                .map(at -> Fact.of(key + ".at", approval.by(), DueTimes.moment(at, now, zone)))
                .orElse(Fact.of(key, approval.by()));
        return approval.why().isEmpty() ? decided : Fact.of("fact.standing.why", decided, approval.why());
    }
}
