package dev.standfirst.edition;

/** What becomes of an article or a story when an edition is composed. */
public enum Verdict {
    /** It is in the edition. */
    TOLD("told"),
    /** Enough stories rank higher. */
    BELOW("below the line"),
    /** Enough stories of its source are told. */
    SOURCE_FULL("too many of one source"),
    /** Enough stories of its topic are told. */
    TOPIC_FULL("too many of one topic"),
    /** Earlier editions told all of it. */
    NOTHING_NEW("told before"),
    /** It has a word that the digest does not want. */
    UNWANTED("not wanted"),
    /** It has fewer words than the digest wants. */
    TOO_SHORT("too short"),
    /** Somebody took it out before the edition went out. */
    TAKEN_OUT("taken out by hand");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** In a word or two, fit behind a number: "3 not wanted". */
    public String words() {
        return words;
    }
}
