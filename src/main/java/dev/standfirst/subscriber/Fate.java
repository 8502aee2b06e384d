package dev.standfirst.subscriber;

/** What becomes of one of several people with whom the same is done. */
public enum Fate {
    /** It is done. */
    DONE,
    /** It was so already; nothing is changed. */
    SAME,
    /** The person left the list on which others are put. */
    LEFT,
    /** The person is never mailed, and so is put on no list. */
    NEVER,
    /** The person's place became another one since it was looked at, or is there no more; nothing is changed. */
    MEANWHILE
}
