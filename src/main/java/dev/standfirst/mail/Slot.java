package dev.standfirst.mail;

/**
 * A place in a rendered edition that holds a value of the person it goes to. An edition is rendered once; per person
 * only its slots are filled, no template runs. The mark is built of two private-use characters that {@link #strip}
 * keeps out of everything foreign, so no article can forge one.
 */
public enum Slot {
    /** The address the mail goes to, as the person wrote it. */
    ADDRESS,
    /** The day the person joined the list, in the edition's language: "3 March 2026". */
    SINCE,
    /** When the digest comes to this person, in the edition's language: "on weekdays at 07:00, Europe/Berlin time". */
    COMES,
    /** Address of the page to choose when and what to get: https, ends with a token. */
    CHOOSE,
    /** Address of the page to leave the list: https, ends with a token. */
    UNSUBSCRIBE,
    /** Mail address to leave the list by: has a token before its @. */
    LEAVE_BY_MAIL,
    /** The address the mail goes to, as mail programs tell it to each other: its {@code To} header. */
    TO,
    /** The {@code Message-ID} without its angle brackets. */
    MESSAGE_ID;

    static final char OPEN = '\uE000';
    static final char CLOSE = '\uE001';

    /** The mark that stands for this slot's value in a rendered text. */
    public String mark() {
        return OPEN + name() + CLOSE;
    }

    /** The text without any character that a mark is built of. */
    public static String strip(String foreign) {
        return foreign.indexOf(OPEN) < 0 && foreign.indexOf(CLOSE) < 0
                ? foreign
                : foreign.replace(String.valueOf(OPEN), "").replace(String.valueOf(CLOSE), "");
    }
}
