package dev.standfirst.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.fetch.Page;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Feeds that want to harm their reader. The limit is for what would take hours or for ever. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HostileFeedTests {

    private static final int LARGE = 10_000_000;

    @Test
    void externalEntitiesStayOutside() {
        Feed feed =
                read("<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><rss><channel><title>a &x; b</title>"
                        + "</channel></rss>");

        assertThat(feed.title()).isEqualTo("a &x; b");
    }

    @Test
    void entitiesOfADocumentDoNotGrow() {
        String laughs = IntStream.range(0, 30)
                .mapToObj(i -> "<!ENTITY a%d '%s'>".formatted(i + 1, ("&a" + i + ";").repeat(10)))
                .collect(Collectors.joining());
        Feed feed = read("<!DOCTYPE rss [<!ENTITY a0 'ha'>" + laughs + "]>" + rss("<title>&a30;</title>"));

        assertThat(feed.entries().get(0).title()).isEqualTo("&a30;");
    }

    @Test
    void depthIsNoTrouble() {
        Feed feed = read(rss("<title>A</title><description>" + "<b>".repeat(100_000) + "</description>"));

        assertThat(feed.entries().get(0).title()).isEqualTo("A");
    }

    static Stream<String> heavyFeeds() {
        return Stream.of(
                "<".repeat(LARGE),
                rss("<a".repeat(LARGE / 2)),
                rss("<" + "a".repeat(LARGE) + ">"),
                rss("&".repeat(LARGE)),
                rss("<description><![CDATA[<" + "a".repeat(LARGE) + " href=x>]]></description>"),
                rss("<title>" + "&lt;b ".repeat(LARGE / 6) + "</title>"),
                rss("<title>" + " ".repeat(LARGE) + "</title>"),
                rss("<pubDate>" + "1 ".repeat(LARGE / 2) + "</pubDate>"),
                rss("<pubDate>Mon, 1 Foo 2026 1:1:1 a b c d e f g h i j k l m n o p q r s t u v</pubDate>"
                        .repeat(LARGE / 100)),
                rss("<author>" + "(a".repeat(LARGE / 2) + "</author>"),
                rss("<link>http://x/" + "[".repeat(LARGE) + "</link>"),
                rss("<category>a</category>".repeat(LARGE / 22)),
                "<?xml " + "encoding ".repeat(LARGE / 9) + "?>" + rss(""),
                "<rss "
                        + IntStream.range(0, 500_000)
                                .mapToObj(i -> "xmlns:a%d='u'".formatted(i))
                                .collect(Collectors.joining(" "))
                        + ">",
                "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":" + "[".repeat(LARGE));
    }

    @ParameterizedTest
    @MethodSource("heavyFeeds")
    void tenMegabytesOfAnythingComeToAnEnd(String text) {
        assertThat(FeedReader.read(page(text))).isNotNull();
    }

    @Test
    void aFeedListsTenThousandEntriesAtMost() {
        assertThat(read("<rss><channel>" + "<item/>".repeat(20_000)).entries()).hasSize(10_000);
        assertThat(read("{\"items\":[" + "{},".repeat(20_000) + "{}]}").entries())
                .hasSize(10_000);
    }

    @Test
    void basesInsideOfEachOtherDoNotGrow() {
        Feed feed = read("<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='xhtml'>"
                + "<div xml:base='b/'><a href='c'>".repeat(50_000));

        assertThat(feed.entries().get(0).content().length()).isLessThan(10_000_000);
    }

    private static String rss(String item) {
        return "<rss version='2.0'><channel><item>" + item + "</item></channel></rss>";
    }

    private static Feed read(String text) {
        return ((Feed.Result.Read) FeedReader.read(page(text))).feed();
    }

    private static Page page(String text) {
        return new Page(
                URI.create("https://news.example/feed"),
                Map.of(),
                text.getBytes(StandardCharsets.UTF_8),
                Instant.EPOCH);
    }
}
