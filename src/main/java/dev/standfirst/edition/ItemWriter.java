package dev.standfirst.edition;

import dev.standfirst.article.Article;
import dev.standfirst.edition.Edition.Item;
import dev.standfirst.edition.Edition.Other;
import dev.standfirst.edition.Edition.Quote;
import dev.standfirst.story.News.Followed;
import dev.standfirst.story.Ranked;
import dev.standfirst.story.Story;
import dev.standfirst.story.Story.Coverage;
import dev.standfirst.summary.Faithfulness;
import dev.standfirst.summary.Summary.KeySentence;
import dev.standfirst.text.Sentence;
import dev.standfirst.text.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Story → item. Different outlets are quoted where they can be, never two sentences that say the same, and every
 * sentence is checked to be a span of its article before it is quoted.
 */
final class ItemWriter {

    private static final int HEADLINE_LENGTH = 120;
    private static final double SAME = 0.34;
    private static final int WORDS_A_MINUTE = 230;
    /** Of scripts that write no spaces between words. */
    private static final int CHARACTERS_A_MINUTE = 500;

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
    Item write(Ranked ranked, int number, int sentences, int words) {
        Story story = ranked.story();
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
                ranked.news().followed().map(Followed::first),
                (int) story.coverage().stream().map(Coverage::outlet).distinct().count(),
                !article.fullText(),
                quotes,
                alsoIn(story, quotes),
                story.coverage().stream().map(Coverage::articleId).toList());
    }

    /** Each outlet in turn gives its next sentence that fits and says something new, until there are enough. */
    private List<Quote> quotes(Story story, int sentences, int words) {
        List<Quote> quotes = new ArrayList<>();
        List<Deque<Found>> outlets = onePerOutlet(story).stream()
                .map(coverage -> best(coverage, sentences))
                .toList();
        int left = words;
        boolean more = true;
        while (more) {
            more = false;
            for (Deque<Found> outlet : outlets) {
                Found next = quotes.size() < sentences ? nextNew(outlet, quotes, left) : null;
                if (next != null) {
                    quotes.add(quote(next));
                    left -= Words.count(next.sentence().text());
                    more = true;
                }
            }
        }
        return quotes;
    }

    private static @Nullable Found nextNew(Deque<Found> outlet, List<Quote> quotes, int words) {
        Found next = outlet.poll();
        while (next != null && !isFit(next, quotes, words)) {
            next = outlet.poll();
        }
        return next;
    }

    private static boolean isFit(Found next, List<Quote> quotes, int words) {
        return Words.count(next.sentence().text()) <= words
                && standsAlone(next, quotes)
                && saysSomethingNew(next, quotes);
    }

    /** A sentence that points back may only follow the one it points to. */
    private static boolean standsAlone(Found next, List<Quote> quotes) {
        Article article = next.coverage().article();
        if (!Faithfulness.dangles(next.sentence().text(), article.language())) {
            return true;
        }
        String before = article.text().substring(0, next.sentence().from()).stripTrailing();
        return !quotes.isEmpty()
                && before.endsWith(quotes.get(quotes.size() - 1).text());
    }

    /** The key sentences that carry the most, in reading order. */
    private static Deque<Found> best(Coverage coverage, int sentences) {
        return coverage.summary().sentences().stream()
                .sorted(Comparator.comparingDouble(KeySentence::score).reversed())
                .limit(sentences)
                .sorted(Comparator.comparingInt(key -> key.sentence().from()))
                .map(key -> new Found(coverage, key.sentence()))
                .collect(Collectors.toCollection(ArrayDeque::new));
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

    /** Rounded up, at least one. */
    private static int minutes(Article article) {
        long wide = article.text().codePoints().filter(Words::isSpaceless).count();
        long words = Math.max(0, Words.count(article.text()) - wide);
        return Math.max(1, (int) Math.ceil((double) words / WORDS_A_MINUTE + (double) wide / CHARACTERS_A_MINUTE));
    }

    private static String firstWords(Article article) {
        return article.text().lines().findFirst().orElse("");
    }

    private static String cut(String headline) {
        return SubjectLine.cut(headline, HEADLINE_LENGTH, "…");
    }

    private record Found(Coverage coverage, Sentence sentence) {}
}
