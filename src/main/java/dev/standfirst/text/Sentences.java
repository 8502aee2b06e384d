package dev.standfirst.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits text into sentences. A line feed ends a paragraph, and with it a sentence. A paragraph is read once, character
 * by character, to note its marks; then each mark that may end a sentence is judged by {@link Boundary}. Time and
 * memory are linear in the length of the text, whatever it holds.
 */
public final class Sentences {

    private final String text;
    private final Abbreviations words;
    private final Quotations pairs;
    private final Offsets marks = new Offsets();
    private final List<Sentence> found = new ArrayList<>();

    private Sentences(String text, Locale language) {
        this.text = text;
        this.words = Abbreviations.of(language);
        this.pairs = new Quotations(text);
    }

    /**
     * The sentences of a text, in order. Between two of them there is nothing but white space.
     *
     * @param language whose abbreviations to know; {@link Locale#ROOT} where it is unknown
     */
    public static List<Sentence> split(String text, Locale language) {
        Locale known = language.getLanguage().isEmpty() ? LanguageDetector.detect(text) : language;
        Sentences sentences = new Sentences(text, known);
        int from = 0;
        for (int paragraph = 0; from <= text.length(); paragraph++) {
            int feed = text.indexOf('\n', from);
            int to = feed < 0 ? text.length() : feed;
            sentences.splitParagraph(from, to, paragraph);
            from = to + 1;
        }
        return sentences.found;
    }

    private void splitParagraph(int from, int to, int number) {
        boolean thai = readMarks(from, to);
        Paragraph paragraph = new Paragraph(text, from, to, words, pairs);
        Offsets cuts = thai ? ThaiSpaces.in(paragraph) : ListItems.in(paragraph);
        int start = from;
        int past = from;
        int cut = 0;
        for (int i = 0; i < marks.size(); i++) {
            int mark = marks.get(i);
            for (; cut < cuts.size() && cuts.get(cut) <= mark; cut++) {
                start = cutBefore(start, cuts.get(cut), number);
            }
            if (mark >= past) {
                Place place = new Place(paragraph, start, mark);
                past = place.end();
                start = Boundary.isAt(place) ? cutBefore(start, past, number) : start;
            }
        }
        for (; cut < cuts.size(); cut++) {
            start = cutBefore(start, cuts.get(cut), number);
        }
        add(start, to, number);
    }

    /** Notes the marks of a paragraph; tells whether it is in Thai. */
    private boolean readMarks(int from, int to) {
        marks.clear();
        pairs.begin(from, to);
        boolean thai = false;
        for (int at = Mark.nextNoted(text, from, to); at < to; at = Mark.nextNoted(text, at + 1, to)) {
            Mark mark = Mark.of(text.charAt(at));
            thai |= mark == Mark.THAI;
            note(mark, at);
        }
        return thai;
    }

    private void note(Mark mark, int at) {
        if (mark.isPaired()) {
            notePair(mark, at);
        } else if (mark != Mark.THAI && (mark != Mark.LOCAL || Scripts.isEnd(text, at))) {
            marks.add(at);
        }
    }

    /** A quotation that a dash breaks off may end a sentence: "But I--". */
    private void notePair(Mark mark, int at) {
        pairs.read(at, mark);
        if (pairs.isClosing(at) && at > 0 && Mark.of(text.charAt(at - 1)) == Mark.DASH) {
            marks.add(at - 1);
        }
    }

    private int cutBefore(int start, int place, int paragraph) {
        if (place <= start) {
            return start;
        }
        add(start, place, paragraph);
        return place;
    }

    private void add(int from, int to, int paragraph) {
        int start = from;
        int end = to;
        while (start < end && Mark.of(text.charAt(start)) == Mark.BLANK) {
            start++;
        }
        while (end > start && Mark.of(text.charAt(end - 1)) == Mark.BLANK) {
            end--;
        }
        if (start < end) {
            found.add(new Sentence(text.substring(start, end), start, end, paragraph));
        }
    }
}
