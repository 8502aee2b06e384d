package dev.standfirst.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits text into sentences. A line feed ends a paragraph, and with it a sentence; inside of one, a sentence ends at a
 * terminal mark that {@link Boundary} accepts.
 */
public final class Sentences {

    private Sentences() {}

    /**
     * The sentences of a text, in order. Between two of them there is nothing but white space.
     *
     * @param language whose abbreviations to know; {@link Locale#ROOT} where it is unknown
     */
    public static List<Sentence> split(String text, Locale language) {
        List<Sentence> sentences = new ArrayList<>();
        int paragraph = 0;
        int from = 0;
        while (from <= text.length()) {
            int feed = text.indexOf('\n', from);
            int to = feed < 0 ? text.length() : feed;
            splitParagraph(text, from, to, paragraph++, language, sentences);
            from = to + 1;
        }
        return sentences;
    }

    private static void splitParagraph(
            String text, int from, int to, int paragraph, Locale language, List<Sentence> sentences) {
        String line = text.substring(from, to);
        Boundary boundary = new Boundary(line, language);
        int start = 0;
        for (int i = 0; i < line.length(); i++) {
            if (Boundary.isTerminal(line.charAt(i))) {
                int end = boundary.end(i);
                if (boundary.isAt(i, end)) {
                    add(text, from + start, from + end, paragraph, sentences);
                    start = end;
                }
                i = end - 1;
            }
        }
        add(text, from + start, to, paragraph, sentences);
    }

    private static void add(String text, int from, int to, int paragraph, List<Sentence> sentences) {
        int start = from;
        int end = to;
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            sentences.add(new Sentence(text.substring(start, end), start, end, paragraph));
        }
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }
}
