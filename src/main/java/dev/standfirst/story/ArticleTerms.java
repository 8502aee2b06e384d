package dev.standfirst.story;

import dev.standfirst.story.ArticleReading.Read;
import dev.standfirst.story.Story.Coverage;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What an article is about: its content words, weighted so that two articles can be compared. A word counts by where it
 * stands (headline, key sentence, text), by the logarithm of how often, and by how few of the articles have it
 * (log-frequency and inverse document frequency: Manning, Raghavan and Schütze, Introduction to Information Retrieval,
 * 2008, section 6.4).
 *
 * @param words stems in its language, and figures
 * @param names names as they sound, and figures: what other languages have too
 * @param headline stems of the headline, rising; without those that many articles have ("Weather", "Live")
 * @param leadNames stems of the names in headline and first lines, rising
 * @param leadFigures figures there, rising
 * @param shingles of its text, see {@link Shingles}
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record ArticleTerms(
        String language,
        TermWeights words,
        TermWeights names,
        int[] headline,
        int[] leadNames,
        int[] leadFigures,
        int[] shingles) {

    /**
     * At least so many articles are taken to stand behind the compared ones. Without it a word that both of two
     * articles have would say nothing.
     */
    private static final int BACKGROUND = 200;

    /** More than one in so many articles are many. */
    private static final int MANY = 5;

    /** Languages that write every noun with a capital, so that it does not tell names. */
    private static final Set<String> CAPITAL_NOUNS = Set.of("de", "lb");

    /** The terms of articles that are compared with one another, in the same order. */
    static List<ArticleTerms> of(List<Coverage> articles, TermNumbers numbers) {
        List<Read> read = articles.stream()
                .map(article -> ArticleReading.of(article, numbers))
                .toList();
        List<TermWeights> names = names(read, numbers);
        int[] articlesWith = new int[numbers.size()];
        for (int at = 0; at < read.size(); at++) {
            TermWeights words = read.get(at).words();
            count(words, articlesWith);
            // Figures are among the words already.
            count(names.get(at).only(term -> !words.has(term)), articlesWith);
        }
        int behind = Math.max(read.size(), BACKGROUND);
        return IntStream.range(0, read.size())
                .mapToObj(at -> weighed(read.get(at), names.get(at), numbers, articlesWith, behind))
                .toList();
    }

    private static void count(TermWeights terms, int[] articlesWith) {
        for (int term : terms.terms()) {
            articlesWith[term]++;
        }
    }

    /**
     * A word at the start of a sentence is a name where it is never written small. Where all nouns have capitals, a
     * name is what is one in another language too.
     */
    private static List<TermWeights> names(List<Read> read, TermNumbers numbers) {
        List<TermWeights> names = read.stream()
                .map(one -> one.names().only(term -> isName(term, one.doubtful(), numbers)))
                .toList();
        BitSet sure = new BitSet();
        for (int at = 0; at < read.size(); at++) {
            if (!CAPITAL_NOUNS.contains(read.get(at).language())) {
                Arrays.stream(names.get(at).terms()).forEach(sure::set);
            }
        }
        return IntStream.range(0, read.size())
                .mapToObj(at -> CAPITAL_NOUNS.contains(read.get(at).language())
                        ? names.get(at).only(sure::get)
                        : names.get(at))
                .toList();
    }

    private static boolean isName(int term, int[] doubtful, TermNumbers numbers) {
        for (int at = 0; at < doubtful.length; at += 2) {
            if (doubtful[at] == term) {
                return numbers.isName(doubtful[at + 1]);
            }
        }
        return true;
    }

    private static ArticleTerms weighed(
            Read read, TermWeights names, TermNumbers numbers, int[] articlesWith, int articles) {
        return new ArticleTerms(
                read.language(),
                read.words().weighed(articlesWith, articles),
                names.weighed(articlesWith, articles),
                Arrays.stream(read.headline())
                        .filter(term -> articlesWith[term] <= articles / MANY)
                        .toArray(),
                Arrays.stream(read.leadWords()).filter(numbers::isName).toArray(),
                read.leadFigures(),
                read.shingles());
    }

    /** Whether their headlines have a content word in common. */
    boolean sharesHeadline(ArticleTerms other) {
        return Arrays.stream(headline).anyMatch(term -> Arrays.binarySearch(other.headline, term) >= 0);
    }

    /** The share of the headline's words that the other article has, from 0 to 1. */
    double headlineTold(ArticleTerms other) {
        return headline.length == 0 ? 0 : 1 - lacking(headline, other);
    }

    /** The least share of names at the top of each that the other lacks. */
    double differentNames(ArticleTerms other) {
        return Math.min(lacking(leadNames, other), other.lacking(other.leadNames, this));
    }

    /** The least share of figures at the top of each that the other lacks. */
    double differentFigures(ArticleTerms other) {
        return Math.min(lacking(leadFigures, other), other.lacking(other.leadFigures, this));
    }

    private double lacking(int[] mine, ArticleTerms other) {
        long lacking =
                Arrays.stream(mine).filter(term -> !other.words.has(term)).count();
        return mine.length == 0 ? 0 : (double) lacking / mine.length;
    }
}
