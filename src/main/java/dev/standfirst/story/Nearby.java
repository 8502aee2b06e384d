package dev.standfirst.story;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds for each article the earlier ones that may tell the same, without comparing all with all: an inverted index
 * over the terms that weigh most in each (as for all pairs above a bound: Bayardo, Ma and Srikant, "Scaling up all
 * pairs similarity search", 2007). Linear in the number of articles, since of a term's articles the latest count alone.
 */
final class Nearby {

    private static final int KEYS = 24;
    private static final int LATEST = 64;
    private static final int MOST = 24;

    private final Map<Integer, Latest> index = new HashMap<>();

    /** The latest articles that have a term, in a ring. */
    private static final class Latest {

        private int[] articles = new int[2];
        private float[] weights = new float[2];
        private int added;

        void add(int article, float weight) {
            if (added == articles.length && added < LATEST) {
                articles = Arrays.copyOf(articles, added * 2);
                weights = Arrays.copyOf(weights, added * 2);
            }
            articles[added % LATEST] = article;
            weights[added++ % LATEST] = weight;
        }

        void addTo(Map<Integer, Float> shared, float weight) {
            for (int at = 0; at < Math.min(added, LATEST); at++) {
                shared.merge(articles[at], weight * weights[at], Float::sum);
            }
        }
    }

    /** The articles added before that share most with this one, the nearest first; adds this one. */
    List<Integer> before(int article, TermWeights terms) {
        Map<Integer, Float> shared = new HashMap<>();
        for (int at : terms.heaviest(KEYS)) {
            Latest with = index.computeIfAbsent(terms.terms()[at], any -> new Latest());
            with.addTo(shared, terms.weights()[at]);
            with.add(article, terms.weights()[at]);
        }
        return shared.entrySet().stream()
                .sorted(Map.Entry.<Integer, Float>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }
}
