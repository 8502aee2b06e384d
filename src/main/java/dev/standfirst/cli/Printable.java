package dev.standfirst.cli;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Foreign text as a terminal may get it. Feeds and pages can hold control characters, which a terminal obeys (it clears
 * the screen, or takes another title), and marks of direction, which show a line in another order than it is written.
 */
final class Printable {

    /**
     * Controls of ASCII and of Latin 1, marks of direction, ends of line and lone surrogates; not what joins letters.
     */
    private static final Pattern OBEYED =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}&&[^\\u00AD\\u200C\\u200D]]");

    private static final Pattern BREAK = Pattern.compile("[\\t\\n\\r]");

    private Printable() {}

    /** On one line, with a visible mark in place of what a terminal would obey. */
    static String line(String foreign) {
        return OBEYED.matcher(BREAK.matcher(foreign).replaceAll(" ")).replaceAll("\uFFFD");
    }

    /**
     * A JSON text that means the same and in which a terminal obeys nothing. JSON itself has its writer escape the
     * controls of ASCII alone.
     *
     * @param json without line breaks between its values
     */
    static String json(String json) {
        return OBEYED.matcher(json).replaceAll(Printable::escaped);
    }

    private static String escaped(MatchResult match) {
        StringBuilder escaped = new StringBuilder();
        match.group().chars().forEach(unit -> escaped.append("\\\\u%04x".formatted(unit)));
        return escaped.toString();
    }
}
