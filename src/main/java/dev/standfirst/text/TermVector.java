package dev.standfirst.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A text as weighted terms: frequency times inverse document frequency, ln((1 + n) / (1 + df)), after Salton and
 * Buckley, "Term-weighting approaches in automatic text retrieval", 1988. Terms are numbers of a {@link Vocabulary}.
 */
public final class TermVector {

    /** In ascending order, each once. */
    private final int[] terms;

    private final double[] weights;
    private final double length;

    private TermVector(int[] terms, double[] weights) {
        this.terms = terms;
        this.weights = weights;
        double sum = 0;
        for (double weight : weights) {
            sum += weight * weight;
        }
        this.length = Math.sqrt(sum);
    }

    /**
     * The vectors of texts that are compared with each other, weighted against one another.
     *
     * @param texts the terms of each in any order, as often as they occur; none is below 0
     */
    public static List<TermVector> of(List<int[]> texts) {
        List<int[]> sorted = texts.stream().map(TermVector::sorted).toList();
        int[] frequency = new int[1 + last(sorted)];
        for (int[] text : sorted) {
            for (int i = 0; i < text.length; i++) {
                frequency[text[i]] += i == 0 || text[i] != text[i - 1] ? 1 : 0;
            }
        }
        return sorted.stream().map(text -> weigh(text, frequency, texts.size())).toList();
    }

    /** The sum of several vectors. */
    public static TermVector sum(Collection<TermVector> vectors) {
        double[] sum =
                new double[1 + last(vectors.stream().map(vector -> vector.terms).toList())];
        for (TermVector vector : vectors) {
            for (int i = 0; i < vector.terms.length; i++) {
                sum[vector.terms[i]] += vector.weights[i];
            }
        }
        int[] terms = new int[sum.length];
        double[] weights = new double[sum.length];
        int size = 0;
        for (int term = 0; term < sum.length; term++) {
            if (sum[term] != 0) {
                terms[size] = term;
                weights[size++] = sum[term];
            }
        }
        return new TermVector(Arrays.copyOf(terms, size), Arrays.copyOf(weights, size));
    }

    /** How much two texts share, from 0 to 1; 0 where one is empty. */
    public double cosine(TermVector other) {
        if (length == 0 || other.length == 0) {
            return 0;
        }
        double product = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < terms.length && theirs < other.terms.length) {
            int order = Integer.compare(terms[mine], other.terms[theirs]);
            product += order == 0 ? weights[mine] * other.weights[theirs] : 0;
            mine += order <= 0 ? 1 : 0;
            theirs += order >= 0 ? 1 : 0;
        }
        return product / (length * other.length);
    }

    private static int[] sorted(int[] terms) {
        int[] sorted = terms.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** The highest term of lists in ascending order, -1 where all are empty. */
    private static int last(List<int[]> sorted) {
        return sorted.stream()
                .mapToInt(terms -> terms.length == 0 ? -1 : terms[terms.length - 1])
                .max()
                .orElse(-1);
    }

    private static TermVector weigh(int[] sorted, int[] frequency, int texts) {
        int[] terms = new int[sorted.length];
        double[] weights = new double[sorted.length];
        int size = 0;
        for (int term : sorted) {
            boolean known = size > 0 && terms[size - 1] == term;
            size += known ? 0 : 1;
            terms[size - 1] = term;
            weights[size - 1] += Math.log((1.0 + texts) / (1.0 + frequency[term]));
        }
        return new TermVector(Arrays.copyOf(terms, size), Arrays.copyOf(weights, size));
    }
}
