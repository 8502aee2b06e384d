package dev.standfirst.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.fetch.Page;
import dev.standfirst.source.Entry;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleExtractorTests {

    private static final String FIRST =
            "The council approved the barrage on Tuesday night, after a debate of eleven hours in the town hall.";
    private static final String SECOND =
            "Work on the foundations begins in April, and the first turbine should turn in the autumn of 2030.";

    @Test
    void theTextIsTheArticleAndNothingAroundIt() {
        Article article = extract("""
                <html lang="en"><head><title>Barrage approved | Harbour Times</title>
                <meta property="og:site_name" content="Harbour Times">
                <script type="application/ld+json">{"@type":"NewsArticle","headline":"Barrage approved",
                 "datePublished":"2026-11-17T23:40:00+01:00","author":{"name":"Ann Lee"}}</script></head><body>
                <nav><ul><li><a href="/">Home</a></li></ul></nav>
                <div class="cookie-banner"><p>We set two cookies that nobody ever asked us about, and we are sorry for that.</p></div>
                <article><h1>Barrage approved</h1><p class="byline">By Ann Lee</p><p>%s</p>
                <figure><img src="a.jpg"><figcaption>The town hall on Tuesday evening, when the debate began</figcaption></figure>
                <p>%s</p><h2>The cost</h2><ul><li>640 million crowns, lent by the county over a term of thirty years.</li></ul>
                <p><a href="/other">Another story that you really should not miss</a></p></article>
                <section class="related"><h2>More</h2><p>Somebody else's story that has nothing to do with this one at all, really.</p></section>
                <footer><p>All rights reserved by the harbour press of the town of Averil.</p></footer></body></html>
                """.formatted(FIRST, SECOND));

        assertThat(article.text())
                .isEqualTo(FIRST + "\n" + SECOND
                        + "\nThe cost\n640 million crowns, lent by the county over a term of thirty years.");
        assertThat(article.title()).isEqualTo("Barrage approved");
        assertThat(article.byline()).isEqualTo("Ann Lee");
        assertThat(article.site()).isEqualTo("Harbour Times");
        assertThat(article.published()).isEqualTo(Instant.parse("2026-11-17T22:40:00Z"));
        assertThat(article.language()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void paragraphsWithoutMarkupAreFoundInOldPages() {
        Article article = extract("<table><tr><td><a href='#'>Home</a></td><td><h1>T</h1>%s<br><br>%s</td></tr></table>"
                .formatted(FIRST, SECOND));

        assertThat(article.text()).isEqualTo(FIRST + "\n" + SECOND);
    }

    @Test
    void aPageWithoutProseHasNoArticle() {
        assertThat(ArticleExtractor.extract(
                        page("<ul><li><a href='/a'>One</a></li><li><a href='/b'>Two</a></li></ul>")))
                .isEmpty();
        assertThat(ArticleExtractor.extract(page(""))).isEmpty();
    }

    @Test
    void theDeclaredCharsetIsUsed() {
        byte[] latin = ("<meta charset=windows-1252><p>" + FIRST + " Öl kostet 5 €.</p>")
                .getBytes(Charset.forName("windows-1252"));

        assertThat(ArticleExtractor.extract(
                        new Page(URI.create("https://a.example/1"), Map.of(), latin, Instant.EPOCH)))
                .get()
                .extracting(Article::text)
                .asString()
                .endsWith("Öl kostet 5 €.");
    }

    @Test
    void whatBreaksOthersIsReadOrLeft() {
        String deep = "<div>".repeat(100_000) + "<p>" + FIRST + "</p>";
        String wide = ("<p>" + FIRST + "</p>").repeat(5_000);

        assertThat(ArticleExtractor.extract(page(deep))).isNotNull();
        assertThat(ArticleExtractor.extract(page(wide)))
                .get()
                .extracting(Article::text)
                .isEqualTo(FIRST);
    }

    @Test
    void behindAPayWallTheFeedsOwnTextIsTakenAndMarked() {
        Entry entry = new Entry(
                "1",
                null,
                "From the feed",
                null,
                null,
                "Bo",
                "",
                "<p>%s</p><p>%s</p>".formatted(FIRST, SECOND),
                null,
                List.of(),
                List.of());
        URI address = URI.create("https://a.example/1");
        Optional<Article> feed = ArticleExtractor.ofEntry(entry, address, false);

        Article article = ArticleExtractor.choose(
                        ArticleExtractor.extract(
                                page("<p>Subscribe to read on, it costs only nine crowns a month.</p>")),
                        feed,
                        entry)
                .orElseThrow();

        assertThat(article.text()).isEqualTo(FIRST + "\n" + SECOND);
        assertThat(article.fullText()).isFalse();
        assertThat(article.title()).isEqualTo("From the feed");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/1, https://a.example/1?utm_source=x&id=2, https://a.example/1?id=2",
        "https://www.a.example/one, https://a.example/amp/one, https://www.a.example/one",
        "https://evil.example/one, https://a.org/one, https://a.org/one",
        "https://a.example/, https://a.example/one, https://a.example/one",
        "https://a.example/one, file:///seeds/one.html, https://a.example/one",
    })
    void aCanonicalLinkIsTakenWhereItIsCredible(String canonical, URI fetched, URI expected) {
        String link = fetched.getQuery() == null ? "<link rel=canonical href='%s'>".formatted(canonical) : "";
        Page page = new Page(
                fetched, Map.of(), (link + "<p>" + FIRST + "</p>").getBytes(StandardCharsets.UTF_8), Instant.EPOCH);

        assertThat(ArticleExtractor.extract(page))
                .get()
                .extracting(Article::address)
                .isEqualTo(expected);
    }

    private static Article extract(String html) {
        return ArticleExtractor.extract(page(html)).orElseThrow();
    }

    private static Page page(String html) {
        return new Page(
                URI.create("https://harbour.example/one"),
                Map.of(),
                html.getBytes(StandardCharsets.UTF_8),
                Instant.EPOCH);
    }
}
