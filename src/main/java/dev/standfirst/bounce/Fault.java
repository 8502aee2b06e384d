package dev.standfirst.bounce;

/** Whom a failure is held against, and how much. */
enum Fault {
    /** The address is of no use: it is not mailed again. */
    HARD,
    /** It may work next time; too many in a row are as good as a hard one. */
    SOFT,
    /** We, our mail or our server are refused. Says nothing of the person and never counts against one. */
    OURS
}
