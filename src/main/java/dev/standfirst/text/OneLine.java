package dev.standfirst.text;

/**
 * Foreign text on one line: names, titles, subjects. There are two rules, one for what is kept and one for what is
 * shown to people who run the program.
 *
 * <p>What is kept loses what no line can hold and nothing else: a run of control characters and line ends (C0 with NUL,
 * DEL, C1, U+2028, U+2029) becomes one space, half a character (a lone surrogate) becomes U+FFFD, and the space around
 * goes. Everything else comes back as it was given: letters are not folded, quotes not bent, marks of direction and
 * joiners not dropped. So one line that was kept is kept unchanged from then on, in the database, on pages, in mails
 * and in exports.
 */
public final class OneLine {

    private static final char REPLACEMENT = '\uFFFD';
    private static final int SOFT_HYPHEN = 0xAD;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private OneLine() {}

    /** The text as it is kept and mailed. */
    public static String of(String foreign) {
        return isPlain(foreign) ? foreign.strip() : rewritten(foreign).strip();
    }

    /**
     * The text as it is kept where there is room for so much; no character is cut in two.
     *
     * @param length in UTF-16 units, as a column of the database counts
     */
    public static String of(String foreign, int length) {
        String line = of(foreign);
        if (line.length() <= length) {
            return line;
        }
        int end = length > 0 && Character.isHighSurrogate(line.charAt(length - 1)) ? length - 1 : length;
        return line.substring(0, end).strip();
    }

    /** The text as a terminal, a log or a message may show it: what would be obeyed has a visible mark in its place. */
    public static String shown(String foreign) {
        StringBuilder line = new StringBuilder(foreign.length());
        foreign.codePoints()
                .forEach(c -> line.appendCodePoint(
                        c == '\t' || c == '\n' || c == '\r' ? ' ' : isObeyed(c) ? REPLACEMENT : c));
        return line.toString();
    }

    /**
     * Whether a terminal obeys a character instead of showing it, or shows a line in another order because of it:
     * controls, marks of direction, ends of line and lone surrogates; not what joins or parts letters.
     */
    public static boolean isObeyed(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            case Character.FORMAT ->
                codePoint != SOFT_HYPHEN && codePoint != ZERO_WIDTH_NON_JOINER && codePoint != ZERO_WIDTH_JOINER;
            default -> false;
        };
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (endsLine(text.charAt(i)) || Character.isSurrogate(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String rewritten(String text) {
        StringBuilder line = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            boolean breaks = c <= 0xFFFF && endsLine((char) c);
            if (!breaks) {
                line.appendCodePoint(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c);
            } else if (!space) {
                line.append(' ');
            }
            space = breaks;
        }
        return line.toString();
    }

    private static boolean endsLine(char c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }
}
