package dev.standfirst.edition;

import dev.standfirst.article.Article;
import dev.standfirst.story.Story.Coverage;
import dev.standfirst.summary.Summarizer;
import dev.standfirst.summary.SummaryLength;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;

/** Articles to make editions of. */
final class Coverages {

    private Coverages() {}

    static Coverage of(long id, String outlet, String topic, String title, String text) {
        return of(id, outlet, topic, title, text, Locale.ENGLISH);
    }

    static Coverage of(long id, String outlet, String topic, String title, String text, Locale language) {
        Instant published = Instant.parse("2026-11-18T04:00:00Z").plusSeconds(id * 60);
        Article article = new Article(
                URI.create("https://%s.example/%d"
                        .formatted(outlet.toLowerCase(Locale.ROOT).replace(" ", ""), id)),
                title,
                id % 2 == 0 ? "Ann Lee" : "",
                published,
                language,
                outlet,
                "",
                null,
                text,
                "<p></p>",
                id != 5);
        return new Coverage(
                id,
                article,
                Summarizer.summarise(article, SummaryLength.of(3)),
                outlet,
                topic,
                published.plusSeconds(600));
    }
}
