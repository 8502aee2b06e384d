package dev.standfirst.story;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Numbered terms of an article, what each weighs, and where in the text it stands.
 *
 * @param terms rising
 * @param weights one for each term
 * @param parts one for each term: a bit for each quarter of the text that has it, none where the headline alone does
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record TermWeights(int[] terms, float[] weights, byte[] parts) {

    private static final int PARTS = 4;
    /** Of so many times more terms, those that are wanted are looked up. */
    private static final int FEW = 8;

    /** How often a term was read, and where. */
    static final class Count {

        private double weight;
        private int parts;

        /**
         * Counts once.
         *
         * @param place from 0 for the start of the text to 1 for its end; below 0 outside of it
         */
        void add(double each, double place) {
            weight += each;
            parts |= place < 0 ? 0 : 1 << Math.min(PARTS - 1, (int) (place * PARTS));
        }
    }

    static TermWeights of(Map<Integer, Count> counts) {
        TermWeights made = new TermWeights(new int[counts.size()], new float[counts.size()], new byte[counts.size()]);
        int at = 0;
        for (Map.Entry<Integer, Count> entry : new TreeMap<>(counts).entrySet()) {
            made.terms[at] = entry.getKey();
            made.weights[at] = (float) entry.getValue().weight;
            made.parts[at++] = (byte) entry.getValue().parts;
        }
        return made;
    }

    /** Those of the terms that are wanted. */
    TermWeights only(IntPredicate wanted) {
        int[] kept = IntStream.range(0, terms.length)
                .filter(at -> wanted.test(terms[at]))
                .toArray();
        TermWeights made = new TermWeights(new int[kept.length], new float[kept.length], new byte[kept.length]);
        for (int at = 0; at < kept.length; at++) {
            made.terms[at] = terms[kept[at]];
            made.weights[at] = weights[kept[at]];
            made.parts[at] = parts[kept[at]];
        }
        return made;
    }

    /**
     * Counts as weights, together of length 1: the logarithm of how often a term occurs times that of how few articles
     * have it.
     *
     * @param articlesWith for each term of all articles
     */
    TermWeights weighed(int[] articlesWith, int articles) {
        float[] weighed = new float[terms.length];
        double squares = 0;
        for (int at = 0; at < terms.length; at++) {
            double rare = Math.log((1.0 + articles) / Math.max(1, articlesWith[terms[at]]));
            weighed[at] = (float) ((1 + Math.log(weights[at])) * rare);
            squares += weighed[at] * weighed[at];
        }
        for (int at = 0; at < terms.length && squares > 0; at++) {
            weighed[at] /= (float) Math.sqrt(squares);
        }
        return new TermWeights(terms, weighed, parts);
    }

    int size() {
        return terms.length;
    }

    boolean has(int term) {
        return Arrays.binarySearch(terms, term) >= 0;
    }

    /** The product of two; for articles that are weighed their cosine, from 0 to 1. */
    double product(TermWeights other) {
        if (size() * FEW > other.size()) {
            return other.size() * FEW > size() ? merged(other) : other.product(this);
        }
        double product = 0;
        for (int at = 0; at < terms.length; at++) {
            int there = Arrays.binarySearch(other.terms, terms[at]);
            product += there < 0 ? 0 : weights[at] * other.weights[there];
        }
        return product;
    }

    /** The sum of two. */
    TermWeights plus(TermWeights other) {
        int[] all = IntStream.concat(Arrays.stream(terms), Arrays.stream(other.terms))
                .sorted()
                .distinct()
                .toArray();
        TermWeights sum = new TermWeights(all, new float[all.length], new byte[all.length]);
        for (int at = 0, mine = 0, theirs = 0; at < all.length; at++) {
            if (mine < terms.length && terms[mine] == all[at]) {
                sum.weights[at] += weights[mine++];
            }
            if (theirs < other.terms.length && other.terms[theirs] == all[at]) {
                sum.weights[at] += other.weights[theirs++];
            }
        }
        return sum;
    }

    private double merged(TermWeights other) {
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

    /** The share of the weight that the other has terms of, from 0 to 1. */
    double covered(TermWeights other) {
        return covered(other, -1);
    }

    /**
     * The share of the weight that the other has terms of in the quarter of the text that comes second in this. Of a
     * round-up that tells many things, another article covers one quarter and not two.
     */
    double coveredTwice(TermWeights other) {
        double[] shares = new double[PARTS];
        for (int part = 0; part < PARTS; part++) {
            shares[part] = covered(other, 1 << part);
        }
        Arrays.sort(shares);
        return shares[PARTS - 2];
    }

    private double covered(TermWeights other, int part) {
        double all = 0;
        double shared = 0;
        for (int at = 0; at < terms.length; at++) {
            if (part < 0 || (parts[at] & part) != 0) {
                all += weights[at];
                shared += other.has(terms[at]) ? weights[at] : 0;
            }
        }
        return all == 0 ? 0 : shared / all;
    }

    /** The positions of those that weigh most, the heaviest first. */
    int[] heaviest(int most) {
        return IntStream.range(0, terms.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer at) -> -weights[at]))
                .limit(most)
                .mapToInt(at -> at)
                .toArray();
    }

    /** Terms of both, those first that make them alike most. */
    List<Integer> shared(TermWeights other, int most) {
        return IntStream.range(0, terms.length)
                .filter(at -> other.has(terms[at]))
                .boxed()
                .sorted(Comparator.comparingDouble(
                        (Integer at) -> -weights[at] * other.weights[Arrays.binarySearch(other.terms, terms[at])]))
                .limit(most)
                .map(at -> terms[at])
                .toList();
    }
}
