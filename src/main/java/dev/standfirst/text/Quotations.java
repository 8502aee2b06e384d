package dev.standfirst.text;

import java.util.BitSet;

/**
 * Where a paragraph is inside a quotation or a bracket. Only pairs count: an opening mark that nothing closes opens
 * nothing. Straight quotation marks open and close by turns.
 */
final class Quotations {

    private static final String OPENING = "“«‹「『（【《〈([";
    private static final String CLOSING = "”»›」』）】》〉)]";
    private static final int LONGEST = 1200;

    private final BitSet inside = new BitSet();

    Quotations(String paragraph) {
        markPairs(paragraph);
        markLow(paragraph);
        markStraight(paragraph);
    }

    /** Whether the place after this character is still inside. */
    boolean holds(int offset) {
        return inside.get(offset);
    }

    private void markPairs(String text) {
        int[] open = new int[OPENING.length()];
        java.util.Arrays.fill(open, -1);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int opening = OPENING.indexOf(c);
            int closing = CLOSING.indexOf(c);
            if (opening >= 0 && open[opening] < 0) {
                open[opening] = i;
            } else if (closing >= 0 && open[closing] >= 0) {
                mark(open[closing], i);
                open[closing] = -1;
            }
        }
    }

    /** German and its neighbours open low and close with the mark that opens in English. */
    private void markLow(String text) {
        int open = text.indexOf('„');
        while (open >= 0) {
            int close = firstOf(text, open + 1, "“”\"");
            if (close < 0) {
                return;
            }
            inside.clear(close, Math.min(text.length(), close + LONGEST));
            mark(open, close);
            open = text.indexOf('„', close);
        }
    }

    private void markStraight(String text) {
        if (text.indexOf('„') >= 0) {
            return;
        }
        int open = -1;
        for (int i = text.indexOf('"'); i >= 0; i = text.indexOf('"', i + 1)) {
            if (open < 0) {
                open = i;
            } else {
                mark(open, i);
                open = -1;
            }
        }
    }

    private void mark(int open, int close) {
        if (close - open <= LONGEST) {
            inside.set(open, close);
        }
    }

    private static int firstOf(String text, int from, String marks) {
        for (int i = from; i < text.length(); i++) {
            if (marks.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
