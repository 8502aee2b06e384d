package dev.standfirst.mail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Quoted-printable (RFC 2045, 6.7), piece by piece. Every piece begins a line of its own, joined to the piece before it
 * by a soft line break, so that a piece has the same bytes whatever stands before it. Lines have 76 characters at most;
 * none begins with a dot, which SMTP would double, or with "From ", which mailboxes would change.
 */
final class QuotedPrintable {

    /** A line has one more, for the mark of a soft line break. */
    private static final int LINE = 75;

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);

    private final byte[] in;
    private byte[] out;
    private int length;
    private int column;

    private QuotedPrintable(byte[] in) {
        this.in = in;
        this.out = new byte[in.length + in.length / 16 + 32];
    }

    /**
     * A piece; where it does not end with the end of a line, a soft line break follows it.
     *
     * @param text whose lines end with {@code \n}
     */
    static byte[] encode(String text) {
        return new QuotedPrintable(text.getBytes(StandardCharsets.UTF_8)).encoded();
    }

    /** A slot in a part. */
    record Value(Slot slot, boolean html) implements Segment {

        @Override
        public void addTo(Filling filling) {
            filling.add(encode(filling.text(slot, html)));
        }
    }

    private byte[] encoded() {
        for (int i = 0; i < in.length; i++) {
            if (out.length - length < 16) {
                out = Arrays.copyOf(out, out.length + out.length / 2);
            }
            if (in[i] == '\n') {
                endLine();
            } else {
                add(i);
            }
        }
        if (column > 0) {
            out[length++] = '=';
            endLine();
        }
        return Arrays.copyOf(out, length);
    }

    private void add(int at) {
        if (column == LINE || (column > LINE - 3 && !isLiteral(at))) {
            out[length++] = '=';
            endLine();
        }
        byte b = in[at];
        if (isLiteral(at)) {
            out[length++] = b;
            column++;
        } else {
            out[length++] = '=';
            out[length++] = HEX[(b >> 4) & 0xF];
            out[length++] = HEX[b & 0xF];
            column += 3;
        }
    }

    private void endLine() {
        out[length++] = '\r';
        out[length++] = '\n';
        column = 0;
    }

    /** Whether a byte may stand for itself at this column. */
    private boolean isLiteral(int at) {
        byte b = in[at];
        if (b == ' ' || b == '\t') {
            return at + 1 < in.length && in[at + 1] != '\n';
        }
        return b > ' ' && b < 0x7F && b != '=' && !(column == 0 && isChangedOnTheWay(at));
    }

    /** At the beginning of a line. */
    private boolean isChangedOnTheWay(int at) {
        return in[at] == '.' || isFrom(at);
    }

    private boolean isFrom(int at) {
        return at + FROM.length <= in.length && Arrays.equals(in, at, at + FROM.length, FROM, 0, FROM.length);
    }
}
