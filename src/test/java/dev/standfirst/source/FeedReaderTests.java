package dev.standfirst.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.fetch.Page;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedReaderTests {

    private static final URI ADDRESS = URI.create("https://news.example/feeds/all.xml");

    @Test
    void rssGivesItsItems() {
        Feed feed = read("""
                <?xml version="1.0"?>
                <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:c="http://purl.org/rss/1.0/modules/content/">
                <channel><title>Harbour &amp; Sea</title><link>https://news.example/</link>
                <item><title>Fish &amp;amp; chips</title><link>../a/1</link><guid isPermaLink="false">g1</guid>
                  <pubDate>Tue, 17 Nov 2026 23:40:00 +0100</pubDate><dc:creator>Ann Lee</dc:creator>
                  <description>&lt;p&gt;Short&lt;/p&gt;</description><c:encoded><![CDATA[<p><a href="/b">Long</a></p>]]></c:encoded>
                  <category>Food</category><enclosure url="https://cdn.example/a.mp3"/></item>
                </channel></rss>""");

        assertThat(feed.title()).isEqualTo("Harbour & Sea");
        assertThat(feed.entries())
                .containsExactly(new Entry(
                        "g1",
                        URI.create("https://news.example/a/1"),
                        "Fish & chips",
                        Instant.parse("2026-11-17T22:40:00Z"),
                        null,
                        "Ann Lee",
                        "<p>Short</p>",
                        "<p><a href=\"https://news.example/b\">Long</a></p>",
                        null,
                        List.of("Food"),
                        List.of("https://cdn.example/a.mp3")));
    }

    @Test
    void atomGivesItsEntries() {
        Feed feed = read("""
                <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://base.example/x/">
                <title type="html">Tides &amp;amp; &lt;b&gt;Times&lt;/b&gt;</title>
                <entry><title>One</title><id>urn:1</id><link href="one"/><updated>2026-11-18T06:00:00+01:00</updated>
                  <author><name>Bo</name></author>
                  <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hello</p></div></content></entry>
                </feed>""");

        assertThat(feed.title()).isEqualTo("Tides & Times");
        assertThat(feed.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.link()).isEqualTo(URI.create("https://base.example/x/one"));
            assertThat(entry.updated()).isEqualTo(Instant.parse("2026-11-18T05:00:00Z"));
            assertThat(entry.author()).isEqualTo("Bo");
            assertThat(entry.content()).contains("<p>Hello</p>");
        });
    }

    @Test
    void namespacesCountNotPrefixes() {
        Feed feed = read(
                "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' xmlns:x='http://purl.org/dc/elements/1.1/'>"
                        + "<channel><title>T</title></channel><item r:about='i1'><title>A</title><x:creator>Kim</x:creator></item></r:RDF>");

        assertThat(feed.entries()).singleElement().extracting(Entry::author).isEqualTo("Kim");
    }

    @Test
    void jsonFeedGivesItsItems() {
        Feed feed = read(
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"J\",\"items\":[{\"id\":\"1\",\"url\":\"/one\",\"content_text\":\"a < b\"}]}");

        assertThat(feed.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.link()).isEqualTo(URI.create("https://news.example/one"));
            assertThat(entry.content()).isEqualTo("a &lt; b");
        });
    }

    @Test
    void theDeclaredEncodingIsUsed() {
        byte[] latin =
                "<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><title>Café – Ölpreis</title></channel></rss>"
                        .getBytes(Charset.forName("windows-1252"));

        assertThat(((Feed.Result.Read) FeedReader.read(page(latin))).feed().title())
                .isEqualTo("Café – Ölpreis");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <html><body>Hello</body></html> | is a web page, not a feed
            <html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head></html> | is a web page, not a feed; it names this feed: https://news.example/rss
            <opml><body/></opml> | is not a feed: it begins with <opml>
            just words | is not a feed: it begins with plain text
            {"a":1} | is JSON, but not a JSON feed
            """)
    void whatIsNoFeedIsToldWhatItIs(String text, String reason) {
        assertThat(FeedReader.read(page(text.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(new Feed.Result.NotFeed(reason));
    }

    @Test
    void externalEntitiesStayOutside() {
        Feed feed = read(
                "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><title>a&x;b</title></channel></rss>");

        assertThat(feed.title()).doesNotContain("root:");
    }

    @Test
    void depthIsNoTrouble() {
        Feed feed = read("<rss><channel><title>T</title><item><title>A</title><description>" + "<b>".repeat(100_000)
                + "</description></item></channel></rss>");

        assertThat(feed.title()).isEqualTo("T");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Tue, 17 Nov 2026 23:40:00 +0100 | 2026-11-17T22:40:00Z
            17 Nov 26 23:40 GMT             | 2026-11-17T23:40:00Z
            Tue, 17 Nov 2026 18:40:00 EST   | 2026-11-17T23:40:00Z
            2026-11-17T23:40:00.5+01:00     | 2026-11-17T22:40:00Z
            2026-11-17T23:40Z               | 2026-11-17T23:40:00Z
            2026-11-17                      | 2026-11-17T00:00:00Z
            20261117T234000Z                | 2026-11-17T23:40:00Z
            Tue, 17 Nov 2026 24:00:00 GMT   | 2026-11-18T00:00:00Z
            """)
    void datesOfManyHandsAreRead(String text, Instant expected) {
        assertThat(FeedDates.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"yesterday", "2026-13-40", "''", "31 Foo 2026"})
    void whatIsNoDateIsNone(String text) {
        assertThat(FeedDates.parse(text)).isNull();
    }

    private static Feed read(String text) {
        return ((Feed.Result.Read) FeedReader.read(page(text.getBytes(StandardCharsets.UTF_8)))).feed();
    }

    private static Page page(byte[] body) {
        return new Page(ADDRESS, Map.of(), body, Instant.EPOCH);
    }
}
