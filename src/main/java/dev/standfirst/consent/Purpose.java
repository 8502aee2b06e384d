package dev.standfirst.consent;

/** What a request and its token are for; a token of one purpose does not pass for another. */
enum Purpose {
    /** To get the mails of a list. */
    JOIN,
    /** To see or erase what is kept about the person. */
    OWN_DATA
}
