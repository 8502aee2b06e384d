package dev.standfirst.text;

import dev.standfirst.text.Abbreviations.Kind;

/**
 * Thai writes no marks between sentences; it sets a blank there, and also between the parts of one. A blank is taken
 * for an end where a particle stands before it that closes what is said, or a word behind it that begins something new.
 */
final class ThaiSpaces {

    /** In characters: a piece that is shorter is no sentence. */
    private static final int SHORTEST = 12;

    private static final int LONGEST_WORD = 16;

    private ThaiSpaces() {}

    /** The offsets where sentences begin behind a blank. */
    static Offsets in(Paragraph paragraph) {
        Offsets begins = new Offsets();
        int start = paragraph.from();
        for (int at = start; at < paragraph.to(); at++) {
            boolean word = paragraph.markAt(at) == Mark.THAI && paragraph.markAt(at - 1) == Mark.BLANK;
            if (word && at - start > SHORTEST && !paragraph.pairs().holds(at) && isBegin(paragraph, at)) {
                begins.add(at);
                start = at;
            }
        }
        return begins;
    }

    private static boolean isBegin(Paragraph paragraph, int at) {
        int end = at;
        while (end > paragraph.from() && paragraph.markAt(end - 1) == Mark.BLANK && at - end < 3) {
            end--;
        }
        Abbreviations words = paragraph.words();
        for (int length = 2; length <= LONGEST_WORD; length++) {
            boolean closed = end - length >= paragraph.from()
                    && words.is(paragraph.text().substring(end - length, end), Kind.PARTICLE);
            boolean begun = at + length <= paragraph.to()
                    && words.is(paragraph.text().substring(at, at + length), Kind.STARTER);
            if (closed || begun) {
                return true;
            }
        }
        return false;
    }
}
