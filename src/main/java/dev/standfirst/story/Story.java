package dev.standfirst.story;

import dev.standfirst.article.Article;
import dev.standfirst.summary.Summary;
import java.time.Instant;
import java.util.List;

/**
 * The articles of several outlets about one event; one article alone is a story too. (Topic-detection papers call one
 * article a story and the group an event; aggregators, and we, call the group a story.)
 *
 * @param coverage at least one, the earliest first: its headline is the story's
 * @param topic section of the mail it belongs to, may be empty
 * @param score its rank: the higher the earlier in the edition
 */
public record Story(List<Coverage> coverage, String topic, double score) {

    public Story {
        coverage = List.copyOf(coverage);
        if (coverage.isEmpty()) {
            throw new IllegalArgumentException("a story has at least one article");
        }
    }

    /** The earliest article, whose headline the story carries. */
    public Coverage lead() {
        return coverage.get(0);
    }

    /**
     * One outlet's article about it.
     *
     * @param articleId its number in the store
     * @param article the article
     * @param summary its key sentences
     * @param outlet name of the source: "Harbour Times"
     * @param topic the source's topic, may be empty
     * @param firstSeen when we first saw it; stands in where the article has no date
     */
    public record Coverage(
            long articleId, Article article, Summary summary, String outlet, String topic, Instant firstSeen) {

        /** When it came out: as published, else as first seen; a date in the future counts as first seen. */
        public Instant when() {
            Instant published = article.published();
            return published == null || published.isAfter(firstSeen) ? firstSeen : published;
        }
    }
}
