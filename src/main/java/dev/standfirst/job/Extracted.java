package dev.standfirst.job;

import dev.standfirst.article.Article;

/** What came of one entry. */
sealed interface Extracted {

    /** Its article. */
    record Found(long entryId, Article article) implements Extracted {}

    /**
     * There is none to be had.
     *
     * @param name of the entry, for people
     * @param reason fit behind the name
     */
    record NotFound(long entryId, String name, String reason) implements Extracted {}
}
