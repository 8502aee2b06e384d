package dev.standfirst.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.fetch.Page;
import java.net.URI;
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <dc:title>A</dc:title><title/>                          | A
            <atom:title type='html'>&lt;b>A&lt;/b> &amp;amp; B</atom:title> | A & B
            <title>Fish &amp;amp; &lt;i>chips&lt;/i></title>        | Fish & chips
            <title>List&lt;String> explained</title>                | List<String> explained
            <title>A<script>x()</script> B</title>                  | A B
            <media:group><media:title>A</media:title></media:group> | A
            <description>&lt;p>The tide came in.&lt;/p></description> | The tide came in.
            """)
    void anItemHasATitleWhateverHoldsIt(String elements, String title) {
        assertThat(item(elements).title()).isEqualTo(title);
    }

    @Test
    void rssBeforeTwoHadPlainTitles() {
        assertThat(read("<rss version='0.91'><channel><title>How to write &amp;amp;</title></channel></rss>")
                        .title())
                .isEqualTo("How to write &amp;");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <link>/a b</link>                                           | https://news.example/a%20b
            <link>http://a.example/?x=1&copy=2</link>                   | http://a.example/?x=1&copy=2
            <guid>http://a.example/1</guid>                             | http://a.example/1
            <guid isPermaLink='true'>/1</guid>                          | https://news.example/1
            <guid>17</guid>                                             |
            <guid isPermaLink='false'>http://a.example/1</guid>         |
            <link>javascript:x()</link>                                 |
            <link>file:///etc/passwd</link>                             |
            <atom:link rel='self' href='/s'/><atom:link href='/a'/>     | https://news.example/a
            <link href='/a.json' type='application/json'/><link>/a</link> | https://news.example/a
            <atom:content src='/a'/>                                    | https://news.example/a
            <link>https://bücher.example/ü</link>                       | https://xn--bcher-kva.example/ü
            <link>?p=1</link>                                           | https://news.example/feeds/all.xml?p=1
            <link>//cdn.example/../../a</link>                          | https://cdn.example/a
            """)
    void anItemLinksToThePageItIsAbout(String elements, URI link) {
        assertThat(item(elements).link()).isEqualTo(link);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <author>kim@paper.example (Kim Park)</author>        | Kim Park
            <author>Kim Park &lt;kim@paper.example></author>     | Kim Park
            <author>kim@paper.example</author>                   | kim@paper.example
            <dc:creator>Kim</dc:creator><dc:creator>Lee</dc:creator> | Kim, Lee
            <itunes:author>Kim</itunes:author>                   | Kim
            <atom:author><atom:name>Kim</atom:name><atom:email>k@a.example</atom:email></atom:author> | Kim
            <title>T</title>                                     | The Desk
            """)
    void anItemIsBySomebody(String elements, String author) {
        assertThat(item(elements).author()).isEqualTo(author);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            <category>Sea &amp;amp; Sky</category><dc:subject>Tides</dc:subject> | Sea & Sky;Tides
            <atom:category term='t1' label='Sea'/>                               | Sea;t1
            <itunes:keywords>sea, sky</itunes:keywords><category>sea</category>  | sea;sky
            """)
    void categoriesOfEveryVocabularyCount(String elements, String categories) {
        assertThat(item(elements).categories()).containsExactly(categories.split(";"));
    }

    @Test
    void mediaAreListedOnceEach() {
        assertThat(
                        item("<enclosure url='/a.mp3'/><media:content url='/b.jpg'/><media:group><media:content url='/b.jpg'/>"
                                        + "<media:content url='/c.jpg'/></media:group><atom:link rel='enclosure' href='/d.pdf'/>")
                                .enclosures())
                .containsExactly(
                        "https://news.example/a.mp3",
                        "https://news.example/d.pdf",
                        "https://news.example/b.jpg",
                        "https://news.example/c.jpg");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            <title type="text">a &lt;b&gt; &amp;amp;</title>                       | a <b> &amp;
            <title type="html">a &lt;b&gt;b&lt;/b&gt;</title>                      | a b
            <title type="xhtml"><x:div>a <x:i>b</x:i> &lt;c&gt;</x:div></title>    | a b <c>
            <title type="application/octet-stream">VGlkZXM=</title>                | Tides
            <title mode="escaped" type="text/html">a &lt;b&gt;b&lt;/b&gt;</title>  | a b
            """)
    void atomSaysHowATextIsWritten(String element, String title) {
        Feed feed = read("<feed xmlns='http://www.w3.org/2005/Atom' xmlns:x='http://www.w3.org/1999/xhtml'>" + element
                + "</feed>");

        assertThat(feed.title()).isEqualTo(title);
    }

    @Test
    void relativeLinksCountFromTheNearestBase() {
        Feed feed = read("""
                <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/x/"><entry xml:base="y/">
                <link href="1"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><a href="2">b</a>
                <p xml:base="/z/"><img src="3"/></p><a href="https://b.example/">c</a></div></content></entry></feed>""");

        Entry entry = feed.entries().get(0);
        assertThat(entry.link()).isEqualTo(URI.create("https://a.example/x/y/1"));
        assertThat(entry.content())
                .contains("href=\"https://a.example/x/y/2\"", "src=\"https://a.example/z/3\"", "https://b.example/");
    }

    @Test
    void theOldestFormatOfAllIsReadToo() {
        assertThat(
                        read("<CHANNEL HREF='/'><TITLE>T</TITLE><ITEM HREF='/1'><TITLE>A</TITLE><ABSTRACT>B</ABSTRACT></ITEM>")
                                .entries())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.link()).isEqualTo(URI.create("https://news.example/1"));
                    assertThat(entry.summary()).isEqualTo("B");
                });
    }

    @Test
    void theServerMaySayWhereAFeedIsAtHomeAndItsLanguage() {
        Page page = new Page(
                ADDRESS,
                Map.of("content-location", List.of("https://b.example/c/"), "content-language", List.of("en_GB")),
                "<rss><channel><link>d</link></channel></rss>".getBytes(StandardCharsets.UTF_8),
                Instant.EPOCH);

        Feed feed = ((Feed.Result.Read) FeedReader.read(page)).feed();
        assertThat(feed.link()).isEqualTo(URI.create("https://b.example/c/d"));
        assertThat(feed.language()).isEqualTo("en-GB");
    }

    @Test
    void whatAServerAndAFeedDoNotSayIsEmpty() {
        assertThat(read("<rss/>")).isEqualTo(new Feed("", null, "", "", "", null, null, "", List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "<rss><channel><item><title>A</title><item><title>B</title></item>",
        "<rss><channel><Item><TITLE>A</title></Item></channel><item><title>B</title></item></rss>",
        "junk <rss><channel><item><title>A</title></item><item><title>B</title>",
    })
    void brokenFeedsGiveWhatTheyHold(String text) {
        assertThat(read(text).entries()).extracting(Entry::title).containsExactly("A", "B");
    }

    private static Entry item(String elements) {
        return read("<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:atom='http://www.w3.org/2005/Atom'"
                        + " xmlns:media='http://search.yahoo.com/mrss/' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'>"
                        + "<channel><itunes:author>The Desk</itunes:author><item>" + elements
                        + "</item></channel></rss>")
                .entries()
                .get(0);
    }

    private static Feed read(String text) {
        return ((Feed.Result.Read) FeedReader.read(page(text.getBytes(StandardCharsets.UTF_8)))).feed();
    }

    private static Page page(byte[] body) {
        return new Page(ADDRESS, Map.of(), body, Instant.EPOCH);
    }
}
