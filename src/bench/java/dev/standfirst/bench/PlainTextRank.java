package dev.standfirst.bench;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What one would write in an afternoon: sentences as the JDK finds them, words between blanks, and the ranking of
 * Mihalcea and Tarau, "TextRank: Bringing Order into Texts", EMNLP 2004.
 */
final class PlainTextRank {

    private static final double DAMPING = 0.85;
    private static final int ROUNDS = 30;

    private PlainTextRank() {}

    /** The best sentences in the order of the text. */
    static List<String> summarise(String text, Locale language, int count) {
        List<String> sentences = sentences(text, language);
        double[] ranks = ranks(weights(sentences.stream().map(PlainTextRank::words).toList()));
        return IntStream.range(0, ranks.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -ranks[i]))
                .limit(count)
                .sorted()
                .map(sentences::get)
                .toList();
    }

    private static List<String> sentences(String text, Locale language) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(language);
        breaks.setText(text);
        List<String> sentences = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            String sentence = text.substring(from, to).strip();
            if (!sentence.isEmpty()) {
                sentences.add(sentence);
            }
            from = to;
        }
        return sentences;
    }

    private static Set<String> words(String sentence) {
        return new HashSet<>(Arrays.asList(sentence.toLowerCase(Locale.ROOT).split("\\s+")));
    }

    private static double[][] weights(List<Set<String>> sentences) {
        double[][] weights = new double[sentences.size()][sentences.size()];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < i; j++) {
                Set<String> one = sentences.get(i);
                Set<String> other = sentences.get(j);
                double shared = one.stream().filter(other::contains).count();
                double length = Math.log(one.size()) + Math.log(other.size());
                weights[i][j] = length > 0 ? shared / length : 0;
                weights[j][i] = weights[i][j];
            }
        }
        return weights;
    }

    private static double[] ranks(double[][] weights) {
        double[] out = Arrays.stream(weights).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
        double[] ranks = new double[weights.length];
        Arrays.fill(ranks, 1);
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = new double[ranks.length];
            for (int i = 0; i < ranks.length; i++) {
                double sum = 0;
                for (int j = 0; j < ranks.length; j++) {
                    sum += out[j] > 0 ? weights[j][i] / out[j] * ranks[j] : 0;
                }
                next[i] = 1 - DAMPING + DAMPING * sum;
            }
            ranks = next;
        }
        return ranks;
    }
}
