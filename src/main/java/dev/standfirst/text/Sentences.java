package dev.standfirst.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits text into sentences. A line feed ends a paragraph, and with it a sentence; inside of one, a sentence ends at a
 * terminal mark that {@link Boundary} accepts.
 */
public final class Sentences {

    private final String text;
    private final Locale language;
    private final List<Sentence> found = new ArrayList<>();

    private Sentences(String text, Locale language) {
        this.text = text;
        this.language = language;
    }

    /**
     * The sentences of a text, in order. Between two of them there is nothing but white space.
     *
     * @param language whose abbreviations to know; {@link Locale#ROOT} where it is unknown
     */
    public static List<Sentence> split(String text, Locale language) {
        Sentences sentences = new Sentences(text, language);
        int from = 0;
        for (int paragraph = 0; from <= text.length(); paragraph++) {
            int feed = text.indexOf('\n', from);
            int to = feed < 0 ? text.length() : feed;
            sentences.splitParagraph(from, to, paragraph);
            from = to + 1;
        }
        return sentences.found;
    }

    private void splitParagraph(int from, int to, int paragraph) {
        String line = text.substring(from, to);
        Boundary boundary = new Boundary(line, language);
        int start = 0;
        for (int i = 0; i < line.length(); i++) {
            if (Boundary.isTerminal(line.charAt(i))) {
                int end = boundary.end(i);
                if (boundary.isAt(i, end)) {
                    add(from + start, from + end, paragraph);
                    start = end;
                }
                i = end - 1;
            }
        }
        add(from + start, to, paragraph);
    }

    private void add(int from, int to, int paragraph) {
        int start = from;
        int end = to;
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            found.add(new Sentence(text.substring(start, end), start, end, paragraph));
        }
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }
}
