package dev.standfirst.story;

import dev.standfirst.text.Tokens;
import dev.standfirst.text.Vocabulary;
import dev.standfirst.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What reports on one event say, as words and pairs of neighbouring words (concepts: Gillick and Favre, "A scalable
 * global model for summarization", 2009). A concept weighs as many reports as have it, the more where they have it at
 * their top.
 */
final class Concepts {

    private static final double PAIR = 1;
    private static final double WORD = 0.5;

    /** What the first sentence adds to what a report counts; sentences behind add less and less. */
    private static final double TOP = 1;

    private static final double TOP_SENTENCES = 2;

    private static final double HEADLINE = 2;

    /** Of so many reports or more, one alone makes no concept. */
    private static final int MANY = 4;

    private final Vocabulary vocabulary = new Vocabulary();
    private final Map<String, String> stems = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Concept> concepts = new ArrayList<>();
    private int reports;

    private static final class Concept {

        private final double each;
        private double weight;
        private int reports;

        Concept(double each) {
            this.each = each;
        }
    }

    /**
     * A sentence as concepts.
     *
     * @param concepts their numbers in the order of the text, those that come again once
     * @param stems those of them that are words
     * @param ends for each, how many words of the sentence it takes to say it
     * @param words how many words there are
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Meaning(int[] concepts, Set<Integer> stems, int[] ends, int words) {}

    /** The concepts of a sentence. */
    Meaning read(String text, Locale language) {
        List<String> words = Words.of(text).stream().map(Words.Word::folded).toList();
        Map<Integer, Integer> found = new LinkedHashMap<>();
        Set<Integer> stemsOf = new HashSet<>();
        for (int at = 0; at < words.size(); at++) {
            String stem = stem(words.get(at), language);
            if (!stem.isEmpty()) {
                int number = number(stem, WORD);
                found.putIfAbsent(number, at + 1);
                stemsOf.add(number);
            }
            String before = at == 0 ? "" : stem(words.get(at - 1), language);
            if (at > 0 && !(before + stem).isEmpty()) {
                String pair =
                        (before.isEmpty() ? words.get(at - 1) : before) + ' ' + (stem.isEmpty() ? words.get(at) : stem);
                found.putIfAbsent(number(pair, PAIR), at + 1);
            }
        }
        return new Meaning(
                found.keySet().stream().mapToInt(Integer::intValue).toArray(),
                stemsOf,
                found.values().stream().mapToInt(Integer::intValue).toArray(),
                words.size());
    }

    /** Counts a report. */
    void count(Meaning headline, List<Meaning> sentences) {
        Map<Integer, Double> values = new HashMap<>();
        for (int position = 0; position < sentences.size(); position++) {
            double value = 1 + TOP * Math.exp(-position / TOP_SENTENCES);
            Arrays.stream(sentences.get(position).concepts()).forEach(concept -> values.putIfAbsent(concept, value));
        }
        Arrays.stream(headline.concepts()).forEach(concept -> values.merge(concept, HEADLINE, Double::sum));
        values.forEach((number, value) -> {
            Concept concept = concepts.get(number);
            concept.weight += value * concept.each;
            concept.reports++;
        });
        reports++;
    }

    /** What each concept weighs once all reports are counted. */
    double[] weights() {
        int least = reports < MANY ? 1 : 2;
        return concepts.stream()
                .mapToDouble(concept -> concept.reports < least ? 0 : concept.weight)
                .toArray();
    }

    private String stem(String folded, Locale language) {
        return stems.computeIfAbsent(folded, any -> {
            Tokens tokens = vocabulary.tokens(any, language);
            return Arrays.stream(tokens.stems(0, tokens.size()))
                    .mapToObj(vocabulary::word)
                    .collect(Collectors.joining());
        });
    }

    private int number(String concept, double each) {
        return numbers.computeIfAbsent(concept, any -> {
            concepts.add(new Concept(each));
            return numbers.size();
        });
    }
}
