package dev.standfirst.edition;

import java.util.List;
import java.util.Locale;

/** What a mailbox shows of an edition: the top headline and how many more; then the next headlines. */
final class SubjectLine {

    private static final int LENGTH = 60;
    private static final int HEADLINE = 45;
    private static final int PREHEADER = 90;
    private static final int PREHEADER_ENOUGH = 40;

    private SubjectLine() {}

    static String subject(List<String> headlines, Locale language) {
        if (headlines.size() == 1) {
            return cut(headlines.get(0), LENGTH, "…");
        }
        String more = EditionWords.of(language).say("subject.more", headlines.size() - 1);
        return Foreign.within(cut(headlines.get(0), Math.min(HEADLINE, LENGTH - more.length()), "…")) + more;
    }

    /** Empty for one story; else headlines that are not the subject's, as many as fit, or the first of them cut. */
    static String preheader(List<String> headlines) {
        StringBuilder line = new StringBuilder();
        for (String headline : headlines.subList(1, headlines.size())) {
            if (line.length() + headline.length() + 2 <= PREHEADER) {
                line.append(line.isEmpty() ? "" : "; ").append(Foreign.within(headline));
            } else if (line.length() < PREHEADER_ENOUGH) {
                String rest = cut(headline, PREHEADER - line.length() - 2, "…");
                line.append(line.isEmpty() ? "" : "; ").append(Foreign.within(rest));
                return line.toString();
            } else {
                return line.toString();
            }
        }
        return line.toString();
    }

    /** At most so many characters, cut at a word; the mark that something is missing counts. */
    static String cut(String text, int length, String mark) {
        if (text.length() <= length) {
            return text;
        }
        int room = length - mark.length();
        int blank = text.lastIndexOf(' ', room);
        String kept = text.substring(0, blank > room / 2 ? blank : safeCut(text, room));
        return kept.replaceFirst("[\\s,;:.–—-]+$", "") + mark;
    }

    private static int safeCut(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at - 1)) ? at - 1 : at;
    }
}
