package dev.standfirst.transfer;

/** How a person stands in a file, in whatever words it says so. */
enum Standing {
    ACTIVE,
    UNCONFIRMED,

    /** Asked for no more mail. */
    LEFT,

    /** Mail did not reach the person. */
    BOUNCED,

    /** Nobody may mail this person: complained, or was put on a list of the other program. */
    BLOCKED
}
