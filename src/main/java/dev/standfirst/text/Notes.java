package dev.standfirst.text;

/** Marks of notes behind a sentence, which belong to it: "[1]", "[citation needed]", "¹", or a bare number. */
final class Notes {

    /** In characters: a longer bracket is no note. */
    private static final int LONGEST = 30;

    private static final int MOST_DIGITS = 3;

    private final Paragraph paragraph;

    Notes(Paragraph paragraph) {
        this.paragraph = paragraph;
    }

    /** Whether the character here is raised or a dagger. */
    boolean isSign(int at) {
        char c = at < paragraph.to() ? paragraph.charAt(at) : ' ';
        return "¹²³†‡".indexOf(c) >= 0 || (c >= '\u2070' && c <= '\u2079');
    }

    /**
     * The offset after a note in brackets, or {@code at} if there is none. Behind a blank it must be a number, or
     * follow another note.
     *
     * @param opening offset of its bracket, which is {@code at} or behind a blank there
     * @param afterMarks offset after the marks of the sentence
     */
    int afterBracket(int at, int opening, int afterMarks) {
        int close = closeOf(opening);
        boolean note = at == opening || at > afterMarks || paragraph.isDigitAt(opening + 1);
        return close > opening + 1 && note ? close + 1 : at;
    }

    private int closeOf(int opening) {
        int to = Math.min(paragraph.to(), opening + LONGEST);
        int at = opening + 1;
        while (at < to && paragraph.charAt(at) != ']' && !paragraph.markAt(at).isTerminal()) {
            at++;
        }
        boolean closed = at < to && paragraph.charAt(opening) == '[' && paragraph.charAt(at) == ']';
        return closed ? at : -1;
    }

    /** "as they say.10 The next": the offset after a number that the page raises, or {@code at} if there is none. */
    int afterNumber(int at, int afterMarks) {
        int end = at;
        while (end - at <= MOST_DIGITS && paragraph.isDigitAt(end)) {
            end++;
        }
        boolean number = end - at <= MOST_DIGITS && paragraph.markAt(end) == Mark.BLANK;
        return number && isWordEnd(afterMarks - 2) ? end : at;
    }

    private boolean isWordEnd(int at) {
        return at >= paragraph.from()
                && (Character.isLowerCase(paragraph.charAt(at))
                        || paragraph.pairs().isClosing(at));
    }
}
