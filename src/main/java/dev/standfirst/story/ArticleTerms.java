package dev.standfirst.story;

import dev.standfirst.story.Story.Coverage;
import dev.standfirst.summary.Summary.KeySentence;
import dev.standfirst.text.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an article is about: its content words, weighted so that two articles can be compared. A word counts by where it
 * stands (headline, key sentence, text), by the logarithm of how often, and by how few of the articles have it
 * (log-frequency and inverse document frequency: Manning, Raghavan and Schütze, Introduction to Information Retrieval,
 * 2008, section 6.4). The weights have the length 1.
 */
final class ArticleTerms {

    private static final double HEADLINE = 3;
    private static final double KEY_SENTENCE = 2;
    private static final double TEXT = 1;
    private static final int TEXT_CHARACTERS = 6000;

    /**
     * At least so many articles are taken to stand behind the compared ones. Without it a word that both of two
     * articles have would say nothing.
     */
    private static final int BACKGROUND = 50;

    private final Set<String> headline;
    private final int[] terms;
    private final double[] weights;

    private ArticleTerms(Set<String> headline, int[] terms, double[] weights) {
        this.headline = headline;
        this.terms = terms;
        this.weights = weights;
    }

    /** The terms of articles that are compared with one another, in the same order. */
    static List<ArticleTerms> of(Collection<Coverage> articles) {
        List<Map<String, Double>> counts =
                articles.stream().map(ArticleTerms::count).toList();
        Map<String, Integer> articlesWith = new TreeMap<>();
        counts.forEach(count -> count.keySet().forEach(term -> articlesWith.merge(term, 1, Integer::sum)));
        List<String> vocabulary = List.copyOf(articlesWith.keySet());
        List<ArticleTerms> all = new ArrayList<>();
        for (Coverage article : articles) {
            Map<String, Double> weights = new TreeMap<>();
            counts.get(all.size())
                    .forEach((term, count) ->
                            weights.put(term, weight(count, articlesWith.getOrDefault(term, 1), counts.size())));
            all.add(unit(headline(article), weights, vocabulary));
        }
        return all;
    }

    /** Whether their headlines have a content word in common. */
    boolean sharesHeadline(ArticleTerms other) {
        return headline.stream().anyMatch(other.headline::contains);
    }

    /** How much they share, from 0 to 1: the cosine of their weights. */
    double cosine(ArticleTerms other) {
        double product = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < terms.length && theirs < other.terms.length) {
            int order = Integer.compare(terms[mine], other.terms[theirs]);
            product += order == 0 ? weights[mine] * other.weights[theirs] : 0;
            mine += order <= 0 ? 1 : 0;
            theirs += order >= 0 ? 1 : 0;
        }
        return product;
    }

    private static Map<String, Double> count(Coverage coverage) {
        Locale language = coverage.article().language();
        String text = coverage.article().text();
        Map<String, Double> count = new HashMap<>();
        add(count, coverage.article().title(), language, HEADLINE);
        for (KeySentence key : coverage.summary().sentences()) {
            add(count, key.sentence().text(), language, KEY_SENTENCE);
        }
        add(count, text.substring(0, Math.min(text.length(), TEXT_CHARACTERS)), language, TEXT);
        return count;
    }

    private static void add(Map<String, Double> count, String text, Locale language, double each) {
        Words.contentStems(text, language).forEach(stem -> count.merge(stem, each, Double::sum));
    }

    private static Set<String> headline(Coverage coverage) {
        return new HashSet<>(Words.contentStems(
                coverage.article().title(), coverage.article().language()));
    }

    private static double weight(double count, int articlesWith, int articles) {
        return (1 + Math.log(count)) * Math.log((1.0 + Math.max(articles, BACKGROUND)) / articlesWith);
    }

    private static ArticleTerms unit(Set<String> headline, Map<String, Double> sorted, List<String> vocabulary) {
        double length = Math.sqrt(
                sorted.values().stream().mapToDouble(weight -> weight * weight).sum());
        return new ArticleTerms(
                headline,
                sorted.keySet().stream()
                        .mapToInt(term -> Collections.binarySearch(vocabulary, term))
                        .toArray(),
                sorted.values().stream().mapToDouble(weight -> weight / length).toArray());
    }
}
