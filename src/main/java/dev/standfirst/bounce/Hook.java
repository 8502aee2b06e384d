package dev.standfirst.bounce;

import java.util.List;

/** How one provider tells us what came back. */
interface Hook {

    /** The last part of its path: "mailgun". */
    String name();

    /** Whether its secret is set. */
    boolean isOn();

    /** Checks who sent a message, and reads it. Changes nothing. */
    Checked check(HookRequest request);

    /** What came of a check. */
    sealed interface Checked {

        /**
         * It is the provider's.
         *
         * @param fingerprint the same each time the message comes
         */
        record Genuine(String fingerprint, List<Event> events) implements Checked {}

        /** Not signed, signed wrongly, or too old. */
        record Forged(String why) implements Checked {}

        /** Nobody can check it now; the provider sends it again. */
        record Later() implements Checked {}

        /** Signed, and not in the provider's form. */
        record Unreadable(String why) implements Checked {}
    }

    /**
     * What the provider tells of one address.
     *
     * @param address whom the mail was for
     */
    record Event(String address, Report report) {}
}
