package dev.standfirst.story;

import java.util.Map;
import java.util.TreeMap;

/**
 * Weights of numbered terms, of length 1 or, where there are none, 0.
 *
 * @param terms rising
 * @param weights one for each term
 */
record SparseVector(int[] terms, float[] weights) {

    /** These weights, scaled to length 1. */
    static SparseVector unit(Map<Integer, Double> weights) {
        double length = Math.sqrt(
                weights.values().stream().mapToDouble(weight -> weight * weight).sum());
        int[] terms = new int[weights.size()];
        float[] scaled = new float[weights.size()];
        int at = 0;
        for (Map.Entry<Integer, Double> entry : new TreeMap<>(weights).entrySet()) {
            terms[at] = entry.getKey();
            scaled[at++] = length == 0 ? 0 : (float) (entry.getValue() / length);
        }
        return new SparseVector(terms, scaled);
    }

    /** The cosine of two vectors, from 0 to 1 where no weight is negative. */
    double cosine(SparseVector other) {
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
}
