package dev.standfirst.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A text with places for a person's values, taken apart.
 *
 * @param constants what stands before, between and behind the slots: one more than there are slots
 * @param slots in order
 */
record SlotText(List<String> constants, List<Slot> slots) {

    SlotText {
        constants = List.copyOf(constants);
        slots = List.copyOf(slots);
    }

    /** A text that is the same for everybody, whatever characters it holds. */
    static SlotText constant(String text) {
        return new SlotText(List.of(text), List.of());
    }

    /** A text in which marks stand for slots. */
    static SlotText marked(String text) {
        List<String> constants = new ArrayList<>();
        List<Slot> slots = new ArrayList<>();
        int at = 0;
        for (int open = text.indexOf(Slot.OPEN); open >= 0; open = text.indexOf(Slot.OPEN, at)) {
            int close = text.indexOf(Slot.CLOSE, open);
            constants.add(text.substring(at, open));
            slots.add(Slot.valueOf(text.substring(open + 1, close)));
            at = close + 1;
        }
        constants.add(text.substring(at));
        return new SlotText(constants, slots);
    }

    boolean isConstant() {
        return slots.isEmpty();
    }

    /** The text with each slot's place taken by what the function says. */
    String filled(Function<Slot, String> value) {
        StringBuilder filled = new StringBuilder(constants.get(0));
        for (int i = 0; i < slots.size(); i++) {
            filled.append(value.apply(slots.get(i))).append(constants.get(i + 1));
        }
        return filled.toString();
    }
}
