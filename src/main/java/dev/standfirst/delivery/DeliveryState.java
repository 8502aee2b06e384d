package dev.standfirst.delivery;

/** Where the mail of one edition to one subscriber stands. A row of the ledger is in exactly one of these. */
public enum DeliveryState {
    /** Not tried yet. */
    PENDING,
    /** A run has it in hand; what it wrote beside tells after a crash how far it came. */
    CLAIMED,
    /** The mail server took it over. It may still come back later. */
    SENT,
    /** Refused for now (4xx), or in doubt and to be sent again: it waits until it is due once more. */
    RETRY,
    /** Refused for good (5xx). */
    FAILED,
    /** The person left, paused, or was suppressed or erased after the audience was frozen; nothing was sent. */
    SUPPRESSED,
    /** Handed over, but the answer was lost: it may have arrived or not, and is not repeated by itself. */
    DOUBT
}
