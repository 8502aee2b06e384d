package dev.standfirst.edition;

import dev.standfirst.article.Article;
import dev.standfirst.edition.Edition.Item;
import dev.standfirst.edition.Edition.Other;
import dev.standfirst.edition.Edition.Quote;
import dev.standfirst.story.News.Followed;
import dev.standfirst.story.Ranked;
import dev.standfirst.story.Story;
import dev.standfirst.story.Story.Coverage;
import dev.standfirst.story.StorySentences;
import dev.standfirst.story.StorySentences.Pick;
import dev.standfirst.summary.Faithfulness;
import dev.standfirst.summary.Summary.KeySentence;
import dev.standfirst.text.Sentence;
import dev.standfirst.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Story → item. Different outlets are quoted where they can be, never two sentences that say the same, and every
 * sentence is checked to be a span of its article before it is quoted.
 */
final class ItemWriter {

    private static final int HEADLINE_LENGTH = 120;
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
        List<Quote> quotes = quotes(ranked, sentences, words);
        return new Item(
                number,
                story.topic(),
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

    /** Of several outlets the sentences that tell the story together; of one its key sentences. */
    private List<Quote> quotes(Ranked ranked, int sentences, int words) {
        List<Coverage> reports = ranked.story().quotable();
        List<Pick> told;
        if (reports.size() < 2) {
            told = reports.stream()
                    .flatMap(only -> keySentences(only, sentences, words).stream())
                    .toList();
        } else if (ranked.news().followed().isPresent()) {
            // The key sentences of a story that goes on are those that say something new.
            told = StorySentences.pickKey(reports, sentences, words);
        } else {
            told = StorySentences.pick(reports, sentences, words);
        }
        return told.stream().map(this::quote).toList();
    }

    /**
     * The key sentences that carry the most and fit, in reading order. What carries less never takes the room of what
     * carries more, even where it stands before it in the text.
     */
    private static List<Pick> keySentences(Coverage coverage, int sentences, int words) {
        List<Sentence> chosen = new ArrayList<>();
        int left = words;
        for (Sentence sentence : bestFirst(coverage, sentences)) {
            int length = Words.count(sentence.text());
            if (length <= left && standsAlone(sentence, coverage.article(), chosen)) {
                chosen.add(sentence);
                left -= length;
            }
        }
        return chosen.stream()
                .sorted(Comparator.comparingInt(Sentence::from))
                .map(sentence -> new Pick(coverage, sentence))
                .toList();
    }

    private static List<Sentence> bestFirst(Coverage coverage, int sentences) {
        return coverage.summary().sentences().stream()
                .sorted(Comparator.comparingDouble(KeySentence::score).reversed())
                .limit(sentences)
                .map(KeySentence::sentence)
                .toList();
    }

    /** A sentence that points back may only follow the one it points to. */
    private static boolean standsAlone(Sentence sentence, Article article, List<Sentence> chosen) {
        if (!Faithfulness.dangles(sentence.text(), article.language())) {
            return true;
        }
        String before = article.text().substring(0, sentence.from()).stripTrailing();
        return chosen.stream().anyMatch(one -> before.endsWith(one.text()));
    }

    private Quote quote(Pick found) {
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

    private static List<Coverage> onePerOutlet(Story story) {
        Set<String> seen = new HashSet<>();
        return story.coverage().stream()
                .filter(coverage -> seen.add(coverage.outlet()))
                .toList();
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
}
