package dev.standfirst.cli;

import dev.standfirst.text.OneLine;
import java.util.stream.Collectors;

/**
 * Foreign text as a terminal may get it. Feeds, pages and mails can hold control characters, which a terminal obeys (it
 * clears the screen, or takes another title), and marks of direction, which show a line in another order than it is
 * written.
 */
final class Printable {

    private Printable() {}

    /** On one line, with a visible mark in place of what a terminal would obey. */
    static String line(String foreign) {
        return OneLine.shown(foreign);
    }

    /** On as many lines as it has, each made printable. */
    static String lines(String foreign) {
        return foreign.lines().map(OneLine::shown).collect(Collectors.joining(System.lineSeparator()));
    }

    /**
     * A JSON text that means the same and in which a terminal obeys nothing. JSON itself has its writer escape the
     * controls of ASCII alone.
     *
     * @param json without line breaks between its values
     */
    static String json(String json) {
        StringBuilder printable = new StringBuilder(json.length());
        json.codePoints().forEach(c -> {
            if (OneLine.isObeyed(c)) {
                Character.toString(c).chars().forEach(unit -> printable.append("\\u%04x".formatted(unit)));
            } else {
                printable.appendCodePoint(c);
            }
        });
        return printable.toString();
    }
}
