package dev.standfirst.edition;

import dev.standfirst.text.Words;
import java.util.ArrayList;
import java.util.List;

/** Plain text in 72 columns; a Chinese, Japanese or Korean character takes two. */
final class Columns {

    static final int WIDTH = 72;

    private Columns() {}

    /**
     * The lines of a text.
     *
     * @param first what the first line starts with
     * @param indent what every other line starts with
     */
    static List<String> wrap(String text, String first, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : text.split(" ", -1)) {
            if (!empty && width(line) + 1 + width(word) > WIDTH) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(indent);
                empty = true;
            }
            line.append(empty ? "" : " ");
            line = append(line, word, indent, lines);
            empty = false;
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    static int width(CharSequence text) {
        return text.codePoints()
                .map(c -> isWide(c) ? 2 : Character.getType(c) == Character.FORMAT ? 0 : 1)
                .sum();
    }

    /** A word of a script without spaces is broken where the line ends; every other stays whole. */
    private static StringBuilder append(StringBuilder line, String word, String indent, List<String> lines) {
        StringBuilder at = line;
        for (int c : word.codePoints().toArray()) {
            if (isWide(c) && width(at) + 2 > WIDTH) {
                lines.add(at.toString());
                at = new StringBuilder(indent);
            }
            at.appendCodePoint(c);
        }
        return at;
    }

    /** By East Asian Width (Unicode Standard Annex 11), near enough. */
    private static boolean isWide(int c) {
        boolean hangul = isBetween(c, 0x1100, 0x115F) || isBetween(c, 0xAC00, 0xD7A3);
        boolean punctuation = isBetween(c, 0x3000, 0x303F) || isBetween(c, 0xFF01, 0xFF60);
        return hangul || punctuation || Words.isSpaceless(c);
    }

    private static boolean isBetween(int c, int from, int to) {
        return c >= from && c <= to;
    }
}
