package dev.standfirst.bounce;

import dev.standfirst.bounce.ReturnAddress.Returned;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells what a mail of the bounce mailbox says. Reports for machines are asked first, then the letters of mail servers,
 * then people, then other machines; what none of them knows is {@link Report.Unrecognised}. Never fails.
 */
final class Recogniser {

    /** A longer mail is read up to here. */
    static final int LONGEST_MAIL = 1_000_000;

    /** Where servers write whom a mail was for, the surest first. */
    private static final List<String> RECIPIENT_FIELDS = List.of(
            "delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-delivered-to", "x-rcpt-to", "to", "cc");

    private final ReturnAddress address;

    Recogniser(ReturnAddress address) {
        this.address = address;
    }

    /**
     * What was found.
     *
     * @param reports at least one
     * @param token the token of the address that the mail came back to, not checked
     * @param links addresses in List-Unsubscribe of the mail that came back; who got it or was forwarded it knows them
     */
    record Reading(List<Report> reports, Optional<Returned> token, List<String> links) {

        Reading {
            reports = List.copyOf(reports);
            links = List.copyOf(links);
        }
    }

    /** Reads a mail; one that breaks the readers is unrecognised, so that it holds up no other. */
    Reading read(byte[] mail) {
        try {
            return parsed(mail);
        } catch (RuntimeException | StackOverflowError e) {
            String why = "it cannot be taken apart: " + Diagnosis.oneLine(String.valueOf(e.getMessage()));
            return new Reading(List.of(new Report.Unrecognised(why)), Optional.empty(), List.of());
        }
    }

    private Reading parsed(byte[] mail) {
        ReturnedMail parts = ReturnedMail.read(mail);
        Fields original = parts.original();
        Optional<Returned> token = token(parts.header(), original);
        return new Reading(reports(parts, token), token, links(original));
    }

    private static List<Report> reports(ReturnedMail mail, Optional<Returned> token) {
        List<Report> reports = StatusReader.read(mail);
        if (reports.isEmpty()) {
            reports = FeedbackReader.read(mail);
        }
        if (reports.isEmpty() && mail.piece("message/disposition-notification").isEmpty()) {
            reports = LetterReader.read(mail);
        }
        if (reports.isEmpty()) {
            reports = LeaveReader.read(mail, token);
        }
        if (reports.isEmpty()) {
            reports = AnswerReader.read(mail);
        }
        return reports.isEmpty() ? List.of(new Report.Unrecognised("a mail of no known form")) : reports;
    }

    private Optional<Returned> token(Fields header, Fields original) {
        Set<String> addresses = new LinkedHashSet<>();
        for (String field : RECIPIENT_FIELDS) {
            header.all(field).forEach(value -> addresses.addAll(Addresses.in(value)));
        }
        addresses.addAll(Addresses.in(original.first("return-path")));
        return addresses.stream().flatMap(one -> address.read(one).stream()).findFirst();
    }

    private static List<String> links(Fields original) {
        List<String> links = new ArrayList<>();
        for (String link : original.first("list-unsubscribe").split("[<>,\\s]+")) {
            if (link.startsWith("https:") || link.startsWith("http:")) {
                links.add(link);
            }
        }
        return links;
    }
}
