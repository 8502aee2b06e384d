package dev.standfirst.consent;

/** How far a request is. */
enum RequestState {
    /** Taken in; nobody has looked whose address it is. */
    ASKED,
    /** There will be a mail, as soon as it can go out. */
    WAITING,
    /** In a worker's hand. */
    CLAIMED,
    /** A mail server took the mail. */
    SENT,
    /** A mail server refused the address for good. */
    FAILED,
    /** Nobody can know whether the mail went out; it is not sent again. */
    DOUBT
}
