package dev.standfirst.text;

import dev.standfirst.text.Abbreviations.Kind;

/**
 * Thai writes no marks between sentences; it sets a blank there, and also between the parts of one. A blank is taken
 * for an end where a particle stands before it that closes what is said, or a word behind it that begins something new.
 */
final class ThaiSpaces {

    /** In characters: a piece that is shorter is no sentence. */
    private static final int SHORTEST = 12;

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
        return closes(paragraph, end) || begins(paragraph, at);
    }

    private static boolean closes(Paragraph paragraph, int end) {
        for (String particle : paragraph.words().all(Kind.PARTICLE)) {
            int begin = end - particle.length();
            if (begin >= paragraph.from() && paragraph.text().startsWith(particle, begin)) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(Paragraph paragraph, int at) {
        for (String starter : paragraph.words().all(Kind.STARTER)) {
            if (at + starter.length() <= paragraph.to() && paragraph.text().startsWith(starter, at)) {
                return true;
            }
        }
        return false;
    }
}
