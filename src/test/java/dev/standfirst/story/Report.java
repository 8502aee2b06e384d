package dev.standfirst.story;

import dev.standfirst.article.Article;
import dev.standfirst.story.Story.Coverage;
import dev.standfirst.summary.Summarizer;
import dev.standfirst.summary.Summary;
import dev.standfirst.summary.SummaryLength;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One outlet's article for a test; its key sentences are those that the program picks. */
public record Report(
        long id,
        String outlet,
        String topic,
        String title,
        String byline,
        @Nullable Instant published,
        Locale language,
        URI address,
        boolean fullText,
        String text) {

    public static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");

    /** An English article of today noon. */
    public static Report of(long id, String outlet, String title, String text) {
        String path = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        URI address = URI.create("https://" + outlet.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "") + ".example/"
                + (path.length() > 30 ? path.substring(0, 30) : path));
        return new Report(id, outlet, "", title, "", NOON, Locale.ENGLISH, address, true, text);
    }

    public Report topic(String name) {
        return new Report(id, outlet, name, title, byline, published, language, address, fullText, text);
    }

    public Report by(String author) {
        return new Report(id, outlet, topic, title, author, published, language, address, fullText, text);
    }

    public Report at(String instant) {
        return new Report(id, outlet, topic, title, byline, Instant.parse(instant), language, address, fullText, text);
    }

    public Report undated() {
        return new Report(id, outlet, topic, title, byline, null, language, address, fullText, text);
    }

    public Report in(String tag) {
        return new Report(
                id, outlet, topic, title, byline, published, Locale.forLanguageTag(tag), address, fullText, text);
    }

    public Report from(String uri) {
        return new Report(id, outlet, topic, title, byline, published, language, URI.create(uri), fullText, text);
    }

    public Report feedOnly() {
        return new Report(id, outlet, topic, title, byline, published, language, address, false, text);
    }

    public Article article() {
        return new Article(address, title, byline, published, language, outlet, "", null, text, "", fullText);
    }

    /** With the key sentences that the program picks. */
    public Coverage coverage() {
        return coverage(Summarizer.summarise(article(), SummaryLength.of(3)));
    }

    public Coverage coverage(Summary summary) {
        return new Coverage(id, article(), summary, outlet, topic, published == null ? NOON : published);
    }
}
