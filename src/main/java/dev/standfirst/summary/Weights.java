package dev.standfirst.summary;

import dev.standfirst.text.WordLists;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What each feature counts; read from {@code weights.txt}, which tells how they were fitted.
 *
 * @param sentence by the order of {@link SentenceFeature}
 * @param word by the order of {@link WordFeature}
 * @param pair by the order of {@link PairFeature}
 * @param choice by the order of {@link ChoiceFeature}
 */
record Weights(double[] sentence, double[] word, double[] pair, double[] choice) {

    /** The fitted ones. */
    static final Weights FITTED = read(WordLists.lines(Weights.class, "weights.txt"));

    /**
     * The same for an article that argues: where a sentence or a word stands counts half, and long sentences lose
     * nothing. (On commentaries people chose central sentences half as often again as first ones.)
     */
    Weights forOpinion() {
        double[] sentences = sentence.clone();
        half(sentences, SentenceFeature.LN_POSITION, SentenceFeature.FIRST, SentenceFeature.SECOND);
        sentences[SentenceFeature.LENGTH.ordinal()] = 0;
        sentences[SentenceFeature.LENGTH_SQUARED.ordinal()] = 0;
        double[] words = word.clone();
        half(words, WordFeature.LN_FIRST, WordFeature.IN_FIRST);
        double[] pairs = pair.clone();
        half(pairs, PairFeature.LN_FIRST, PairFeature.IN_FIRST);
        return new Weights(sentences, words, pairs, choice);
    }

    private static void half(double[] weights, Enum<?>... features) {
        for (Enum<?> feature : features) {
            weights[feature.ordinal()] /= 2;
        }
    }

    /** Reads lines as {@code word LN_FREQUENCY 0.31}. */
    static Weights read(List<String> lines) {
        Map<String, Double> values = new HashMap<>();
        for (String line : lines) {
            String[] parts = line.split(" +");
            values.put(parts[0] + " " + parts[1], Double.valueOf(parts[2]));
        }
        return new Weights(
                of(values, SentenceFeature.values(), "sentence"),
                of(values, WordFeature.values(), "word"),
                of(values, PairFeature.values(), "pair"),
                of(values, ChoiceFeature.values(), "choice"));
    }

    /** The lines that {@link #read} reads. */
    static String write(String group, Enum<?>[] features, double[] weights) {
        StringBuilder lines = new StringBuilder();
        for (Enum<?> feature : features) {
            lines.append("%s %s %.4f%n".formatted(group, feature.name(), weights[feature.ordinal()]));
        }
        return lines.toString();
    }

    private static double[] of(Map<String, Double> values, Enum<?>[] features, String group) {
        double[] weights = new double[features.length];
        for (Enum<?> feature : features) {
            Double value = values.get(group + " " + feature.name());
            if (value == null) {
                throw new IllegalStateException("weights.txt has no line \"%s %s\"".formatted(group, feature.name()));
            }
            weights[feature.ordinal()] = value;
        }
        return weights;
    }
}
