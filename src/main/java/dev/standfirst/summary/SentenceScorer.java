package dev.standfirst.summary;

import dev.standfirst.text.Tokens;
import dev.standfirst.text.Vocabulary;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The first look: a weighted sum of fourteen features of each sentence, linear in the length of the article. Terms
 * weigh their frequency times ln((1 + n) / (1 + sf)), sf being the number of the article's own sentences that have
 * them.
 */
final class SentenceScorer {

    private static final double[] NONE = {};
    private static final double WORDS = 20;
    private static final String QUOTATION_MARKS = "\"“„«‹‘'「『»";

    private final Candidates candidates;
    private final Tokens tokens;
    private final Map<SentenceFeature, double[]> features = new EnumMap<>(SentenceFeature.class);
    private final int[] count;
    private final double[] rareness;

    private SentenceScorer(Candidates candidates) {
        this.candidates = candidates;
        this.tokens = candidates.tokens();
        for (SentenceFeature feature : SentenceFeature.values()) {
            features.put(feature, new double[candidates.size()]);
        }
        this.count = new int[candidates.vocabulary().size()];
        this.rareness = new double[count.length];
    }

    /** The features of the candidates: by feature, then by candidate. */
    static double[][] features(Candidates candidates, Pronouns pronouns) {
        return new SentenceScorer(candidates).measure(pronouns);
    }

    /** What the candidates look like at first, in standard deviations from their mean. */
    static double[] impressions(double[][] features, double[] weights) {
        double[] scores = new double[features[0].length];
        for (int feature = 0; feature < features.length; feature++) {
            for (int i = 0; i < scores.length; i++) {
                scores[i] += weights[feature] * features[feature][i];
            }
        }
        standardise(scores);
        return scores;
    }

    private double[][] measure(Pronouns pronouns) {
        shape(pronouns);
        weighTerms();
        centrality();
        frequency();
        names();
        title();
        for (SentenceFeature scaled : List.of(
                SentenceFeature.FORWARD,
                SentenceFeature.BACKWARD,
                SentenceFeature.BOTH_WAYS,
                SentenceFeature.NAMES,
                SentenceFeature.FREQUENCY)) {
            scale(of(scaled));
        }
        return features.values().toArray(double[][]::new);
    }

    private double[] of(SentenceFeature feature) {
        return features.getOrDefault(feature, NONE);
    }

    private void shape(Pronouns pronouns) {
        for (Candidate candidate : candidates.all()) {
            int i = candidate.position();
            double words = candidate.words();
            double squared = Math.min(words, 3 * WORDS) / WORDS;
            of(SentenceFeature.LN_POSITION)[i] = Math.log(1.0 + i);
            of(SentenceFeature.FIRST)[i] = i == 0 ? 1 : 0;
            of(SentenceFeature.SECOND)[i] = i == 1 ? 1 : 0;
            of(SentenceFeature.LENGTH)[i] = Math.min(words, 2 * WORDS) / WORDS;
            of(SentenceFeature.LENGTH_SQUARED)[i] = squared * squared;
            of(SentenceFeature.OPENS_QUOTE)[i] =
                    QUOTATION_MARKS.indexOf(candidate.sentence().text().charAt(0)) >= 0 ? 1 : 0;
            of(SentenceFeature.PERSONAL)[i] = pronouns.isIn(tokens, candidate.from(), candidate.to()) ? 1 : 0;
        }
    }

    private void weighTerms() {
        int[] seen = new int[count.length];
        for (Candidate candidate : candidates.all()) {
            for (int token = candidate.from(); token < candidate.to(); token++) {
                int stem = tokens.stem(token);
                if (stem != Vocabulary.NONE && seen[stem] <= candidate.position()) {
                    seen[stem] = candidate.position() + 1;
                    count[stem]++;
                }
            }
        }
        for (int stem = 0; stem < count.length; stem++) {
            rareness[stem] = Math.log((1.0 + candidates.size()) / (1.0 + count[stem]));
            count[stem] = 0;
        }
    }

    /** Sums of cosines are products with sums of unit vectors, so that no two sentences need be compared. */
    private void centrality() {
        double[] lengths = lengths();
        double[] article = new double[count.length];
        double[] before = new double[count.length];
        double[] all = new double[count.length];
        for (Candidate candidate : candidates.all()) {
            add(candidate, 1, article);
            of(SentenceFeature.BACKWARD)[candidate.position()] = with(candidate, all, lengths);
            add(candidate, 1 / lengths[candidate.position()], all);
        }
        double whole = length(article);
        for (Candidate candidate : candidates.all()) {
            int i = candidate.position();
            of(SentenceFeature.CENTROID)[i] = whole == 0 ? 0 : with(candidate, article, lengths) / whole;
            add(candidate, 1 / lengths[i], before);
            of(SentenceFeature.FORWARD)[i] = with(candidate, all, lengths) - with(candidate, before, lengths);
            of(SentenceFeature.BOTH_WAYS)[i] = of(SentenceFeature.FORWARD)[i] + of(SentenceFeature.BACKWARD)[i];
        }
    }

