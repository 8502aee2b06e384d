package dev.standfirst.story;

import dev.standfirst.article.Article;
import dev.standfirst.summary.Summary;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The articles of several outlets about one event; one article alone is a story too. (Topic-detection papers call one
 * article a story and the group an event; aggregators, and we, call the group a story.)
 *
 * @param coverage at least one, the earliest first: its headline is the story's
 * @param topic section of the mail it belongs to, may be empty
 * @param score its rank: the higher the earlier in the edition
 * @param merges why its articles belong together: links between two of them, at most one fewer than there are articles.
 *     An article may stand at either end, and at the ends of several. The strongest come first: the same text before
 *     words, words before names, and of one kind the greater likeness
 */
public record Story(List<Coverage> coverage, String topic, double score, List<Merge> merges) {

    /** Texts of which the shorter has such a share of the longer one's length are about equally full. */
    private static final double ONE_LENGTH = 0.8;

    public Story {
        coverage = List.copyOf(coverage);
        merges = merges.stream()
                .sorted(Comparator.comparing(Merge::kind)
                        .thenComparing(
                                Comparator.comparingDouble(Merge::likeness).reversed()))
                .toList();
        if (coverage.isEmpty()) {
            throw new IllegalArgumentException("a story has at least one article");
        }
    }

    /** A story of which nothing is known about why its articles belong together. */
    public Story(List<Coverage> coverage, String topic, double score) {
        this(coverage, topic, score, List.of());
    }

    /** The earliest article, whose headline the story carries. */
    public Coverage lead() {
        return coverage.get(0);
    }

    /**
     * The articles that its sentences are taken from: those in the language of the first that has a sentence to quote,
     * of every outlet one, and none whose text another one has that can be quoted: of a text and its copies the
     * fullest, of texts of about one length the earliest, and of what one outlet brought up to date the latest.
     */
    public List<Coverage> quotable() {
        Set<Long> copies = copies();
        List<Coverage> quotable = coverage.stream()
                .filter(one -> !one.summary().sentences().isEmpty())
                .toList();
        Set<String> outlets = new HashSet<>();
        return quotable.stream()
                .filter(one -> one.article()
                        .language()
                        .equals(quotable.get(0).article().language()))
                .filter(one -> !copies.contains(one.articleId()) && outlets.add(one.outlet()))
                .toList();
    }

    /** Articles whose text another one of the story has that has a sentence to quote. */
    private Set<Long> copies() {
        Map<Long, Coverage> articles = coverage.stream()
                .collect(Collectors.toMap(Coverage::articleId, Function.identity(), (one, same) -> one));
        Set<Long> copies = new HashSet<>();
        for (Merge merge : merges) {
            Coverage later = articles.get(merge.articleId());
            Coverage earlier = articles.get(merge.nearestId());
            if (merge.kind() == Merge.Kind.TEXT && later != null && earlier != null) {
                boolean earlierGoes = isCopy(earlier, later);
                Coverage stays = earlierGoes ? later : earlier;
                if (!stays.summary().sentences().isEmpty()) {
                    copies.add((earlierGoes ? earlier : later).articleId());
                }
            }
        }
        return copies;
    }

    /**
     * Whether of two articles with one text the earlier is the copy: what both have may be all that one of them has.
     */
    private static boolean isCopy(Coverage earlier, Coverage later) {
        int before = earlier.article().text().length();
        int after = later.article().text().length();
        boolean oneLength = Math.min(before, after) >= ONE_LENGTH * Math.max(before, after);
        return oneLength ? earlier.outlet().equals(later.outlet()) : before < after;
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

        /** The same with these key sentences. */
        public Coverage summedUpBy(Summary other) {
            return new Coverage(articleId, article, other, outlet, topic, firstSeen);
        }

        /** When it came out: as published, else as first seen; a date in the future counts as first seen. */
        public Instant when() {
            Instant published = article.published();
            return published == null || published.isAfter(firstSeen) ? firstSeen : published;
        }
    }

    /**
     * Why an article came into a story: the article it is nearest to, and what the two share.
     *
     * @param articleId number of the article in the store
     * @param nearestId number of the article it was found to tell the same as
     * @param kind what showed it
     * @param likeness how much the two share, from 0 to 1; comparable within one kind only
     * @param shared words, names and figures of both, as the article writes them, the most telling first; at most six,
     *     none where the texts are the same
     */
    public record Merge(long articleId, long nearestId, Kind kind, double likeness, List<String> shared) {

        public Merge {
            shared = List.copyOf(shared);
        }

        /** What showed that two articles are of one event. */
        public enum Kind {
            /** The text of one is, but for cuts and touches, the text of the other: a copy of an agency's report. */
            TEXT,
            /** Their words. */
            WORDS,
            /** Names and figures, since they tell it in one language but in words of their own. */
            RETOLD,
            /** Names and figures, since they are in different languages. */
            NAMES
        }
    }
}
