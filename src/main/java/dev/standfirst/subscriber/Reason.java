package dev.standfirst.subscriber;

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

    private static final int CAUSE_LENGTH = 500;
    private static final int SHORT_LENGTH = 200;
    private static final int WORDS_LENGTH = 2000;

    /** Cuts what is longer than there is room for; no database keeps the character zero. */
    public Reason {
        cause = cut(cause, CAUSE_LENGTH);
        actor = cut(actor, SHORT_LENGTH);
        origin = cut(origin, SHORT_LENGTH);
        words = cut(words, WORDS_LENGTH);
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

    private static String cut(String text, int length) {
        String kept = text.replace('\0', ' ');
        return kept.length() <= length ? kept : kept.substring(0, length);
    }
}
