package dev.standfirst.bounce;

/**
 * What followed from one report.
 *
 * @param kind what it came to
 * @param address the person's, or the one that the report names, or empty
 * @param words in plain words, behind the address
 */
public record Outcome(Kind kind, String address, String words) {

    /** What a report comes to. */
    public enum Kind {
        /** The address is of no use; given up. */
        HARD,
        /** It may work next time. */
        SOFT,
        /** Our fault; counts against nobody. */
        OURS,
        /** The person called our mail spam; never mailed again. */
        COMPLAINT,
        /** The person wants no more. */
        LEFT,
        /** Late; still tried. */
        DELAYED,
        /** Says something, and does not prove that it is about a mail of ours: nothing followed. */
        UNPROVEN,
        /** A machine answered. */
        AUTOMATIC,
        /** Nothing that is understood. */
        UNRECOGNISED
    }
}
