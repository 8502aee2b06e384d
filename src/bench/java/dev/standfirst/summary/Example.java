package dev.standfirst.summary;

import dev.standfirst.text.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * An article of a data set, and which words and pairs of words people used to sum it up.
 *
 * @param id in its set
 * @param features of its sentences, by {@link SentenceFeature} and candidate; empty where it has no candidate
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Example(
        String id,
        String title,
        Locale language,
        Candidates candidates,
        double[][] features,
        Pronouns pronouns,
        Set<Integer> words,
        Set<Long> pairs) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The examples of a folder with {@code articles.jsonl} and {@code references.jsonl}. */
    static List<Example> read(Path folder) throws IOException {
        Map<String, JsonNode> references = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("references.jsonl"))) {
            JsonNode reference = JSON.readTree(line);
            references.put(reference.path("id").asString(), reference.path("references"));
        }
        List<Example> examples = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("articles.jsonl"))) {
            JsonNode article = JSON.readTree(line);
            JsonNode reference = references.get(article.path("id").asString());
            if (reference != null) {
                examples.add(of(article, reference));
            }
        }
        return examples;
    }

    private static Example of(JsonNode article, JsonNode references) {
        String title = article.path("title").asString("");
        Locale language = Locale.forLanguageTag(article.path("lang").asString(""));
        Candidates candidates = Candidates.of(title, article.path("text").asString(""), language);
        Set<Integer> words = new HashSet<>();
        Set<Long> pairs = new HashSet<>();
        for (JsonNode reference : references) {
            List<String> lines = new ArrayList<>();
            reference.forEach(line -> lines.add(line.asString()));
            add(candidates.vocabulary().tokens(String.join("\n", lines), language), words, pairs);
        }
        Pronouns pronouns = new Pronouns(candidates.vocabulary(), language);
        double[][] features = candidates.size() == 0 ? new double[0][] : SentenceScorer.features(candidates, pronouns);
        return new Example(
                article.path("id").asString(), title, language, candidates, features, pronouns, words, pairs);
    }

    private static void add(Tokens tokens, Set<Integer> words, Set<Long> pairs) {
        for (int token = 0; token < tokens.size(); token++) {
            words.add(Candidates.concept(tokens, token));
            if (token > 0) {
                pairs.add(PairTable.pair(Candidates.concept(tokens, token - 1), Candidates.concept(tokens, token)));
            }
        }
    }

    /** The sentences that, added one after the other, share most with what people wrote; as numbers of candidates. */
    Set<Integer> oracle(int most) {
        Set<Integer> chosen = new HashSet<>();
        double best = 0;
        for (int next = bestAddition(chosen, best); next >= 0 && chosen.size() < most; ) {
            chosen.add(next);
            best = shared(chosen);
            next = bestAddition(chosen, best);
        }
        return chosen;
    }

    /** -1 where nothing makes it better. */
    private int bestAddition(Set<Integer> chosen, double atLeast) {
        int next = -1;
        double best = atLeast;
        for (int i = 0; i < candidates.size(); i++) {
            Set<Integer> tried = new HashSet<>(chosen);
            double value = tried.add(i) ? shared(tried) : 0;
            next = value > best ? i : next;
            best = Math.max(best, value);
        }
        return next;
    }

    /** Words and pairs that some sentences share with the references, against the length of both. */
    private double shared(Set<Integer> sentences) {
        Set<Integer> sharedWords = new HashSet<>();
        Set<Long> sharedPairs = new HashSet<>();
        int length = 0;
        for (int i : sentences) {
            Candidate candidate = candidates.all().get(i);
            length += candidate.to() - candidate.from();
            for (int token = candidate.from(); token < candidate.to(); token++) {
                sharedWords.add(candidates.concept(token));
                if (token > candidate.from()) {
                    sharedPairs.add(PairTable.pair(candidates.concept(token - 1), candidates.concept(token)));
                }
            }
        }
        sharedWords.retainAll(words);
        sharedPairs.retainAll(pairs);
        return (sharedWords.size() + 1.5 * sharedPairs.size()) / (length + 1.2 * words.size());
    }
}
