package dev.standfirst.summary;

/** What the first look at a sentence measures. Where nothing else is said, the largest of the article is 1. */
enum SentenceFeature {
    /** Natural logarithm of its number among the candidates, from 1. */
    LN_POSITION,
    /** 1 for the first candidate. */
    FIRST,
    /** 1 for the second. */
    SECOND,
    /** For each 20 words, up to 40. */
    LENGTH,
    /** The square of each 20 words, up to 60. */
    LENGTH_SQUARED,
    /** Cosine to the sum of all sentences: centroid (Radev et al. 2004). */
    CENTROID,
    /** Cosines to all later sentences (directed centrality: Zheng and Lapata 2019). */
    FORWARD,
    /** Cosines to all earlier sentences. */
    BACKWARD,
    /** Both together. */
    BOTH_WAYS,
    /** How often its capitalised words, but for the first word, occur as such, for each of its words. */
    NAMES,
    /** How often its content words occur, on average. */
    FREQUENCY,
    /** 1 where it opens with a quotation mark. */
    OPENS_QUOTE,
    /** 1 where it says I, we or you. */
    PERSONAL,
    /** Share of the headline's content words that it has, from 0 to 1. */
    TITLE
}
