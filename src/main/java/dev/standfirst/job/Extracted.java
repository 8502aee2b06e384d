package dev.standfirst.job;

import dev.standfirst.article.Article;

/** What came of one entry. */
sealed interface Extracted {

    /** Number of the entry. */
    long entryId();

    /**
     * Its article.
     *
     * @param sourceId number of its source
     * @param fingerprint of the article's text
     */
    record Found(long entryId, long sourceId, Article article, long fingerprint) implements Extracted {}

    /**
     * There is none to be had now.
     *
     * @param name of the entry, for people
     * @param reason fit behind the name
     * @param unreached whether there was no answer at all
     */
    record NotFound(long entryId, String name, String reason, boolean unreached) implements Extracted {}

    /** Another run has dealt with it, or this one is being stopped. */
    record Elsewhere(long entryId) implements Extracted {}
}
