package dev.standfirst.subscriber;

import dev.standfirst.text.OneLine;

/**
 * Why something of a person was changed, and the evidence for it. Kept with every change.
 *
 * @param cause in words that fit behind "because": "by the link in a mail", "imported from readers.csv"
 * @param actor who did it: "the person", the name of an operator, "bounce mailbox"; may be empty
 * @param origin from where: a network address, the name of a token; may be empty
 * @param words the words that the person was shown and agreed to; may be empty
 */
public record Reason(String cause, String actor, String origin, String words) {

    /** The actor where people act for themselves. */
    public static final String THE_PERSON = "the person";

    /** Why a place ended whose person followed the link to leave, or whose mail program did. */
    public static final String LEFT_BY_LINK = "by the link in a mail";

    /** Why a place ended whose person, or whose mail program, answered by a mail. */
    public static final String LEFT_BY_MAIL = "by a mail to leave";

    /** Why a place ended of which a complaint came that proves no more than that its sender had the link to leave. */
    public static final String LEFT_BY_COMPLAINT = "by a complaint with the link of a mail";

    private static final int CAUSE_LENGTH = 500;
    private static final int SHORT_LENGTH = 200;
    private static final int WORDS_LENGTH = 2000;

    /** On one line each; cuts what is longer than there is room for. */
    public Reason {
        cause = OneLine.of(cause, CAUSE_LENGTH);
        actor = OneLine.of(actor, SHORT_LENGTH);
        origin = OneLine.of(origin, SHORT_LENGTH);
        words = OneLine.of(words, WORDS_LENGTH);
    }

    /** A cause without further evidence. */
    public static Reason of(String cause) {
        return new Reason(cause, "", "", "");
    }

    /** What an operator or a part of the program did. */
    public static Reason by(String actor, String cause) {
        return new Reason(cause, actor, "", "");
    }

    /** What a person did, from a network address, after reading these words. */
    public static Reason person(String cause, String origin, String words) {
        return new Reason(cause, THE_PERSON, origin, words);
    }
}
