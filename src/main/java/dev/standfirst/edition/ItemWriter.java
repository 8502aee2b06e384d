package dev.standfirst.edition;

import dev.standfirst.article.Article;
import dev.standfirst.edition.Edition.Item;
import dev.standfirst.edition.Edition.Other;
import dev.standfirst.edition.Edition.Quote;
import dev.standfirst.story.Story;
import dev.standfirst.story.Story.Coverage;
import dev.standfirst.summary.Summary.KeySentence;
import dev.standfirst.text.Sentence;
import dev.standfirst.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Story → item. Different outlets are quoted where they can be, never two sentences that say the same, and every
 * sentence is checked to be a span of its article before it is quoted.
 */
final class ItemWriter {

    private static final int HEADLINE_LENGTH = 120;
    private static final double SAME = 0.34;
    private static final int WORDS_A_MINUTE = 230;

    private final Links links;

    ItemWriter(Links links) {
        this.links = links;
    }

    /**
     * Writes an item.
     *
     * @param sentences how many key sentences at most
     * @param words how many words they may have together
     */
    Item write(Story story, int number, int sentences, int words) {
        Coverage lead = story.lead();
        Article article = lead.article();
        List<Quote> quotes = quotes(story, sentences, words);
        return new Item(
                number,
                cut(Foreign.line(article.title().isBlank() ? firstWords(article) : article.title())),
                links.to(lead),
                Foreign.line(lead.outlet()),
                Foreign.line(article.byline()),
                Optional.ofNullable(article.published()).map(published -> lead.when()),
                minutes(article),
                article.language(),
                (int) story.coverage().stream().map(Coverage::outlet).distinct().count(),
                !article.fullText(),
                quotes,
                alsoIn(story, quotes),
                story.coverage().stream().map(Coverage::articleId).toList());
    }

    private List<Quote> quotes(Story story, int sentences, int words) {
        List<Quote> quotes = new ArrayList<>();
        int left = words;
        for (Found found : inTurn(story)) {
            int length = Words.count(found.sentence().text());
            if (quotes.size() < sentences && length <= left && saysSomethingNew(found, quotes)) {
                quotes.add(quote(found));
                left -= length;
            }
        }
        return quotes;
    }

    /** The first sentence of each outlet, then the second of each, and so on. */
    private static List<Found> inTurn(Story story) {
        List<Found> all = new ArrayList<>();
        boolean more = true;
        for (int round = 0; more; round++) {
            more = false;
            for (Coverage coverage : onePerOutlet(story)) {
                List<KeySentence> keys = coverage.summary().sentences();
                if (round < keys.size()) {
                    all.add(new Found(coverage, keys.get(round).sentence()));
                    more = true;
                }
            }
        }
        return all;
    }

    private static List<Coverage> onePerOutlet(Story story) {
        Set<String> seen = new HashSet<>();
        return story.coverage().stream()
                .filter(coverage -> seen.add(coverage.outlet()))
                .toList();
    }

    private static boolean saysSomethingNew(Found found, List<Quote> quotes) {
        Set<String> stems =
                stems(found.sentence().text(), found.coverage().article().language());
        return quotes.stream().noneMatch(quote -> share(stems, stems(quote.text(), quote.language())) > SAME);
    }

    private static Set<String> stems(String text, Locale language) {
        return new HashSet<>(Words.contentStems(text, language));
    }

    /** The share of the shorter sentence's words that the other has too. */
    private static double share(Set<String> a, Set<String> b) {
        long both = a.stream().filter(b::contains).count();
        return both / (double) Math.max(1, Math.min(a.size(), b.size()));
    }

    private Quote quote(Found found) {
        Article article = found.coverage().article();
        Sentence sentence = found.sentence();
        if (!article.text().startsWith(sentence.text(), sentence.from())) {
            throw new IllegalStateException("article %d does not hold the sentence \"%s\" at %d"
                    .formatted(found.coverage().articleId(), sentence.text(), sentence.from()));
        }
        return new Quote(
                Foreign.line(sentence.text()),
                links.to(found.coverage(), sentence),
                Foreign.line(found.coverage().outlet()),
                article.language());
    }

    private List<Other> alsoIn(Story story, List<Quote> quotes) {
        Set<String> named = new HashSet<>(quotes.stream().map(Quote::outlet).toList());
        named.add(quotes.isEmpty() ? Foreign.line(story.lead().outlet()) : "");
        List<Other> others = new ArrayList<>();
        for (Coverage coverage : onePerOutlet(story)) {
            if (named.add(Foreign.line(coverage.outlet()))) {
                others.add(new Other(
                        Foreign.line(coverage.outlet()),
                        links.to(coverage),
                        coverage.article().language()));
            }
        }
        return others;
    }

    /** Rounded up; about 460 characters of Chinese or Japanese count as a minute too, two of them being a word. */
    private static int minutes(Article article) {
        return Math.max(1, (Words.count(article.text()) + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE);
    }

    private static String firstWords(Article article) {
        return article.text().lines().findFirst().orElse("");
    }

    private static String cut(String headline) {
        return SubjectLine.cut(headline, HEADLINE_LENGTH, "…");
    }

    private record Found(Coverage coverage, Sentence sentence) {}
}
