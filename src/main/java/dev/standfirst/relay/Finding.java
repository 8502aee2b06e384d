package dev.standfirst.relay;

/**
 * One thing that was looked at, in one sentence.
 *
 * @param kind whether it is as it should be
 * @param sentence what is there; what is missing, and what to add
 */
@SuppressWarnings("AnnotateFormatMethod") // all sentences are literals of this package
public record Finding(Kind kind, String sentence) {

    /** Whether a thing is as it should be. */
    public enum Kind {
        /** It is. */
        FINE,
        /** Something lacks. */
        LACKS,
        /** It cannot be told from here. */
        UNKNOWN
    }

    static Finding fine(String sentence, Object... values) {
        return new Finding(Kind.FINE, sentence.formatted(values));
    }

    static Finding lacks(String sentence, Object... values) {
        return new Finding(Kind.LACKS, sentence.formatted(values));
    }

    static Finding unknown(String sentence, Object... values) {
        return new Finding(Kind.UNKNOWN, sentence.formatted(values));
    }
}
