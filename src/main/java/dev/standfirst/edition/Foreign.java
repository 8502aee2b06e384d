package dev.standfirst.edition;

import dev.standfirst.mail.Slot;

/**
 * Text that others wrote, made fit to stand in a mail: one line, no control characters (Gmail cuts mails at them), no
 * slots.
 */
final class Foreign {

    private Foreign() {}

    static String line(String text) {
        return Slot.strip(text)
                .replaceAll("[\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029\\s]+", " ")
                .strip();
    }
}
