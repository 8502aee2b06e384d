package dev.standfirst.mail;

import dev.standfirst.text.OneLine;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** One person's message while it is put together: whose values are filled in, and the bytes so far. */
final class Filling {

    private final Map<Slot, String> values;
    private final EmailAddress recipient;
    private final Map<Slot, String> lines = new EnumMap<>(Slot.class);
    private byte[][] pieces;
    private int count;
    private int length;

    /**
     * Begins one.
     *
     * @param pieces how many are expected
     */
    Filling(EmailAddress recipient, Map<Slot, String> values, int pieces) {
        this.recipient = recipient;
        this.values = values;
        this.pieces = new byte[pieces][];
    }

    /** The value of a slot, on one line and without controls; empty where the person has none. */
    String value(Slot slot) {
        String line = lines.get(slot);
        if (line == null) {
            line = OneLine.of(raw(slot));
            lines.put(slot, line);
        }
        return line;
    }

    /** The value of a slot as it stands in a part. */
    String text(Slot slot, boolean html) {
        return html ? Slots.escaped(value(slot)) : value(slot);
    }

    /** Where the mail goes is said by the envelope alone, so that nobody is told another one's address. */
    private String raw(Slot slot) {
        return switch (slot) {
            case ADDRESS -> recipient.value();
            case TO -> recipient.wire();
            default -> values.getOrDefault(slot, "");
        };
    }

    /** Adds bytes, which are not copied before all are known. */
    void add(byte[] bytes) {
        if (count == pieces.length) {
            pieces = Arrays.copyOf(pieces, count * 2 + 8);
        }
        pieces[count++] = bytes;
        length += bytes.length;
    }

    byte[] bytes() {
        byte[] all = new byte[length];
        int at = 0;
        for (int i = 0; i < count; i++) {
            System.arraycopy(pieces[i], 0, all, at, pieces[i].length);
            at += pieces[i].length;
        }
        return all;
    }
}
