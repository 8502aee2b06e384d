package dev.standfirst.story;

import dev.standfirst.article.Article;
import dev.standfirst.story.Story.Coverage;
import dev.standfirst.story.TermWeights.Count;
import dev.standfirst.summary.Summary.KeySentence;
import dev.standfirst.text.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/** Reads an article's headline, key sentences and the beginning of its text into counts of terms. */
final class ArticleReading {

    private static final double HEADLINE = 4;
    private static final double KEY_SENTENCE = 2;
    private static final double TEXT = 1;
    /** What an article is about, it has said by then; what comes later is background that other events share. */
    private static final int TEXT_CHARACTERS = 1500;

    private static final int LEAD_CHARACTERS = 300;
    private static final String QUOTES = " \"“”„«»‘’'(";
    private static final String STOPS = ".!?:\n";

    private final TermNumbers numbers;
    private final String language;
    private final Map<Integer, Count> words = new HashMap<>();
    private final Map<Integer, Count> names = new HashMap<>();
    private final Map<Integer, Integer> doubtful = new HashMap<>();
    private final Set<Integer> headline = new HashSet<>();
    private final Set<Integer> leadWords = new HashSet<>();
    private final Set<Integer> leadFigures = new HashSet<>();
    private final Shingles shingles = new Shingles();

    private ArticleReading(TermNumbers numbers, String language) {
        this.numbers = numbers;
        this.language = language;
    }

    /**
     * What was read.
     *
     * @param words stems and figures with how often they occur
     * @param names the same of names, as they sound, and figures
     * @param doubtful names that were read at the start of sentences alone, and their stems, in turn
     * @param headline stems of the headline
     * @param leadWords stems written with a capital in headline and first lines
     * @param leadFigures figures there
     * @param shingles of the text
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Read(
            String language,
            TermWeights words,
            TermWeights names,
            int[] doubtful,
            int[] headline,
            int[] leadWords,
            int[] leadFigures,
            int[] shingles) {}

    static Read of(Coverage coverage, TermNumbers numbers) {
        Article article = coverage.article();
        ArticleReading reading = new ArticleReading(numbers, article.language().getLanguage());
        reading.read(article.title(), HEADLINE);
        for (KeySentence key : coverage.summary().sentences()) {
            reading.read(key.sentence().text(), KEY_SENTENCE);
        }
        reading.read(article.text().substring(0, Math.min(article.text().length(), TEXT_CHARACTERS)), TEXT);
        return reading.done();
    }

    private void read(String text, double each) {
        for (Words.Word word : Words.of(text)) {
            double place = each == TEXT ? (double) word.from() / text.length() : -1;
            if (!Character.isDigit(word.text().codePointAt(0))) {
                word(word, text, each, place);
            }
            if (each == TEXT) {
                shingles.add(word.folded());
            }
        }
        Matcher figure = Amounts.FIGURE.matcher(text);
        while (figure.find()) {
            figure(figure, each, each == TEXT ? (double) figure.start() / text.length() : -1);
        }
    }

    private void word(Words.Word word, String text, double each, double place) {
        int stem = numbers.stem(word, language);
        if (stem == TermNumbers.NONE) {
            return;
        }
        words.computeIfAbsent(stem, any -> new Count()).add(each, place);
        if (each == HEADLINE) {
            headline.add(stem);
        }
        if (!Character.isUpperCase(word.text().codePointAt(0))) {
            numbers.seenSmall(stem);
            return;
        }
        if (isLead(each, word.from())) {
            leadWords.add(stem);
        }
        // Headlines of some languages and houses have capitals throughout.
        if (each != HEADLINE) {
            name(numbers.sound(word, language), opens(text, word.from()) ? stem : TermNumbers.NONE, each, place);
        }
    }

    private void name(int sound, int doubt, double each, double place) {
        if (sound != TermNumbers.NONE) {
            names.computeIfAbsent(sound, any -> new Count()).add(each, place);
            doubtful.merge(sound, doubt, Math::min);
        }
    }

    private void figure(Matcher found, double each, double place) {
        String value = Amounts.value(found);
        int figure = numbers.figure(value, found.group());
        if (figure == TermNumbers.NONE) {
            return;
        }
        words.computeIfAbsent(figure, any -> new Count()).add(each, place);
        if (value.length() > 1) {
            names.computeIfAbsent(figure, any -> new Count()).add(each, place);
        }
        if (isLead(each, found.start())) {
            leadFigures.add(figure);
        }
    }

    private static boolean isLead(double each, int from) {
        return each == HEADLINE || (each == TEXT && from < LEAD_CHARACTERS);
    }

    /** Whether a word opens a sentence, where a capital says nothing. */
    private static boolean opens(String text, int from) {
        int at = from - 1;
        while (at >= 0 && QUOTES.indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        return at < 0 || STOPS.indexOf(text.charAt(at)) >= 0;
    }

    private Read done() {
        doubtful.values().removeIf(stem -> stem == TermNumbers.NONE);
        int[] pairs = new int[doubtful.size() * 2];
        int at = 0;
        for (Map.Entry<Integer, Integer> entry : doubtful.entrySet()) {
            pairs[at++] = entry.getKey();
            pairs[at++] = entry.getValue();
        }
        return new Read(
                language,
                TermWeights.of(words),
                TermWeights.of(names),
                pairs,
                sorted(headline),
                sorted(leadWords),
                sorted(leadFigures),
                shingles.sorted());
    }

    private static int[] sorted(Set<Integer> terms) {
        return terms.stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
