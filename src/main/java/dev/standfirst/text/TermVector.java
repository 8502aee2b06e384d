package dev.standfirst.text;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A text as weighted terms: frequency times inverse document frequency, ln((1 + n) / (1 + df)), after Salton and
 * Buckley, "Term-weighting approaches in automatic text retrieval", 1988.
 */
public final class TermVector {

    private final Map<String, Double> weights;
    private final double length;

    private TermVector(Map<String, Double> weights) {
        this.weights = weights;
        this.length =
                Math.sqrt(weights.values().stream().mapToDouble(w -> w * w).sum());
    }

    /** The vectors of texts that are compared with each other, given by their terms; weighted against one another. */
    public static List<TermVector> of(List<List<String>> texts) {
        Map<String, Integer> frequency = new HashMap<>();
        texts.forEach(text -> text.stream().distinct().forEach(term -> frequency.merge(term, 1, Integer::sum)));
        return texts.stream().map(text -> weigh(text, frequency, texts.size())).toList();
    }

    /** The sum of several vectors. */
    public static TermVector sum(Collection<TermVector> vectors) {
        Map<String, Double> sum = new HashMap<>();
        vectors.forEach(vector -> vector.weights.forEach((term, weight) -> sum.merge(term, weight, Double::sum)));
        return new TermVector(sum);
    }

    /** How much two texts share, from 0 to 1; 0 where one is empty. */
    public double cosine(TermVector other) {
        if (length == 0 || other.length == 0) {
            return 0;
        }
        Map<String, Double> few = weights.size() <= other.weights.size() ? weights : other.weights;
        Map<String, Double> many = few == weights ? other.weights : weights;
        double product = 0;
        for (Map.Entry<String, Double> entry : few.entrySet()) {
            product += entry.getValue() * many.getOrDefault(entry.getKey(), 0.0);
        }
        return product / (length * other.length);
    }

    private static TermVector weigh(List<String> terms, Map<String, Integer> frequency, int texts) {
        Map<String, Double> weights = new HashMap<>();
        for (String term : terms) {
            weights.merge(term, Math.log((1.0 + texts) / (1.0 + frequency.getOrDefault(term, 0))), Double::sum);
        }
        return new TermVector(weights);
    }
}
