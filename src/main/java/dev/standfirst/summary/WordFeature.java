package dev.standfirst.summary;

/** What is known of a word in an article. "Rank" is that of the first look at sentences, see {@link SentenceScorer}. */
enum WordFeature {
    /** Always 1. */
    CONSTANT,
    /** Natural logarithm of how often it occurs. */
    LN_FREQUENCY,
    /** Share of the sentences that have it. */
    SPREAD,
    /** Natural logarithm of the number of the first sentence that has it, from 1. */
    LN_FIRST,
    /** 1 where the first sentence has it. */
    IN_FIRST,
    /** 1 where the headline has it. */
    IN_TITLE,
    /** Share of its occurrences that begin with a capital and not a sentence. */
    CAPITALISED,
    /** 1 where it has a figure. */
    FIGURE,
    /** 1 where it carries grammar rather than content. */
    GRAMMAR,
    /** The same times the logarithm of how often it occurs. */
    GRAMMAR_FREQUENCY,
    /** 1 where it carries grammar and the headline has it. */
    GRAMMAR_IN_TITLE,
    /** 1 for I, we, you and the like. */
    PERSONAL,
    /** Highest impression of a sentence that has it, in standard deviations. */
    BEST_IMPRESSION,
    /** Mean impression of the sentences that have it. */
    MEAN_IMPRESSION,
    /** 1 where the sentence of the best rank has it. */
    IN_BEST,
    /** Share of the three sentences of the best rank that have it. */
    IN_BEST_THREE,
    /** Natural logarithm of the number of sentences and one. */
    LN_SENTENCES,
    /** 1 where the article has a headline. */
    HAS_TITLE
}
