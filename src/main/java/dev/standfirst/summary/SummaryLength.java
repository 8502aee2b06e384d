package dev.standfirst.summary;

/**
 * How long a summary gets.
 *
 * @param sentences so many, and one more where they hold fewer words than wanted
 * @param words once so many are chosen, no further sentence is
 */
public record SummaryLength(int sentences, int words) {

    /** The words that make a standfirst: about three lines. */
    public static final int WORDS = 50;

    /** A length by sentences, with the usual number of words. */
    public static SummaryLength of(int sentences) {
        return new SummaryLength(sentences, WORDS);
    }
}
