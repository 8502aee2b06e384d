package dev.standfirst.text;

/**
 * A paragraph and what is known about it when places in it are judged.
 *
 * @param text the whole text
 * @param from offset of the paragraph's first character
 * @param to offset after its last
 * @param words the abbreviations of its language
 * @param pairs its quotations and brackets
 */
record Paragraph(String text, int from, int to, Abbreviations words, Quotations pairs) {

    /** The mark at this offset, {@link Mark#BLANK} outside of the paragraph. */
    Mark markAt(int at) {
        return at < from || at >= to ? Mark.BLANK : Mark.of(text.charAt(at));
    }

    char charAt(int at) {
        return text.charAt(at);
    }

    boolean isDigitAt(int at) {
        return at >= from && at < to && Character.isDigit(text.charAt(at));
    }

    boolean isLetterAt(int at) {
        return at >= from && at < to && Character.isLetter(text.charAt(at));
    }

    boolean isCapitalAt(int at) {
        return at >= from && at < to && Character.isUpperCase(text.charAt(at));
    }

    boolean isAt(int at, char c) {
        return at >= from && at < to && text.charAt(at) == c;
    }

    /** The first offset from here on that holds neither a blank nor an unseen character; the end if there is none. */
    int skipBlanks(int at) {
        int next = at;
        while (next < to && isBlank(text.charAt(next))) {
            next++;
        }
        return next;
    }

    /** The offset after the last character before this one that can be seen. */
    int skipUnseenBack(int at) {
        int last = at;
        while (last > from && Mark.of(text.charAt(last - 1)) == Mark.UNSEEN) {
            last--;
        }
        return last;
    }

    private static boolean isBlank(char c) {
        Mark mark = Mark.of(c);
        return mark == Mark.BLANK || mark == Mark.UNSEEN;
    }
}
