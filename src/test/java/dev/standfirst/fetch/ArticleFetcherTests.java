package dev.standfirst.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ArticleFetcherTests {

    private Instant now = Instant.parse("2026-11-06T08:00:00Z");
    private HostileServer server;
    private Fetching fetching;

    @BeforeEach
    void start() throws IOException {
        InstantSource time = () -> now;
        server = new HostileServer().page("/news", "hello").page("/feed", "feed");
        fetching = Fetching.at(time.withZone(ZoneOffset.UTC));
    }

    @AfterEach
    void stop() throws IOException {
        fetching.close();
        server.close();
    }

    @Test
    void whatASiteForbidsIsNotFetched() {
        server.page("/robots.txt", "User-agent: *\nDisallow: /news");

        assertThat(reason("/news")).isEqualTo("may not be read: its site's robots.txt forbids it");
        assertThat(asked("GET /news")).isZero();
        assertThat(fetching.reason(server.address("/feed"))).isEmpty();
    }

    @Test
    void aSiteIsAskedOnceADay() {
        server.page("/robots.txt", "User-agent: *\nDisallow: /private");

        assertThat(reason("/news")).isEmpty();
        assertThat(reason("/news")).isEmpty();
        assertThat(asked("GET /robots.txt")).isEqualTo(1);
        now = now.plus(Duration.ofDays(1));
        assertThat(reason("/news")).isEmpty();
        assertThat(asked("GET /robots.txt")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 401, 403, 404, 410})
    void aSiteWithoutTheFileAllowsAll(int status) {
        answer(status);

        assertThat(reason("/news")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void aSiteWhoseFileCannotBeHadIsLeftAlone(int status) {
        answer(status);

        assertThat(reason("/news")).startsWith("may not be read now: its site's robots.txt answered " + status);
        answer(404);
        now = now.plus(Duration.ofHours(1));
        assertThat(reason("/news")).isEmpty();
    }

    @Test
    void whatIsKnownHoldsWhereTheFileCannotBeHad() {
        server.page("/robots.txt", "User-agent: *\nDisallow: /private");
        assertThat(reason("/news")).isEmpty();

        answer(503);
        now = now.plus(Duration.ofDays(2));

        assertThat(reason("/news")).isEmpty();
        assertThat(reason("/private")).isEqualTo("may not be read: its site's robots.txt forbids it");
    }

    @Test
    void everyHopIsAskedFor() throws IOException {
        try (HostileServer other = new HostileServer()) {
            other.page("/robots.txt", "User-agent: Standfirst\nDisallow: /").page("/moved", "hello");
            server.redirect("/news", 302, other.address("/moved").toString());

            assertThat(reason("/news")).isEqualTo("may not be read: its site's robots.txt forbids it");
            assertThat(other.requests()).hasSize(1);
        }
    }

    @Test
    void theFileMayLieElsewhere() {
        server.redirect("/robots.txt", 301, "/rules.txt").page("/rules.txt", "User-agent: *\nDisallow: /news");

        assertThat(reason("/news")).isEqualTo("may not be read: its site's robots.txt forbids it");
    }

    @Test
    void theDelayThatASiteAsksForIsKept() throws Exception {
        server.page("/robots.txt", "User-agent: *\nCrawl-delay: 7");

        assertThat(fetching.robots.gap(WebAddress.parse(server.address("/news").toString())))
                .isEqualTo(Duration.ofSeconds(7));
    }

    private void answer(int status) {
        server.on("/robots.txt", "HTTP/1.1 %d Whatever".formatted(status), "Content-Length: 0", "", "");
    }

    private String reason(String path) {
        return fetching.articles.fetch(FetchRequest.of(server.address(path))) instanceof FetchResult.Unavailable none
                ? none.reason()
                : "";
    }

    private long asked(String start) {
        return server.requests().stream()
                .filter(request -> request.startsWith(start))
                .count();
    }
}
