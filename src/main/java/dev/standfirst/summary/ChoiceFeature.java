package dev.standfirst.summary;

/** What makes one set of sentences better than another. */
enum ChoiceFeature {
    /** Expected F-measure over words. */
    WORDS,
    /** Expected F-measure over words that carry content. */
    CONTENT,
    /** Expected F-measure over pairs of neighbouring words. */
    PAIRS
}
