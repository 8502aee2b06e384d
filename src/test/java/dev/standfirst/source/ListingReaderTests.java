package dev.standfirst.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.digest.SourceSpec.Kind;
import dev.standfirst.fetch.Page;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingReaderTests {

    private static final String RSS = "<rss><channel><item><guid>1</guid></item></channel></rss>";

    @Test
    void aFeedAndAPageThatIsOneListTheirEntries() {
        for (Kind kind : List.of(Kind.FEED, Kind.PAGE)) {
            assertThat(((ListingReader.Result.Entries) read(RSS, kind)).entries())
                    .extracting(Entry::id)
                    .containsExactly("1");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <link rel=alternate type=application/rss+xml href=/c title='Comments'><link rel=alternate type=application/atom+xml href=/a> | https://paper.example/a
            <base href=https://b.example/x/><link rel='ALTERNATE feed' type='application/feed+json; charset=utf-8' href=y>              | https://b.example/x/y
            <link rel=alternate type=application/json href=/wp-json/1><a href='/en/feed/'>Follow</a>                                      | https://paper.example/en/feed/
            <a href=/news.xml>Our RSS feed</a>                                                                                            | https://paper.example/news.xml
            <a href='feed://paper.example/f.rss'>Follow</a>                                                                               | https://paper.example/f.rss
            """)
    void aPageLeadsToItsFeed(String html, URI feed) {
        assertThat(read("<html>" + html, Kind.PAGE))
                .isEqualTo(new ListingReader.Result.ReadOn(List.of(feed), Kind.FEED));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PAGE    | <html><a href=/about>About</a><a href='javascript:feed/'>Feed</a></html> | is a web page that names no feed
            PAGE    | <html><link rel='alternate stylesheet' type=text/xml href=a></html>      | is a web page that names no feed
            FEED    | <html></html>                      | is a web page, not a feed
            SITEMAP | <rss/>                             | is not a sitemap: it begins with <rss>
            SITEMAP | <sitemapindex/>                    | is an index of sitemaps that names none
            OPML    | <rss/>                             | is not OPML: it begins with <rss>
            OPML    | <opml/>                            | is a list that names no feed on the web
            """)
    void whatListsNothingIsToldWhy(Kind kind, String text, String reason) {
        assertThat(read(text, kind)).isEqualTo(new ListingReader.Result.Nothing(reason));
    }

    @Test
    void anIndexLeadsToTheSitemapsThatChangedLast() {
        String index = "<sitemapindex>"
                + "<sitemap><loc>/a%d.xml</loc></sitemap>".repeat(9).formatted(1, 2, 3, 4, 5, 6, 7, 8, 9)
                + "<sitemap><loc>/new.xml</loc><lastmod>2026-11-17</lastmod></sitemap></sitemapindex>";

        ListingReader.Result.ReadOn on = (ListingReader.Result.ReadOn) read(index, Kind.SITEMAP);
        assertThat(on.kind()).isEqualTo(Kind.SITEMAP);
        assertThat(on.addresses()).hasSize(5).startsWith(URI.create("https://paper.example/new.xml"));
    }

    @Test
    void ofASitemapTheNewestPagesCount() {
        String sitemap = "<urlset>" + "<url><loc>/old</loc></url>".repeat(600)
                + "<url><loc>/new</loc><lastmod>2026-11-17</lastmod></url></urlset>";

        assertThat(((ListingReader.Result.Entries) read(sitemap, Kind.SITEMAP)).entries())
                .hasSize(500)
                .first()
                .extracting(Entry::id)
                .isEqualTo("https://paper.example/new");
    }

    @Test
    void aListOnTheWebLeadsToItsFeeds() {
        assertThat(read(
                        "<opml><outline xmlUrl='/a'/><outline xmlUrl='file:///b'/><outline xmlUrl='/a#'/></opml>",
                        Kind.OPML))
                .isEqualTo(new ListingReader.Result.ReadOn(
                        List.of(URI.create("https://paper.example/a"), URI.create("https://paper.example/a#")),
                        Kind.FEED));
    }

    private static ListingReader.Result read(String text, Kind kind) {
        return ListingReader.read(
                new Page(
                        URI.create("https://paper.example/here"),
                        Map.of(),
                        text.getBytes(StandardCharsets.UTF_8),
                        Instant.EPOCH),
                kind);
    }
}
