package dev.standfirst.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a source may be asked again. */
class TurnTests {

    private static final Instant NOW = Instant.parse("2026-11-18T06:00:00Z");
    private static final Validators SOME = new Validators("\"1\"", "");

    private final NextTry nextTry = new NextTry(new SourceSettings(Duration.ofHours(1), Duration.ofHours(22)));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            <ttl>90</ttl>                                                                            | PT1H30M
            <ttl> 0 </ttl>                                                                           | PT0S
            <sy:updatePeriod> hourly </sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>    | PT30M
            <syn:updatePeriod>daily</syn:updatePeriod>                                               | PT24H
            <title>ttl</title>                                                                       | PT0S
            """)
    void aFeedSaysHowLongItWantsToBeLeftAlone(String channel, Duration rest) {
        assertThat(signs("<rss><channel>" + channel + "<item>a<ttl>9</ttl></item></channel></rss>")
                        .rest())
                .isEqualTo(rest);
        assertThat(signs("<rss><channel><item>a</item>" + channel + "</channel></rss>")
                        .rest())
                .isEqualTo(rest);
    }

    @Test
    void quietHoursAndDaysAreKeptUpToABound() {
        QuietHours quiet = signs("<rss><channel><skipHours><hour>6</hour><hour>7</hour><hour>24</hour></skipHours>"
                        + "<skipDays><day>Saturday</day><day>Sunday</day></skipDays></channel></rss>")
                .quiet();

        assertThat(quiet.after(NOW, NOW.minus(Duration.ofHours(2)))).isEqualTo("2026-11-18T08:00:00Z");
        assertThat(quiet.after(NOW, NOW.minus(Duration.ofHours(22)))).isEqualTo(NOW);
        Instant saturday = Instant.parse("2026-11-21T10:00:00Z");
        assertThat(quiet.after(saturday, saturday.minus(Duration.ofDays(1)))).isEqualTo("2026-11-23T00:00:00Z");
        assertThat(new QuietHours(0xFFFFFF, 0x7F).after(NOW, NOW)).isEqualTo("2026-11-21T04:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss><channel><item>a</item></channel></rss>",
                "<rdf:RDF><channel></channel><item>a</item></rdf:RDF>",
                "<feed><entry>a</entry></feed>\n<!-- served from cache -->",
                "<atom:feed><atom:entry>a</atom:entry></atom:feed>",
                "\uFEFF<rss><channel></channel></rss>",
                "{\"items\": []} "
            })
    void aWholeFeedIsKnownByItsEnd(String feed) {
        assertThat(signs(feed).whole()).isTrue();
        assertThat(FeedSigns.of(feed.getBytes(StandardCharsets.UTF_16)).whole()).isTrue();
        assertThat(signs(feed.strip().substring(0, feed.strip().length() / 2)).whole())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cache-control | public, max-age=600                 | PT10M
            cache-control | max-age="60"                        | PT1M
            cache-control | s-maxage=600                        | PT0S
            cache-control | no-cache, max-age=600               | PT0S
            cache-control | max-age=99999999999999              | PT277777H46M39S
            expires       | Wed, 18 Nov 2026 07:00:00 GMT       | PT1H
            expires       | 0                                   | PT0S
            expires       | Wed, 18 Nov 2020 07:00:00 GMT       | PT0S
            """)
    void headersSayHowLongAnAnswerIsFresh(String name, String value, Duration fresh) {
        assertThat(CacheHeaders.freshFor(Map.of(name, List.of(value)), NOW)).isEqualTo(fresh);
    }

    @Test
    void whatAnAnswerIsOldAlreadyIsTakenOff() {
        assertThat(CacheHeaders.freshFor(Map.of("cache-control", List.of("max-age=600"), "age", List.of("500")), NOW))
                .isEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void anAnswerIsGoodForAnHourOrLongerWhereItSaysSoButNeverForADay() {
        assertThat(after(SOME, 0, 0)).isEqualTo(Duration.ofHours(1));
        assertThat(after(SOME, 3, 2)).isEqualTo(Duration.ofHours(3));
        assertThat(after(SOME, 2, 3)).isEqualTo(Duration.ofHours(3));
        assertThat(after(SOME, 24 * 365, 0)).isEqualTo(Duration.ofHours(22));
        assertThat(after(Validators.NONE, 0, 0)).isEqualTo(Duration.ofHours(22));
        assertThat(after(Validators.NONE, 2, 0)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void failuresBackOffByDoublingWithASpreadOfTheirOwn() {
        assertThat(failed(1, 404)).isBetween(Duration.ofMinutes(60), Duration.ofMinutes(66));
        assertThat(failed(2, 500)).isBetween(Duration.ofMinutes(120), Duration.ofMinutes(132));
        assertThat(failed(1000, 0)).isBetween(Duration.ofHours(20), Duration.ofHours(22));
        assertThat(failed(1, 429)).isEqualTo(Duration.ofHours(4));
        assertThat(nextTry.afterFailure(NOW, 1, 404, null, 1)).isNotEqualTo(nextTry.afterFailure(NOW, 1, 404, null, 2));
        assertThat(nextTry.afterFailure(NOW, 1, 503, Duration.ofDays(2), 1)).isEqualTo(NOW.plus(Duration.ofDays(2)));
        assertThat(nextTry.afterFailure(NOW, 1, 503, Duration.ofDays(999), 1)).isEqualTo(NOW.plus(Duration.ofDays(7)));
        assertThat(nextTry.afterFailure(NOW, 1, 503, Duration.ofSeconds(1), 1))
                .isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    private Duration after(Validators validators, int fresh, int rest) {
        return Duration.between(
                NOW, nextTry.afterAnswer(NOW, validators, Duration.ofHours(fresh), Duration.ofHours(rest)));
    }

    private Duration failed(int failures, int status) {
        return Duration.between(NOW, nextTry.afterFailure(NOW, failures, status, null, 7));
    }

    private static FeedSigns signs(String feed) {
        return FeedSigns.of(feed.getBytes(StandardCharsets.UTF_8));
    }
}
