package dev.standfirst.story;

import java.time.Duration;

/**
 * What each part of a score counts. The unit is the freshness of a story of this minute. They are set by judgement, not
 * fitted: what a digest wants is its editor's to say, by weights, topics and words; these keep the parts in proportion.
 */
final class RankWeights {

    /**
     * For twice as many outlets. The best single sign that something matters: a story of two outlets stands above any
     * single one, however fresh, unless the digest's own weights say otherwise.
     */
    static final double OUTLETS = 1.4;

    /** What a story of this minute has over a very old one. */
    static final double FRESHNESS = 1.0;

    /**
     * After this time half of the freshness is gone, for a digest that says nothing of a window: yesterday evening's
     * news is still news in the morning, that of the morning before is not.
     */
    static final Duration HALF_LIFE = Duration.ofHours(12);

    /**
     * So many half-lives are in a digest's window: 36 h make 12 h, the week of a weekly digest two days and a third.
     */
    static final int HALF_LIVES_IN_WINDOW = 3;

    /** What a long article has over a note: it has more to quote from, and somebody found it worth the work. */
    static final double SUBSTANCE = 0.6;

    /** Longer is no better. */
    static final int LONG_IN_WORDS = 600;

    /** What a story lacks that has no sentence to quote: it can only be told by its headline. */
    static final double QUOTABLE = -2.0;

    /** For twice the weight of a source: as much as a story of this minute has over a very old one. */
    static final double SOURCE = 1.0;

    /** For twice the weight of a topic. */
    static final double TOPIC = 1.0;

    /** For a wanted word in a headline; half of it where the word stands in the text alone. */
    static final double WORD = 0.8;

    /** All wanted words together: a text that is stuffed with them is no better than one with two in its headline. */
    static final double WORDS = 1.6;

    /** What a story lacks that goes on with nothing new; a story with half of it new lacks half of that. */
    static final double NOVELTY = -1.5;

    private RankWeights() {}
}
