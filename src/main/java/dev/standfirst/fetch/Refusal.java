package dev.standfirst.fetch;

import dev.standfirst.text.OneLine;
import java.io.IOException;

/** What we do not fetch, or fetch no further; its message is the reason in plain words, fit for "NAME {reason}". */
final class Refusal extends IOException {

    private static final long serialVersionUID = 1L;
    private static final int LENGTH = 200;

    Refusal(String reason) {
        super(reason);
    }

    /** The reason, behind it the value that gave it: on one line, and not longer than a line. */
    Refusal(String reason, String value) {
        super(reason + ": " + printable(value));
    }

    /** Foreign text as a message may hold it. */
    static String printable(String value) {
        String line = value.length() > LENGTH ? value.substring(0, LENGTH) + "…" : value;
        return OneLine.shown(line);
    }
}
