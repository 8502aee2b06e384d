package dev.standfirst.summary;

import dev.standfirst.article.Article;
import dev.standfirst.summary.Summary.KeySentence;
import dev.standfirst.text.Sentence;
import dev.standfirst.text.Sentences;
import dev.standfirst.text.TermVector;
import dev.standfirst.text.Tokens;
import dev.standfirst.text.Vocabulary;
import dev.standfirst.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Picks the key sentences of an article, word for word. Litter is left out first; the rest is scored by
 * {@link SentenceScorer}; the best are chosen, one after the other, as long as each can be read alone and says
 * something new.
 */
public final class Summarizer {

    /** Sentences that are looked at; what an article has to say, it has said by then. */
    private static final int MOST = 1_000;

    private Summarizer() {}

    /** The summary of an article; its offsets count in the article's text. */
    public static Summary summarise(Article article, SummaryLength length) {
        return summarise(article.title(), article.text(), article.language(), length);
    }

    /**
     * The summary of a text.
     *
     * @param title its headline, may be empty
     * @param language of the text; {@link Locale#ROOT} where it is unknown
     * @return no sentence at all where none can stand alone
     */
    public static Summary summarise(String title, String text, Locale language, SummaryLength length) {
        List<Candidate> candidates = candidates(text, language);
        double[] scores = new SentenceScorer(candidates, title, language).scores();
        List<Candidate> best = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
                .map(candidates::get)
                .toList();
        return new Summary(new Choice(language, length)
                .of(best).stream()
                        .sorted(Comparator.comparingInt(Candidate::position))
                        .map(chosen -> new KeySentence(chosen.sentence(), scores[chosen.position()]))
                        .toList());
    }

    private static List<Candidate> candidates(String text, Locale language) {
        List<Sentence> kept = new ArrayList<>();
        List<Boolean> follows = new ArrayList<>();
        boolean litterBefore = true;
        for (Sentence sentence : beginning(Sentences.split(text, language))) {
            Sentence bare = withoutSourceMark(sentence);
            boolean litter = Litter.is(bare.text());
            if (!litter) {
                kept.add(bare);
                follows.add(!litterBefore);
            }
            litterBefore = litter;
        }
        Vocabulary vocabulary = new Vocabulary();
        List<int[]> terms = kept.stream()
                .map(sentence -> terms(vocabulary, sentence.text(), language))
                .toList();
        List<List<String>> stems = terms.stream()
                .map(numbers ->
                        Arrays.stream(numbers).mapToObj(vocabulary::word).toList())
                .toList();
        List<TermVector> vectors = TermVector.of(terms);
        return IntStream.range(0, kept.size())
                .mapToObj(i -> new Candidate(
                        kept.get(i), i, follows.get(i), Words.of(kept.get(i).text()), stems.get(i), vectors.get(i)))
                .toList();
    }

    private static int[] terms(Vocabulary vocabulary, String sentence, Locale language) {
        Tokens tokens = vocabulary.tokens(sentence, language);
        return tokens.stems(0, tokens.size());
    }

    /** Sentences are compared with each other, so that a book would take a day. */
    private static List<Sentence> beginning(List<Sentence> sentences) {
        return sentences.subList(0, Math.min(sentences.size(), MOST));
    }

    private static Sentence withoutSourceMark(Sentence sentence) {
        int mark = SourceMark.length(sentence.text());
        return new Sentence(
                sentence.text().substring(mark), sentence.from() + mark, sentence.to(), sentence.paragraph());
    }
}
