package dev.standfirst.text;

import dev.standfirst.text.Abbreviations.Kind;
import java.util.Set;

/**
 * A place in a paragraph where a sentence may end.
 *
 * <pre>
 *     She asked: "Why?!" Nobody knew.
 *     |             |    |
 *     start         mark follower; the marks "?!" and what closes behind them end before the blank
 * </pre>
 */
final class Place {

    /** In characters: what looks for a short beginning of a sentence looks no further. */
    private static final int SHORT = 64;

    private final Paragraph paragraph;
    private final int start;
    private final int mark;
    private final int marksEnd;
    private final int end;
    private final Follower follower;
    private final WordBefore word;

    /**
     * @param start where the sentence begins that may end here
     * @param mark the first of the marks it may end with
     */
    Place(Paragraph paragraph, int start, int mark) {
        this.paragraph = paragraph;
        this.start = start;
        this.mark = mark;
        Ending ending = new Ending(paragraph);
        this.marksEnd = ending.afterMarks(mark);
        this.end = ending.afterClosers(marksEnd);
        this.follower = new Follower(paragraph, paragraph.skipBlanks(end));
        this.word = new WordBefore(paragraph, start, mark);
    }

    /** The offset after the sentence, if it ends here. */
    int end() {
        return end;
    }

    int marksEnd() {
        return marksEnd;
    }

    Paragraph paragraph() {
        return paragraph;
    }

    Mark kind() {
        return paragraph.markAt(mark);
    }

    Follower follower() {
        return follower;
    }

    WordBefore word() {
        return word;
    }

    Set<Kind> kinds() {
        return word.kinds();
    }

    boolean isLast() {
        return paragraph.skipBlanks(end) == paragraph.to();
    }

    boolean isInPair() {
        return paragraph.pairs().holds(end);
    }

    /** One full stop, neither doubled nor joined to another mark. */
    boolean isSingleStop() {
        return kind() == Mark.STOP && marksEnd == mark + 1;
    }

    /** An ellipsis. */
    boolean isDots() {
        return kind() == Mark.DOTS || (kind() == Mark.STOP && marksEnd > mark + 2);
    }

    boolean isBehindBlank() {
        return mark == paragraph.from() || paragraph.markAt(mark - 1) == Mark.BLANK;
    }

    boolean isBeforeBlank() {
        return paragraph.markAt(end) == Mark.BLANK;
    }

    /** Whether a quotation or a bracket closes behind the marks. */
    boolean isClosedBehind() {
        return end > marksEnd && paragraph.pairs().isClosing(end - 1);
    }

    /** "(!)", "[...]". */
    boolean isAloneInBrackets() {
        return isClosedBehind() && mark > paragraph.from() && paragraph.markAt(mark - 1) == Mark.OPENING;
    }

    /** Nothing but marks has come so far. */
    boolean isEmpty() {
        int last = Math.min(mark, start + SHORT);
        for (int at = start; at < last; at++) {
            if (Character.isLetterOrDigit(paragraph.charAt(at)) || Character.isSurrogate(paragraph.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    /** Nothing but the number of a list item has come so far: "1.", "(a.", "• 9.". */
    boolean isListNumber() {
        int at = start;
        while (at < mark && !Character.isLetterOrDigit(paragraph.charAt(at)) && at - start < SHORT) {
            at++;
        }
        return mark - at <= 8 && Numerals.isListNumber(paragraph.text().substring(at, mark));
    }

    /** At most three words have come so far: "At 5 a.m.". */
    boolean isBarelyBegun() {
        int words = 1;
        for (int at = start; at < mark && words <= 3; at++) {
            boolean blank = paragraph.markAt(at) == Mark.BLANK;
            words += blank && at > start && paragraph.markAt(at - 1) != Mark.BLANK ? 1 : 0;
        }
        return words <= 3;
    }
}
