package dev.standfirst.summary;

import dev.standfirst.text.WordLists;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each feature counts; read from {@code weights.txt}, which tells how they were fitted. */
final class Weights {

    /** The fitted ones. */
    static final Weights FITTED = read(WordLists.lines(Weights.class, "weights.txt"));

    /** Where something stands: what counts less where an article argues. */
    private static final Set<Enum<?>> PLACES = Set.of(
            SentenceFeature.LN_POSITION,
            SentenceFeature.FIRST,
            SentenceFeature.SECOND,
            WordFeature.LN_FIRST,
            WordFeature.IN_FIRST,
            PairFeature.LN_FIRST,
            PairFeature.IN_FIRST);

    private static final Set<Enum<?>> LENGTHS = Set.of(SentenceFeature.LENGTH, SentenceFeature.LENGTH_SQUARED);

    /** In the order of {@link SentenceFeature}. */
    final double[] sentence;

    /** In the order of {@link WordFeature}. */
    final double[] word;

    /** In the order of {@link PairFeature}. */
    final double[] pair;

    Weights(double[] sentence, double[] word, double[] pair) {
        this.sentence = sentence;
        this.word = word;
        this.pair = pair;
    }

    /**
     * The same for an article that argues: where a sentence or a word stands counts half, and long sentences lose
     * nothing. (On commentaries people chose central sentences half as often again as first ones.)
     */
    Weights forOpinion() {
        return new Weights(
                forOpinion(sentence, SentenceFeature.values()),
                forOpinion(word, WordFeature.values()),
                forOpinion(pair, PairFeature.values()));
    }

    private static double[] forOpinion(double[] weights, Enum<?>[] features) {
        double[] changed = weights.clone();
        for (int i = 0; i < changed.length; i++) {
            changed[i] *= PLACES.contains(features[i]) ? 0.5 : LENGTHS.contains(features[i]) ? 0 : 1;
        }
        return changed;
    }

    /** Reads lines as {@code word LN_FREQUENCY 0.31}. */
    static Weights read(List<String> lines) {
        Map<String, Double> values = new HashMap<>();
        for (String line : lines) {
            int last = line.lastIndexOf(' ');
            values.put(line.substring(0, last), Double.valueOf(line.substring(last + 1)));
        }
        return new Weights(
                of(values, SentenceFeature.values(), "sentence"),
                of(values, WordFeature.values(), "word"),
                of(values, PairFeature.values(), "pair"));
    }

    private static double[] of(Map<String, Double> values, Enum<?>[] features, String group) {
        double[] weights = new double[features.length];
        for (int i = 0; i < features.length; i++) {
            Double value = values.get(group + " " + features[i].name());
            if (value == null) {
                throw new IllegalStateException(
                        "weights.txt has no line \"%s %s\"".formatted(group, features[i].name()));
            }
            weights[i] = value;
        }
        return weights;
    }
}
