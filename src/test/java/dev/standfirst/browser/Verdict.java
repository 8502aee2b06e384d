package dev.standfirst.browser;

import dev.standfirst.text.Sentence;

/**
 * Whether a browser marked exactly a sentence. The page's characters are compared without white space; where the
 * sentence stands on the page more than once, the place counts whose surroundings are those it has in its article.
 *
 * @param kind how it ended
 * @param marked what was marked
 */
public record Verdict(Kind kind, String marked) {

    private static final int SURROUNDINGS = 60;

    /**
     * How it may end. A first letter that is set in a style of its own is never painted; what begins in the middle of a
     * word is never found.
     */
    public enum Kind {
        /** From its first to its last letter or figure, no more. */
        EXACT,
        /** The right words at another place. */
        ELSEWHERE,
        /** Parts of it, or more than it. */
        OTHER_WORDS,
        /** The browser marked nothing. */
        NOT_FOUND,
        /** The page does not show the sentence in one piece, at least not without its scripts. */
        NOT_SHOWN
    }

    /**
     * Judges.
     *
     * @param text of the article that the sentence's offsets count in
     */
    public static Verdict of(Highlight highlight, String text, Sentence sentence) {
        String wanted = bare(sentence.text());
        int from = place(
                highlight.page(),
                bare(text.substring(0, sentence.from())),
                wanted,
                bare(text.substring(sentence.to())));
        String marked = highlight.text();
        if (highlight.marked().isEmpty()) {
            return new Verdict(from < 0 ? Kind.NOT_SHOWN : Kind.NOT_FOUND, "");
        }
        if (from < 0) {
            return new Verdict(Kind.NOT_SHOWN, marked);
        }
        int first = highlight.marked().nextSetBit(0);
        boolean begins = first == from + 1 || onlyMarks(highlight.page(), Math.min(from, first), Math.max(from, first));
        int end = from + wanted.length();
        int last = first + marked.length();
        boolean ends = onlyMarks(highlight.page(), Math.min(end, last), Math.max(end, last));
        if (begins && ends) {
            return new Verdict(Kind.EXACT, marked);
        }
        return new Verdict(letters(marked).equals(letters(wanted)) ? Kind.ELSEWHERE : Kind.OTHER_WORDS, marked);
    }

    private static int place(String page, String before, String wanted, String after) {
        int best = -1;
        int most = -1;
        for (int at = page.indexOf(wanted); at >= 0; at = page.indexOf(wanted, at + 1)) {
            int same = sameBefore(page, at, before) + sameAfter(page, at + wanted.length(), after);
            if (same > most) {
                most = same;
                best = at;
            }
        }
        return best;
    }

    private static int sameBefore(String page, int at, String before) {
        int same = 0;
        while (same < Math.min(SURROUNDINGS, Math.min(at, before.length()))
                && page.charAt(at - 1 - same) == before.charAt(before.length() - 1 - same)) {
            same++;
        }
        return same;
    }

    private static int sameAfter(String page, int at, String after) {
        int same = 0;
        while (same < Math.min(SURROUNDINGS, Math.min(page.length() - at, after.length()))
                && page.charAt(at + same) == after.charAt(same)) {
            same++;
        }
        return same;
    }

    private static boolean onlyMarks(String page, int from, int to) {
        return letters(page.substring(from, to)).isEmpty();
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\\p{Z}\\p{Cf}]+", "");
    }
}
