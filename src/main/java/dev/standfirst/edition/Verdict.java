package dev.standfirst.edition;

/** What becomes of an article or a story when an edition is composed. */
public enum Verdict {
    /** It is in the edition. */
    TOLD,
    /** Enough stories rank higher. */
    BELOW,
    /** Enough stories of its source are told. */
    SOURCE_FULL,
    /** Enough stories of its topic are told. */
    TOPIC_FULL,
    /** Earlier editions told all of it. */
    NOTHING_NEW,
    /** It has a word that the digest does not want. */
    UNWANTED,
    /** It has fewer words than the digest wants. */
    TOO_SHORT,
    /** Somebody took it out before the edition went out. */
    TAKEN_OUT;
}
