package dev.standfirst.story;

import dev.standfirst.story.Story.Coverage;
import dev.standfirst.summary.Summary.KeySentence;
import dev.standfirst.text.TermVector;
import dev.standfirst.text.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Groups articles about one event. Two articles belong together when their headlines, key sentences and openings share
 * enough of the same rare words; a wrong merge is worse than a missed one, so an article must be near to a story's
 * every part. Single pass over the articles in time order, as in topic detection (Allan, Papka and Lavrenko 1998).
 */
public final class StoryGrouper {

    private static final double NEAR = 0.30;
    private static final double NEAR_TO_ALL = 0.18;
    private static final Duration LONGEST_EVENT = Duration.ofDays(3);
    private static final int TITLE_WEIGHT = 3;
    private static final int OPENING_CHARACTERS = 1200;
    private static final int SHARED_TERMS = 4;

    private StoryGrouper() {}

    /** The stories of these articles; each article is in exactly one. Scores are 0: ranking comes after. */
    public static List<Story> group(List<Coverage> articles) {
        List<Coverage> ordered = articles.stream()
                .sorted(Comparator.comparing(Coverage::when).thenComparing(Coverage::articleId))
                .toList();
        List<List<String>> terms = ordered.stream().map(StoryGrouper::terms).toList();
        List<TermVector> vectors = TermVector.of(terms);
        List<List<Integer>> groups = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            join(i, groups, ordered, terms, vectors);
        }
        return groups.stream().map(group -> story(group, ordered)).toList();
    }

    private static void join(
            int article,
            List<List<Integer>> groups,
            List<Coverage> all,
            List<List<String>> terms,
            List<TermVector> vectors) {
        List<Integer> best = null;
        double nearest = NEAR;
        for (List<Integer> group : groups) {
            double similarity = similarity(article, group, terms, vectors);
            boolean soon = Duration.between(
                                    all.get(group.get(0)).when(),
                                    all.get(article).when())
                            .compareTo(LONGEST_EVENT)
                    <= 0;
            if (soon && similarity >= nearest) {
                nearest = similarity;
                best = group;
            }
        }
        if (best == null) {
            groups.add(new ArrayList<>(List.of(article)));
        } else {
            best.add(article);
        }
    }

    /** The nearest member, if none is far off and enough different words are shared. */
    private static double similarity(
            int article, List<Integer> group, List<List<String>> terms, List<TermVector> vectors) {
        double nearest = 0;
        for (int member : group) {
            double cosine = vectors.get(article).cosine(vectors.get(member));
            if (cosine < NEAR_TO_ALL || shared(terms.get(article), terms.get(member)) < SHARED_TERMS) {
                return 0;
            }
            nearest = Math.max(nearest, cosine);
        }
        return nearest;
    }

    private static int shared(List<String> a, List<String> b) {
        Set<String> both = new HashSet<>(a);
        both.retainAll(new HashSet<>(b));
        return both.size();
    }

    private static List<String> terms(Coverage coverage) {
        Locale language = coverage.article().language();
        List<String> terms = new ArrayList<>();
        for (int i = 0; i < TITLE_WEIGHT; i++) {
            terms.addAll(Words.contentStems(coverage.article().title(), language));
        }
        for (KeySentence key : coverage.summary().sentences()) {
            terms.addAll(Words.contentStems(key.sentence().text(), language));
        }
        String text = coverage.article().text();
        terms.addAll(Words.contentStems(text.substring(0, Math.min(text.length(), OPENING_CHARACTERS)), language));
        return terms;
    }

    private static Story story(List<Integer> group, List<Coverage> ordered) {
        List<Coverage> coverage = group.stream().map(ordered::get).toList();
        return new Story(coverage, coverage.get(0).topic(), 0);
    }
}
