package dev.standfirst.summary;

/**
 * What each feature counts. Fitted by logistic regression on membership in the greedy ROUGE oracle over 600 English and
 * 1,500 French news articles, then by coordinate search on ROUGE-1 plus ROUGE-2. Weights fitted on English alone serve
 * French and German as well, so there is one set for all languages.
 */
final class Weights {

    static final double LOG_POSITION = -0.55;
    static final double FIRST = -0.56;
    static final double SECOND = 0.21;
    /** For each 20 words, up to 40. */
    static final double LENGTH = -0.53;
    /** For the square of each 20 words, up to 60. */
    static final double LENGTH_SQUARED = -0.07;

    static final double CENTROID = 2.83;
    static final double FORWARD = 0.37;
    static final double BACKWARD = -0.20;
    static final double BOTH_WAYS = 0.20;
    static final double NAMES = 0.52;
    static final double FREQUENCY = 0.39;
    static final double OPENS_QUOTE = -0.62;
    static final double PERSONAL = -0.27;
    static final double TITLE = 1.34;

    private Weights() {}
}
