package dev.standfirst.edition;

import dev.standfirst.mail.Slot;
import dev.standfirst.text.OneLine;

/**
 * Text that others wrote, made fit to stand in a mail: one line, no control characters (Gmail cuts mails at them), none
 * that turn the direction of what follows, no slots.
 */
final class Foreign {

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    private Foreign() {}

    static String line(String text) {
        return OneLine.of(Slot.strip(text).replaceAll("[\\u202A-\\u202E\\u2066-\\u2069]+", ""))
                .replaceAll(" +", " ");
    }

    /**
     * A name or a headline among our own words. One that is written from right to left is set apart (Unicode Standard
     * Annex 9, "Isolates"), or figures and commas behind it would be drawn into it.
     */
    static String within(String line) {
        return line.codePoints().anyMatch(Foreign::isRightToLeft) ? FIRST_STRONG_ISOLATE + line + POP_ISOLATE : line;
    }

    private static boolean isRightToLeft(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
