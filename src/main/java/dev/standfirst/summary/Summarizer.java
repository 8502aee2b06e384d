package dev.standfirst.summary;

import dev.standfirst.article.Article;
import dev.standfirst.summary.Summary.KeySentence;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Picks the key sentences of an article, word for word. Litter is left out first ({@link Candidates}); a first look
 * ranks the rest ({@link SentenceScorer}); from what stands where, how often and in which of the best sentences it
 * follows how likely each word is to stand in a person's summary ({@link Expectation}); and of the sentences that can
 * be read alone ({@link Pool}) those are chosen that together hold most of what is likely ({@link SentenceSets}).
 * Linear in the length of the text.
 */
public final class Summarizer {

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
        return summarise(title, Candidates.of(title, text, language), language, length, Weights.FITTED);
    }

    static Summary summarise(
            String title, Candidates candidates, Locale language, SummaryLength length, Weights fitted) {
        if (candidates.size() == 0) {
            return new Summary(List.of());
        }
        Pronouns pronouns = new Pronouns(candidates.vocabulary(), language);
        Weights weights = Genre.of(title) == Genre.OPINION ? fitted.forOpinion() : fitted;
        double[] impressions =
                SentenceScorer.impressions(SentenceScorer.features(candidates, pronouns), weights.sentence);
        int[] ranks = Expectation.ranks(impressions);
        WordTable words = new WordTable(candidates, impressions, ranks, pronouns);
        PairTable pairs = new PairTable(candidates, impressions, ranks, words);
        Expectation expectation = new Expectation(words, pairs, weights);
        Pool pool = new Pool(candidates, ranks, pairs, language, length.sentences());
        SentenceSets sets = new SentenceSets(pool, expectation, length);
        List<Integer> chosen = sets.inOrder(sets.best(length.sentences() + 1));
        return new Summary(IntStream.range(0, chosen.size())
                .mapToObj(i -> new KeySentence(pool.member(chosen.get(i)).sentence(), 1.0 / (i + 1)))
                .sorted(Comparator.comparingInt(key -> key.sentence().from()))
                .toList());
    }
}
