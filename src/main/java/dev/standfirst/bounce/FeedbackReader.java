package dev.standfirst.bounce;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Complaints that a mailbox provider passes on (RFC 5965). */
final class FeedbackReader {

    /** Types by which a person says: no more of this. Others are about forged or broken mail, or praise. */
    private static final Set<String> COMPLAINTS =
            Set.of("abuse", "fraud", "opt-out", "opt-out-list", "miscategorized", "other", "complaint");

    private FeedbackReader() {}

    /** What the report says; empty where the mail has none. */
    static List<Report> read(ReturnedMail mail) {
        return mail.piece("message/feedback-report")
                .map(Fields::head)
                .map(fields -> List.of(report(fields, mail)))
                .orElse(List.of());
    }

    private static Report report(Fields fields, ReturnedMail mail) {
        String type = fields.first("feedback-type").toLowerCase(Locale.ROOT).strip();
        if (!COMPLAINTS.contains(type)) {
            return new Report.Unrecognised(
                    "feedback of the type \"%s\", which is no complaint".formatted(Diagnosis.oneLine(type)));
        }
        String named = Addresses.first(fields.first("original-rcpt-to"));
        return new Report.Complaint(
                named.isEmpty() ? Addresses.first(mail.original().first("to")) : named, type);
    }
}
