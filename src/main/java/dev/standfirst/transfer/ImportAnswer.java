package dev.standfirst.transfer;

/**
 * What the {@link ImportDesk} says to somebody who wants something of an import. Whatever is not begun changed nothing.
 */
public enum ImportAnswer {
    /** It is at work. */
    BEGUN,
    /** There is no import of that number. */
    MISSING,
    /** Somebody else's work at it is not done yet. */
    AT_WORK,
    /** It is not in a state for this: applied before, or not checked yet. */
    NOT_READY,
    /** It is not said how these people agreed to get mail. */
    NO_CONSENT,
    /** Its file is larger than {@link ImportDesk#megabytes()}. */
    TOO_LARGE,
    /** Its file was not sent to its end, or there is no room for it. */
    NOT_WHOLE,
    /** Too many others wait. */
    NO_ROOM
}
