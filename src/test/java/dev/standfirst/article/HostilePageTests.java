package dev.standfirst.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.fetch.Page;
import dev.standfirst.source.Entry;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages that want to harm their reader. The limit is for what would take hours or for ever. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HostilePageTests {

    private static final int LARGE = 9_000_000;
    private static final URI ADDRESS = URI.create("https://a.example/story");
    private static final String PROSE =
            "<p>The harbour master wrote that all boats stay in port until the storm over the northern pier ends.</p>";

    static Stream<String> heavyPages() {
        return Stream.of(
                "<" + "a".repeat(LARGE),
                "</" + "a".repeat(LARGE),
                "<p>a" + "!".repeat(LARGE) + "a</p>",
                ("<div><p>" + "a.".repeat(LARGE / 12) + "</p></div>").repeat(6),
                ("<div><p>" + "港のクレーン".repeat(LARGE / 108) + "</p></div>").repeat(6));
    }

    @ParameterizedTest
    @MethodSource("heavyPages")
    void aHeavyPageIsReadInTimeThatGrowsWithItsLength(String markup) {
        Page page = page(PROSE.repeat(8) + markup, StandardCharsets.UTF_8);

        assertThat(ArticleExtractor.extract(page)).isPresent();
    }

    @Test
    void aHeavyEntryIsReadInTimeThatGrowsWithItsLength() {
        String content = PROSE + "<" + "a".repeat(LARGE);
        Entry entry = new Entry("1", ADDRESS, "A", null, null, "", "", content, null, List.of(), List.of());

        assertThat(ArticleExtractor.ofEntry(entry, ADDRESS, true)).isPresent();
        assertThat(HtmlSanitizer.clean(content, ADDRESS)).startsWith("<p>The harbour master");
    }

    @Test
    void whatHasMoreElementsThanAnyArticleIsNotReadInWhateverEncoding() {
        String markup = "<b>x".repeat(110_000);

        assertThat(Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
                        .map(charset -> PageLimits.objection(page(markup, charset))))
                .allMatch(objection -> objection.orElse("").startsWith("is no article: it has 110,000 elements"));
    }

    private static Page page(String markup, Charset charset) {
        return new Page(ADDRESS, Map.of(), markup.getBytes(charset), Instant.EPOCH);
    }
}
