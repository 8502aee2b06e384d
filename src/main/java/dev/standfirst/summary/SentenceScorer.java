package dev.standfirst.summary;

import dev.standfirst.text.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Scores the candidates of one article: a weighted sum of fourteen features, see {@link Weights}. */
final class SentenceScorer {

    private static final Map<String, Set<String>> PERSONAL = Map.of(
            "en", Set.of("i", "we", "you", "me", "us", "my", "our", "your", "i'm", "i've", "we're", "you're"),
            "de", Set.of("ich", "wir", "mich", "uns", "mein", "meine", "unser", "unsere", "du"),
            "fr", Set.of("je", "nous", "vous", "moi", "mon", "ma", "mes", "notre", "nos", "votre", "vos"),
            "es", Set.of("yo", "nosotros", "usted", "mi", "mis", "nuestro", "nuestra"));

    private final List<Candidate> candidates;
    private final Set<String> title;
    private final Set<String> personal;

    SentenceScorer(List<Candidate> candidates, String title, Locale language) {
        this.candidates = candidates;
        this.title = new HashSet<>(Words.contentStems(title, language));
        this.personal = PERSONAL.getOrDefault(language.getLanguage(), Set.of());
    }

    double[] scores() {
        Centrality centrality =
                new Centrality(candidates.stream().map(Candidate::vector).toList());
        double[] names = names();
        double[] frequency = frequency();
        double[] scores = new double[candidates.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = shape(candidates.get(i))
                    + Weights.CENTROID * centrality.centroid[i]
                    + Weights.FORWARD * centrality.forward[i]
                    + Weights.BACKWARD * centrality.backward[i]
                    + Weights.BOTH_WAYS * centrality.both[i]
                    + Weights.NAMES * names[i]
                    + Weights.FREQUENCY * frequency[i];
        }
        return scores;
    }

    private double shape(Candidate candidate) {
        double words = candidate.words().size();
        double squared = Math.min(words, 60) / 20;
        return Weights.LOG_POSITION * Math.log(1 + candidate.position())
                + (candidate.position() == 0 ? Weights.FIRST : 0)
                + (candidate.position() == 1 ? Weights.SECOND : 0)
                + Weights.LENGTH * Math.min(words, 40) / 20
                + Weights.LENGTH_SQUARED * squared * squared
                + (opensQuote(candidate) ? Weights.OPENS_QUOTE : 0)
                + (isPersonal(candidate) ? Weights.PERSONAL : 0)
                + Weights.TITLE * titleShare(candidate);
    }

    private static boolean opensQuote(Candidate candidate) {
        return "\"“„«‘'「".indexOf(candidate.sentence().text().charAt(0)) >= 0;
    }

    private boolean isPersonal(Candidate candidate) {
        return candidate.words().stream().anyMatch(word -> personal.contains(word.folded()));
    }

    private double titleShare(Candidate candidate) {
        if (title.isEmpty()) {
            return 0;
        }
        long shared =
                candidate.stems().stream().distinct().filter(title::contains).count();
        return shared / (double) title.size();
    }

    /** How often the capitalised words of a sentence, but for its first, occur in the article. */
    private double[] names() {
        Map<String, Integer> counts = new HashMap<>();
        candidates.forEach(candidate -> names(candidate).forEach(name -> counts.merge(name, 1, Integer::sum)));
        double[] values = candidates.stream()
                .mapToDouble(candidate -> names(candidate).stream()
                                .mapToDouble(name -> counts.getOrDefault(name, 0))
                                .sum()
                        / Math.max(1, candidate.words().size()))
                .toArray();
        Centrality.scale(values);
        return values;
    }

    private static List<String> names(Candidate candidate) {
        return candidate.words().stream()
                .skip(1)
                .map(Words.Word::text)
                .filter(word -> Character.isUpperCase(word.codePointAt(0)))
                .toList();
    }

    private double[] frequency() {
        Map<String, Integer> counts = new HashMap<>();
        candidates.forEach(candidate -> candidate.stems().forEach(stem -> counts.merge(stem, 1, Integer::sum)));
        double[] values = candidates.stream()
                .mapToDouble(candidate -> candidate.stems().stream()
                        .mapToInt(stem -> counts.getOrDefault(stem, 0))
                        .average()
                        .orElse(0))
                .toArray();
        Centrality.scale(values);
        return values;
    }
}
