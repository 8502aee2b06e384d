package dev.standfirst.bounce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reports for machines about what became of a mail, one part a recipient (RFC 3464). */
final class StatusReader {

    private static final String FINAL = "final-recipient";
    private static final String ORIGINAL = "original-recipient";

    private StatusReader() {}

    /** What the report says; empty where the mail has none. */
    static List<Report> read(ReturnedMail mail) {
        String status = mail.piece("message/delivery-status", "message/global-delivery-status")
                .orElseGet(() -> astray(mail));
        List<Report> reports = new ArrayList<>();
        for (Fields group : Fields.groups(status)) {
            for (Fields recipient : group.partedBy(Set.of(FINAL, ORIGINAL))) {
                if (recipient.has("action") || recipient.has("status") || recipient.has(FINAL)) {
                    reports.add(report(recipient, mail));
                }
            }
        }
        return reports;
    }

    /** A report that stands in the text, because the mail around it is broken; empty where there is none. */
    private static String astray(ReturnedMail mail) {
        String text = mail.text();
        String lower = text.toLowerCase(Locale.ROOT);
        int at = lower.indexOf("\n" + FINAL + ":");
        int before = lower.indexOf("\n" + ORIGINAL + ":");
        int from = before >= 0 && (before < at || at < 0) ? before : at;
        return from < 0 || !lower.contains("\naction:") ? "" : Letter.upToCopy(text.substring(from + 1));
    }

    private static Report report(Fields fields, ReturnedMail mail) {
        String recipient = address(fields);
        String status = fields.first("status");
        String said = said(fields.words("diagnostic-code"));
        String action = fields.first("action").toLowerCase(Locale.ROOT).strip();
        Diagnosis why = Diagnosis.of(status, said);
        if (action.startsWith("delayed")) {
            return new Report.Delayed(recipient, why.code(), why.text());
        }
        if (action.startsWith("delivered") || action.startsWith("relayed") || action.startsWith("expanded")) {
            return new Report.AutoReply(Report.AutoReply.Kind.RECEIPT);
        }
        return failure(recipient, why.cause() == Cause.OTHER ? withLetter(why, recipient, mail) : why);
    }

    private static Report failure(String recipient, Diagnosis why) {
        return new Report.Failure(recipient, why.cause(), why.code(), why.text(), Report.Mechanism.STATUS_REPORT);
    }

    /** A report that does not say why may come with a letter that does. */
    private static Diagnosis withLetter(Diagnosis why, String recipient, ReturnedMail mail) {
        Letter letter = Letter.read(mail.text(), List.of(), Set.of());
        String about = letter.about(recipient);
        Diagnosis words = Diagnosis.of(why.code(), about);
        return why.text().isEmpty() ? words : new Diagnosis(words.cause(), why.code(), why.text());
    }

    /** "rfc822; anna@lake.example": whom the mail was for first, then whom it was passed on to. */
    private static String address(Fields fields) {
        String last = Addresses.first(afterType(fields.first(FINAL)));
        return last.isEmpty() ? Addresses.first(afterType(fields.first(ORIGINAL))) : last;
    }

    private static String said(String diagnostic) {
        int semicolon = diagnostic.indexOf(';');
        return semicolon >= 0 && semicolon < 20
                ? diagnostic.substring(semicolon + 1).strip()
                : diagnostic;
    }

    private static String afterType(String value) {
        return value.substring(value.indexOf(';') + 1);
    }
}
