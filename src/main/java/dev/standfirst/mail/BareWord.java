package dev.standfirst.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A word of a header that holds slots and is never encoded, such as an address, with the space before it. What is
 * filled in stays within the word, whatever it is. Only a word that is longer than any line may be is broken; readers
 * of RFC 2369 put it together again.
 *
 * @param column of the space; where the word does not fit behind it, it stands on the next line
 * @param word what it is made of
 * @param ofMail whether values are addresses of mail, which keep their letters (RFC 6532); addresses of the web do not
 */
record BareWord(int column, SlotText word, boolean ofMail) implements Segment {

    /** What lines have at most where they can be folded (RFC 5322, 2.1.1). */
    private static final int FOLDED = 78;

    /** What lines have at most. */
    private static final int LONGEST = 998;

    private static final byte[] FOLD = {'\r', '\n', ' '};

    /**
     * The value of a field.
     *
     * @param name of the field
     * @param value addresses in angle brackets, with marks of slots
     */
    static List<Segment> all(String name, String value) {
        List<Segment> words = new ArrayList<>();
        int column = name.length() + 1;
        for (String word : value.split(" ")) {
            words.add(new BareWord(column, SlotText.marked(word), false));
            column = FOLDED;
        }
        return words;
    }

    @Override
    public void addTo(Filling filling) {
        byte[] filled = word.filled(slot -> HeaderText.bare(filling.value(slot), ofMail))
                .getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(filled.length + FOLD.length);
        if (column + 1 + filled.length > FOLDED) {
            out.writeBytes(FOLD);
        } else {
            out.write(' ');
        }
        int from = 0;
        for (int to = lineEnd(filled, from); to < filled.length; to = lineEnd(filled, from)) {
            out.write(filled, from, to - from);
            out.writeBytes(FOLD);
            from = to;
        }
        out.write(filled, from, filled.length - from);
        filling.add(out.toByteArray());
    }

    /** Where a line ends that begins with a space and that byte; no letter is cut in two. */
    private static int lineEnd(byte[] bytes, int from) {
        int end = from + LONGEST - 1;
        while (end < bytes.length && (bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return Math.min(end, bytes.length);
    }
}