    private double[] lengths() {
        double[] lengths = new double[candidates.size()];
        for (Candidate candidate : candidates.all()) {
            count(candidate, 1);
            double sum = 0;
            for (int token = candidate.from(); token < candidate.to(); token++) {
                int stem = tokens.stem(token);
                sum += stem == Vocabulary.NONE ? 0 : count[stem] * rareness[stem] * rareness[stem];
            }
            count(candidate, -1);
            lengths[candidate.position()] = sum == 0 ? 1 : Math.sqrt(sum);
        }
        return lengths;
    }

    private void count(Candidate candidate, int each) {
        for (int token = candidate.from(); token < candidate.to(); token++) {
            int stem = tokens.stem(token);
            if (stem != Vocabulary.NONE) {
                count[stem] += each;
            }
        }
    }

    private void add(Candidate candidate, double times, double[] sum) {
        for (int token = candidate.from(); token < candidate.to(); token++) {
            int stem = tokens.stem(token);
            if (stem != Vocabulary.NONE) {
                sum[stem] += times * rareness[stem];
            }
        }
    }

    private double with(Candidate candidate, double[] vector, double[] lengths) {
        double product = 0;
        for (int token = candidate.from(); token < candidate.to(); token++) {
            int stem = tokens.stem(token);
            product += stem == Vocabulary.NONE ? 0 : rareness[stem] * vector[stem];
        }
        return product / lengths[candidate.position()];
    }

    private void frequency() {
        candidates.all().forEach(candidate -> count(candidate, 1));
        for (Candidate candidate : candidates.all()) {
            int stems = 0;
            double sum = 0;
            for (int token = candidate.from(); token < candidate.to(); token++) {
                int stem = tokens.stem(token);
                stems += stem == Vocabulary.NONE ? 0 : 1;
                sum += stem == Vocabulary.NONE ? 0 : count[stem];
            }
            of(SentenceFeature.FREQUENCY)[candidate.position()] = stems == 0 ? 0 : sum / stems;
        }
    }

    private void names() {
        int[] named = new int[count.length];
        for (Candidate candidate : candidates.all()) {
            for (int token = candidate.from() + 1; token < candidate.to(); token++) {
                named[tokens.folded(token)] += tokens.isCapitalised(token) ? 1 : 0;
            }
        }
        for (Candidate candidate : candidates.all()) {
            double sum = 0;
            for (int token = candidate.from() + 1; token < candidate.to(); token++) {
                sum += tokens.isCapitalised(token) ? named[tokens.folded(token)] : 0;
            }
            of(SentenceFeature.NAMES)[candidate.position()] = sum / Math.max(1, candidate.words());
        }
    }

    private void title() {
        Set<Integer> title = new HashSet<>();
        for (int stem : candidates.title().stems(0, candidates.title().size())) {
            title.add(stem);
        }
        for (Candidate candidate : candidates.all()) {
            long shared = title.stream().filter(stem -> holds(candidate, stem)).count();
            of(SentenceFeature.TITLE)[candidate.position()] = title.isEmpty() ? 0 : shared / (double) title.size();
        }
    }

    private boolean holds(Candidate candidate, int stem) {
        int token = candidate.from();
        while (token < candidate.to() && tokens.stem(token) != stem) {
            token++;
        }
        return token < candidate.to();
    }

    private static double length(double[] vector) {
        double sum = 0;
        for (double value : vector) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    /** Divides by the largest. */
    private static void scale(double[] values) {
        double max = 0;
        for (double value : values) {
            max = Math.max(max, value);
        }
        for (int i = 0; i < values.length && max > 0; i++) {
            values[i] /= max;
        }
    }

    private static void standardise(double[] values) {
        double sum = 0;
        double squares = 0;
        for (double value : values) {
            sum += value;
            squares += value * value;
        }
        double mean = sum / values.length;
        double deviation = Math.sqrt(Math.max(0, squares / values.length - mean * mean));
        for (int i = 0; i < values.length; i++) {
            values[i] = deviation == 0 ? 0 : (values[i] - mean) / deviation;
        }
    }
}
