package dev.standfirst.bounce;

import dev.standfirst.bounce.ReturnAddress.Purpose;
import dev.standfirst.bounce.ReturnAddress.Returned;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Mails of people who want no more: sent to the address of a mail's List-Unsubscribe, or with a word for it. */
final class LeaveReader {

    private LeaveReader() {}

    /** What the person asks; empty where nothing of the kind. */
    static List<Report> read(ReturnedMail mail, Optional<Returned> returned) {
        String subject = WordSections.fold(mail.header().words("subject"));
        boolean toLeave =
                returned.filter(token -> token.purpose() == Purpose.LEAVE).isPresent();
        if (WordSections.fold(mail.header().first("auto-submitted")).contains("auto-replied")
                || !(toLeave || saysSo(withoutReply(subject)) || saysSo(firstLine(mail)))) {
            return List.of();
        }
        return List.of(new Report.Unsubscribe(
                token(subject), Addresses.first(mail.header().words("from"))));
    }

    /** One of the words, alone or with a token behind it. */
    private static boolean saysSo(String folded) {
        int last = folded.lastIndexOf(' ');
        return LetterWords.LEAVE.have(folded)
                || (last > 0
                        && LetterWords.LEAVE.have(folded.substring(0, last).strip())
                        && !token(folded).isEmpty());
    }

    private static String withoutReply(String subject) {
        int colon = subject.indexOf(':');
        return colon > 0 && colon <= 4 ? subject.substring(colon + 1).strip() : subject;
    }

    private static String firstLine(ReturnedMail mail) {
        return WordSections.fold(
                mail.text().lines().filter(line -> !line.isBlank()).findFirst().orElse(""));
    }

    private static String token(String subject) {
        String last = subject.substring(subject.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        return ReturnAddress.token(last, 0).orElse("");
    }
}
