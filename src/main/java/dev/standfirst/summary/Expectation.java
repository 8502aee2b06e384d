package dev.standfirst.summary;

import java.util.stream.IntStream;

/**
 * How likely each word, and each pair of neighbouring words, of an article is to stand in a summary that a person would
 * write of it: two logistic regressions over {@link WordFeature} and {@link PairFeature}. (Importance of words for
 * summaries by regression: Hong and Nenkova, "Improving the estimation of word importance for news multi-document
 * summarization", EACL 2014.) Each is worked out when it is first asked for.
 */
final class Expectation {

    private final WordTable words;
    private final PairTable pairs;
    private final Weights weights;
    private final double[] wordFeatures = new double[WordFeature.values().length];
    private final double[] pairFeatures = new double[PairFeature.values().length];

    /** By concept, and by number of the pair; 0 where nobody asked yet. */
    private final double[] wordProbabilities;

    private final double[] wordLogits;
    private final double[] pairProbabilities;

    Expectation(WordTable words, PairTable pairs, Weights weights) {
        this.words = words;
        this.pairs = pairs;
        this.weights = weights;
        wordProbabilities = new double[words.size()];
        wordLogits = new double[words.size()];
        pairProbabilities = new double[pairs.size()];
    }

    /** The rank of each sentence, from 0 for the best; of equals the earlier comes first. */
    static int[] ranks(double[] impressions) {
        int[] ranks = new int[impressions.length];
        int[] order = IntStream.range(0, ranks.length)
                .boxed()
                .sorted((a, b) -> Double.compare(impressions[b], impressions[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = rank;
        }
        return ranks;
    }

    /** How likely a word is, from 0 to 1. */
    double ofWord(int word) {
        if (wordProbabilities[word] == 0) {
            words.features(word, wordFeatures);
            wordLogits[word] = product(wordFeatures, weights.word);
            wordProbabilities[word] = probability(wordLogits[word]);
        }
        return wordProbabilities[word];
    }

    /** How likely a word is if it carries content, else 0. */
    double ofContent(int word) {
        return words.isGrammar(word) ? 0 : ofWord(word);
    }

    /** How likely a pair is, from 0 to 1. */
    double ofPair(int pair) {
        if (pairProbabilities[pair] == 0) {
            features(pair, pairFeatures);
            pairProbabilities[pair] = probability(product(pairFeatures, weights.pair));
        }
        return pairProbabilities[pair];
    }

    /** Writes the features of a pair, by the order of {@link PairFeature}. */
    void features(int pair, double[] to) {
        int one = pairs.firstWord(pair);
        int two = pairs.secondWord(pair);
        ofWord(one);
        ofWord(two);
        pairs.features(pair, wordLogits[one], wordLogits[two], to);
    }

    private static double product(double[] features, double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += features[i] * weights[i];
        }
        return sum;
    }

    private static double probability(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
