package dev.standfirst.transfer;

import java.io.IOException;
import java.io.Reader;

/**
 * Finds the line at which a table stops being one: a quote that is open, or a row without end. The reader of rows only
 * tells that there is such a line, and where its row began.
 */
final class Slip {

    private static final int END = -1;

    private final Reader text;
    private final char separator;
    private final int longest;
    private int line = 1;
    private int before;
    private int next;
    private boolean quoted;

    private Slip(Reader text, char separator, int longest) throws IOException {
        this.text = text;
        this.separator = separator;
        this.longest = longest;
        this.next = text.read();
    }

    /**
     * A slip.
     *
     * @param line where the quote opens, or where the row stands
     * @param quote whether it is an open quote
     */
    record At(int line, boolean quote) {}

    /**
     * Reads until there is one; the last line where there is none.
     *
     * @param longest the longest cell in characters
     */
    static At find(Reader text, char separator, int longest) throws IOException {
        try (text) {
            Slip slip = new Slip(text, separator, longest);
            while (slip.next != END) {
                int from = slip.line;
                if (slip.next == '"' ? slip.passQuoted() : slip.passPlain()) {
                    return new At(from, slip.quoted);
                }
            }
            return new At(slip.line, false);
        }
    }

    /** Whether the quote is not closed as it should be. */
    private boolean passQuoted() throws IOException {
        quoted = true;
        step();
        for (int length = 0; length <= longest; length++) {
            if (next == END) {
                return true;
            }
            if (step() == '"' && next != '"') {
                return !endsCell();
            }
            if (before == '"') {
                step();
            }
        }
        return true;
    }

    private boolean endsCell() throws IOException {
        while (next == ' ') {
            step();
        }
        return next == END || isEnd(step());
    }

    /** Whether the cell is too long to be one. */
    private boolean passPlain() throws IOException {
        quoted = false;
        boolean blank = true;
        for (int length = 0; length <= longest; length++) {
            if (next == END || (blank && next == '"') || isEnd(step())) {
                return false;
            }
            blank &= before == ' ';
        }
        return true;
    }

    private boolean isEnd(int c) {
        return c == separator || c == '\n' || c == '\r';
    }

    private int step() throws IOException {
        before = next;
        next = text.read();
        if (before == '\n' || (before == '\r' && next != '\n')) {
            line++;
        }
        return before;
    }
}
