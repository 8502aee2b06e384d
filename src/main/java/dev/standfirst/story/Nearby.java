package dev.standfirst.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds for each article the earlier ones that may tell the same, without comparing all with all: an inverted index over the
 * terms that weigh most in an article.
 */
final class Nearby {

    private static final int KEYS = (int) P.d("keys", 24);
    /** Of a term's articles, so many of the latest are looked at. */
    private static final int LATEST = (int) P.d("latest", 64);
    private static final int MOST = (int) P.d("most", 24);

    private final Map<Integer, List<Integer>> articles = new HashMap<>();
    private final Map<Integer, List<Float>> weights = new HashMap<>();

    /** The articles before that share most with this one, and adds this one. */
    List<Integer> before(int article, SparseVector vector) {
        int[] terms = vector.terms();
        float[] w = vector.weights();
        List<Integer> heaviest = IntStream.range(0, terms.length)
                .boxed()
                .sorted(Comparator.comparing((Integer at) -> -w[at]).thenComparing(at -> terms[at]))
                .limit(KEYS)
                .toList();
        Map<Integer, Float> shared = new HashMap<>();
        for (int at : heaviest) {
            List<Integer> with = articles.computeIfAbsent(terms[at], any -> new ArrayList<>());
            List<Float> ww = weights.computeIfAbsent(terms[at], any -> new ArrayList<>());
            for (int i = with.size() - 1; i >= Math.max(0, with.size() - LATEST); i--) {
                shared.merge(with.get(i), w[at] * ww.get(i), Float::sum);
            }
            with.add(article);
            ww.add(w[at]);
        }
        return shared.entrySet().stream()
                .sorted(Map.Entry.<Integer, Float>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }
}
