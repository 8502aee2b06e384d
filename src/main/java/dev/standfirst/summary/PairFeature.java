package dev.standfirst.summary;

/** What is known of two neighbouring words in an article. */
enum PairFeature {
    /** Always 1. */
    CONSTANT,
    /** Natural logarithm of how often the pair occurs. */
    LN_FREQUENCY,
    /** Natural logarithm of the number of the first sentence that has it, from 1. */
    LN_FIRST,
    /** 1 where the first sentence has it. */
    IN_FIRST,
    /** 1 where the headline has the pair. */
    IN_TITLE,
    /** 1 where the headline has the first word. */
    FIRST_IN_TITLE,
    /** 1 where the headline has the second word. */
    SECOND_IN_TITLE,
    /** 1 where both words carry grammar. */
    BOTH_GRAMMAR,
    /** 1 where one of them does. */
    ONE_GRAMMAR,
    /** 1 where the pair occurs again and both words carry content. */
    REPEATED_CONTENT,
    /** Natural logarithm of how often the rarer word occurs. */
    LN_RARER,
    /** Natural logarithm of how often the more frequent word occurs. */
    LN_FREQUENTER,
    /** Highest impression of a sentence that has it, in standard deviations. */
    BEST_IMPRESSION,
    /** 1 where the sentence of the best rank has it. */
    IN_BEST,
    /** Share of the three sentences of the best rank that have it. */
    IN_BEST_THREE,
    /** Natural logarithm of the number of sentences and one. */
    LN_SENTENCES,
    /** 1 where the article has a headline. */
    HAS_TITLE,
    /** Logit of the less likely of the two words. */
    LESS_LIKELY_WORD,
    /** Logit of the more likely one. */
    MORE_LIKELY_WORD
}
