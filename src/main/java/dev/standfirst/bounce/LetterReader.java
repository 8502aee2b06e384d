package dev.standfirst.bounce;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Letters of mail servers that are written for people alone. */
final class LetterReader {

    private static final Pattern REPLY = Pattern.compile(
            "(?<![\\d.\\w@=-])[45][0-5]\\d[ :#-]|(?<![\\d.\\w])#?[45]\\.[0-7]\\.\\d{1,3}(?![\\d\\w]|\\.\\d)");
    private static final int MORE_LINES = 6;
    private static final List<String> OWN_FIELDS =
            List.of("from", "to", "delivered-to", "x-original-to", "envelope-to", "return-path", "reply-to", "cc");

    private LetterReader() {}

    /** What a letter says; empty where the mail is none. */
    static List<Report> read(ReturnedMail mail) {
        List<String> named = named(mail.header());
        boolean sure = isLetter(mail.header()) || !named.isEmpty();
        if (!sure && !isFromNobody(mail.header())) {
            return List.of();
        }
        Letter letter = Letter.read(mail.text(), named, others(mail));
        List<Report> reports = reports(letter, isLate(mail.header(), letter));
        return sure || reports.stream().anyMatch(LetterReader::tellsWhy) ? reports : List.of();
    }

    private static List<Report> reports(Letter letter, boolean late) {
        List<Report> reports = new ArrayList<>();
        for (String recipient : letter.recipients()) {
            reports.add(report(recipient, diagnosis(letter.about(recipient)), late));
        }
        if (reports.isEmpty()) {
            Diagnosis whole = diagnosis(String.join("\n", letter.lines()));
            return whole.cause() == Cause.OTHER && !late ? List.of() : List.of(report("", whole, late));
        }
        return reports;
    }

    private static Report report(String recipient, Diagnosis why, boolean late) {
        return late
                ? new Report.Delayed(recipient, why.code(), why.text())
                : new Report.Failure(recipient, why.cause(), why.code(), why.text(), Report.Mechanism.LETTER);
    }

    private static boolean isLetter(Fields header) {
        String subject = WordSections.fold(header.words("subject"));
        boolean subjectSays = LetterWords.SUBJECTS.areIn(subject) || LetterWords.LATE.areIn(subject);
        boolean machine = LetterWords.SENDERS.areIn(WordSections.fold(header.words("from")));
        return subjectSays || (machine && !LetterWords.ABSENCE.areIn(subject) && !LetterWords.RECEIPT.begin(subject));
    }

    /** Mail servers write without a return path, and so do notes of absence: such a letter must say why. */
    private static boolean isFromNobody(Fields header) {
        return header.first("return-path").replace(" ", "").equals("<>")
                && !LetterWords.ABSENCE.areIn(WordSections.fold(header.words("subject")));
    }

    private static boolean tellsWhy(Report report) {
        return report instanceof Report.Failure failure && failure.cause() != Cause.OTHER;
    }

    private static List<String> named(Fields header) {
        return header.all("x-failed-recipients").stream()
                .flatMap(value -> Addresses.in(value).stream())
                .distinct()
                .toList();
    }

    private static boolean isLate(Fields header, Letter letter) {
        return LetterWords.LATE.areIn(WordSections.fold(header.words("subject")))
                || LetterWords.LATE.areIn(WordSections.fold(String.join(" ", letter.lines())));
    }

    private static Set<String> others(ReturnedMail mail) {
        Set<String> others = new HashSet<>();
        for (String field : OWN_FIELDS) {
            mail.header().all(field).forEach(value -> others.addAll(Addresses.in(value)));
        }
        Fields original = mail.original();
        others.addAll(Addresses.in(original.first("from")));
        others.addAll(Addresses.in(original.first("message-id")));
        others.addAll(Addresses.in(original.first("reply-to")));
        return others;
    }

    /** The reply of a server where the letter quotes one; else all its words. */
    private static Diagnosis diagnosis(String about) {
        String reply = reply(about.lines().toList());
        Diagnosis byReply = Diagnosis.of("", reply);
        if (byReply.cause() != Cause.OTHER) {
            return byReply;
        }
        Diagnosis byWords = Diagnosis.of("", about);
        return reply.isEmpty() ? byWords : new Diagnosis(byWords.cause(), byReply.code(), byReply.text());
    }

    private static String reply(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (REPLY.matcher(lines.get(i)).find()) {
                List<String> reply = lines.subList(i, Math.min(lines.size(), i + MORE_LINES)).stream()
                        .takeWhile(line -> !line.isBlank())
                        .toList();
                return String.join("\n", reply);
            }
        }
        return "";
    }
}
