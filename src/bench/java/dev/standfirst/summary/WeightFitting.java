package dev.standfirst.summary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;

/**
 * Fits the weights of the summariser on articles with summaries that people wrote. Three logistic regressions, one after
 * the other: of sentences on being among the three that greedily share most with a reference, of words on being in a
 * reference, of pairs of words on being in one.
 *
 * <p>A data set is a folder with {@code articles.jsonl} ({@code {"id","lang","title","text"}}) and {@code
 * references.jsonl} ({@code {"id","references":[[line, ...], ...]}}). Beside the weights, which are fitted on all sets,
 * it writes for each set the summaries of its articles, each made with weights that were fitted without the fifth of
 * the articles that it is in: what they score is what the weights are worth.
 */
final class WeightFitting {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path WEIGHTS = Path.of("src/main/resources/dev/standfirst/summary/weights.txt");
    private static final Path SUMMARIES = Path.of("target/folds");
    private static final int FOLDS = 5;
    private static final int ORACLE = 3;

    private WeightFitting() {}

    /** Takes {@code FOLDER=SENTENCES,...}: data sets, and how many sentences the summaries of each are to have. */
    public static void main(String[] args) throws IOException {
        Map<String, List<Example>> sets = new LinkedHashMap<>();
        Map<String, Integer> sentences = new LinkedHashMap<>();
        for (String set : args[0].split(",")) {
            int equals = set.lastIndexOf('=');
            Path folder = Path.of(set.substring(0, equals));
            sets.put(folder.getFileName().toString(), Example.read(folder));
            sentences.put(folder.getFileName().toString(), Integer.valueOf(set.substring(equals + 1)));
        }
        List<Example> all = sets.values().stream().flatMap(List::stream).toList();
        List<Weights> folds = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            folds.add(fit(all.stream().filter(example -> fold(example) != left).toList()));
        }
        Files.createDirectories(SUMMARIES);
        for (String set : sets.keySet()) {
            String summaries = summaries(sets.get(set), SummaryLength.of(sentences.get(set)), folds);
            Files.writeString(SUMMARIES.resolve(set + ".jsonl"), summaries);
        }
        Files.writeString(WEIGHTS, header(WEIGHTS) + lines(fit(all)));
    }

    private static int fold(Example example) {
        return Math.floorMod(example.id().hashCode() * 31 + 7, FOLDS);
    }

    private static String summaries(List<Example> examples, SummaryLength length, List<Weights> folds) {
        StringBuilder lines = new StringBuilder();
        for (Example example : examples) {
            Summary summary = Summarizer.summarise(
                    example.title(), example.candidates(), example.language(), length, folds.get(fold(example)));
            List<String> sentences = summary.sentences().stream()
                    .map(key -> key.sentence().text())
                    .toList();
            lines.append(JSON.writeValueAsString(Map.of("id", example.id(), "sentences", sentences)))
                    .append('\n');
        }
        return lines.toString();
    }

    private static Weights fit(List<Example> examples) {
        List<Example> some = examples.stream()
                .filter(example -> example.candidates().size() > 0)
                .toList();
        LogisticRegression sentences = new LogisticRegression(false);
        some.forEach(example -> addSentences(example, sentences));
        double[] sentence = sentences.fit();
        LogisticRegression words = new LogisticRegression(true);
        some.forEach(example -> addWords(example, sentence, words));
        Weights half = new Weights(sentence, words.fit(), new double[0]);
        LogisticRegression pairs = new LogisticRegression(true);
        some.forEach(example -> addPairs(example, half, pairs));
        return new Weights(sentence, half.word, pairs.fit());
    }

    private static void addSentences(Example example, LogisticRegression regression) {
        var oracle = example.oracle(ORACLE);
        for (int i = 0; i < example.candidates().size(); i++) {
            double[] row = new double[example.features().length];
            for (int f = 0; f < row.length; f++) {
                row[f] = example.features()[f][i];
            }
            regression.add(row, oracle.contains(i));
        }
    }

    private static void addWords(Example example, double[] sentence, LogisticRegression regression) {
        double[] impressions = SentenceScorer.impressions(example.features(), sentence);
        WordTable table = new WordTable(
                example.candidates(), impressions, Expectation.ranks(impressions), example.pronouns());
        for (int word = 0; word < table.size(); word++) {
            if (table.has(word)) {
                double[] features = new double[WordFeature.values().length];
                table.features(word, features);
                regression.add(features, example.words().contains(word));
            }
        }
    }

    private static void addPairs(Example example, Weights weights, LogisticRegression regression) {
        double[] impressions = SentenceScorer.impressions(example.features(), weights.sentence);
        int[] ranks = Expectation.ranks(impressions);
        WordTable words = new WordTable(example.candidates(), impressions, ranks, example.pronouns());
        PairTable pairs = new PairTable(example.candidates(), impressions, ranks, words);
        Expectation expectation = new Expectation(words, pairs, weights);
        for (int pair = 0; pair < pairs.size(); pair++) {
            double[] features = new double[PairFeature.values().length];
            expectation.features(pair, features);
            long bothWords = PairTable.pair(pairs.firstWord(pair), pairs.secondWord(pair));
            regression.add(features, example.pairs().contains(bothWords));
        }
    }

    /** The comments at the top of a file stay. */
    private static String header(Path file) throws IOException {
        StringBuilder header = new StringBuilder();
        Files.readAllLines(file).stream()
                .takeWhile(line -> line.startsWith("#") || line.isBlank())
                .forEach(line -> header.append(line).append('\n'));
        return header.toString();
    }

    private static String lines(Weights weights) {
        return String.join(
                "\n",
                lines("sentence", SentenceFeature.values(), weights.sentence),
                lines("word", WordFeature.values(), weights.word),
                lines("pair", PairFeature.values(), weights.pair));
    }

    private static String lines(String group, Enum<?>[] features, double[] weights) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < weights.length; i++) {
            lines.append(String.format(Locale.ROOT, "%s %s %.4f%n", group, features[i].name(), weights[i]));
        }
        return lines.toString();
    }
}
