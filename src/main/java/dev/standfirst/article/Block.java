package dev.standfirst.article;

import java.util.List;
import org.jsoup.nodes.Node;

/**
 * A run of text that stands on lines of its own: a paragraph, a heading, an item of a list.
 *
 * @param box the innermost element with a place of its own on the page that holds it
 * @param kind what it is
 * @param nodes what it is made of, in order, as they hang in the tree
 * @param text with white space folded; never blank
 * @param words how many; two characters of a script without spaces make one
 * @param linked characters of the text that are links
 */
record Block(Box box, Kind kind, List<Node> nodes, String text, int words, int linked) {

    private static final int PROSE_WORDS = 10;
    private static final int LONG_WORDS = 25;
    private static final double MOSTLY = 0.6;
    private static final String ENDS = ".!?…:;\"”’'»“)。！？」』؟।";

    /** What a block is. */
    enum Kind {
        PARAGRAPH,
        HEADING,
        ITEM,
        QUOTE,
        CODE,
        ROW
    }

    boolean is(Kind asked) {
        return kind == asked;
    }

    /** Share of the text that is links, 0 to 1. */
    double linkShare() {
        return Math.min(1, linked / (double) text.length());
    }

    /** Reads like running text: whole sentences or many words, and not made of links. */
    boolean isProse() {
        return kind != Kind.HEADING
                && kind != Kind.CODE
                && kind != Kind.ROW
                && words >= PROSE_WORDS
                && linkShare() < MOSTLY
                && (words >= LONG_WORDS || endsLikeSentence());
    }

    /** Characters of running text that are no links; 0 where it is no running text. */
    int prose() {
        return isProse() ? text.length() - linked : 0;
    }

    boolean endsLikeSentence() {
        return endsLikeSentence(text);
    }

    static boolean endsLikeSentence(CharSequence text) {
        int end = text.length() - 1;
        while (end > 0 && text.charAt(end) == ' ') {
            end--;
        }
        return end >= 0 && ENDS.indexOf(text.charAt(end)) >= 0;
    }

    /** The letters and figures of the text in lower case, to compare it by. */
    String letters() {
        return letters(text);
    }

    static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                letters.append(Character.toLowerCase(c));
            }
        }
        return letters.toString();
    }
}
