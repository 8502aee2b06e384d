package dev.standfirst.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A body in base64 (RFC 2045, 6.8), where three bytes are four characters, so that the length of a value moves all that
 * follows it. Long constants behind a slot are therefore encoded three times: whole, without their first byte, and
 * without their first two. For a person only what stands between long constants is encoded, with as many bytes of the
 * next one as make it a multiple of three, and the encoding of the others follows on lines of its own. So nothing but
 * the end of a body is padded, and what a person costs does not grow with the body.
 */
final class Base64Body implements Segment {

    private static final int GROUP = 3;

    /** Constants of so many bytes at most, a line of base64, are encoded with the values beside them. */
    private static final int SHORT = 57;

    private static final byte[] NOTHING = {};
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(76, LINE_END);

    private final List<Stretch> stretches;

    private Base64Body(List<Stretch> stretches) {
        this.stretches = List.copyOf(stretches);
    }

    /**
     * Encodes what is the same for everybody.
     *
     * @param text whose lines end with {@code \n}
     * @param html whether values are escaped
     */
    static Base64Body of(SlotText text, boolean html) {
        List<Stretch> stretches = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>();
        int slots = text.slots().size();
        for (int i = 0; i <= slots; i++) {
            byte[] constant = text.constants().get(i).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            if (constant.length <= SHORT) {
                pieces.add(filling -> constant);
            } else {
                stretches.add(new Stretch(pieces, Aligned.of(constant, i == slots, i == 0 ? 1 : GROUP)));
                pieces = new ArrayList<>();
            }
            if (i < slots) {
                Slot slot = text.slots().get(i);
                pieces.add(filling -> filling.text(slot, html).getBytes(StandardCharsets.UTF_8));
            }
        }
        stretches.add(new Stretch(pieces, Aligned.of(NOTHING, true, 1)));
        return new Base64Body(stretches);
    }

    @Override
    public void addTo(Filling filling) {
        byte[] rest = NOTHING;
        for (Stretch stretch : stretches) {
            rest = stretch.addTo(filling, rest);
        }
    }

    private static byte[] lines(byte[] bytes) {
        byte[] encoded = LINES.encode(bytes);
        if (encoded.length == 0) {
            return encoded;
        }
        byte[] ended = Arrays.copyOf(encoded, encoded.length + LINE_END.length);
        System.arraycopy(LINE_END, 0, ended, encoded.length, LINE_END.length);
        return ended;
    }

    /** A short constant, or a slot. */
    private interface Piece {
        byte[] bytes(Filling filling);
    }

    /** Short constants and slots, and the long constant behind them. */
    private record Stretch(List<Piece> pieces, Aligned next) {

        Stretch {
            pieces = List.copyOf(pieces);
        }

        /**
         * Adds it for one person.
         *
         * @param before bytes that the stretch before left over
         * @return bytes that this one leaves over
         */
        byte[] addTo(Filling filling, byte[] before) {
            ByteArrayOutputStream own = new ByteArrayOutputStream(400);
            own.writeBytes(before);
            for (Piece piece : pieces) {
                own.writeBytes(piece.bytes(filling));
            }
            int taken = Math.min((GROUP - own.size() % GROUP) % GROUP, next.bytes.length);
            own.write(next.bytes, 0, taken);
            filling.add(lines(own.toByteArray()));
            filling.add(next.encoded[taken]);
            return next.left[taken];
        }
    }

    /**
     * A long constant.
     *
     * @param bytes the constant
     * @param encoded its lines where so many of its first bytes were taken away: none, one, two
     * @param left what is left over at its end then
     */
    @SuppressWarnings("ArrayRecordComponent") // never copied, never compared
    private record Aligned(byte[] bytes, byte[][] encoded, byte[][] left) {

        /**
         * Encodes one.
         *
         * @param last whether nothing follows, so that the end is padded
         * @param ways how many bytes can be taken away, plus one
         */
        static Aligned of(byte[] bytes, boolean last, int ways) {
            byte[][] encoded = new byte[ways][];
            byte[][] left = new byte[ways][];
            for (int taken = 0; taken < ways; taken++) {
                int end = last ? bytes.length : bytes.length - (bytes.length - taken) % GROUP;
                encoded[taken] = lines(Arrays.copyOfRange(bytes, taken, end));
                left[taken] = Arrays.copyOfRange(bytes, end, bytes.length);
            }
            return new Aligned(bytes, encoded, left);
        }
    }
}
