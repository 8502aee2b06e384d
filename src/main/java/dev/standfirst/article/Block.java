package dev.standfirst.article;

import dev.standfirst.text.Words;
import org.jsoup.nodes.Element;

/**
 * A run of text that stands on lines of its own: a paragraph, a heading, an item of a list.
 *
 * @param element that holds it
 * @param kind what it is
 * @param text with white space folded
 * @param linked share of the text that is links, 0 to 1
 */
record Block(Element element, Kind kind, String text, double linked) {

    private static final int PROSE_WORDS = 10;

    /** What a block is. */
    enum Kind {
        PARAGRAPH,
        HEADING,
        ITEM,
        QUOTE,
        CODE,
        ROW
    }

    int words() {
        return Words.count(text);
    }

    /** Reads like running text: long enough, and not made of links. */
    boolean isProse() {
        boolean running = kind == Kind.PARAGRAPH || kind == Kind.QUOTE || kind == Kind.ITEM;
        return running && linked < 0.5 && words() >= PROSE_WORDS;
    }

    boolean endsLikeSentence() {
        char last = text.charAt(text.length() - 1);
        return ".!?…:;\"”’'»“)。！？؟।".indexOf(last) >= 0;
    }
}
