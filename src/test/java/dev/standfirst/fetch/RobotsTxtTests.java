package dev.standfirst.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsTxtTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                            | /a            | true
            User-agent: * ~ Disallow: /                                   | /a            | false
            User-agent: * ~ Disallow:                                     | /a            | true
            User-agent: * ~ Disallow: / ~ User-agent: tidebot             | /a            | true
            User-agent: TideBot/2.1 (x) ~ Disallow: /                     | /a            | false
            User-agent: tide ~ Disallow: /                                | /a            | true
            User-agent: other ~ User-agent: tidebot ~ Disallow: /         | /a            | false
            User-agent: other ~ Sitemap: /s ~ User-agent: tidebot ~ Disallow: / | /a      | false
            User-agent: other ~ Crawl-delay: 5 ~ User-agent: tidebot ~ Disallow: / | /a   | false
            User-agent: other ~ Allow: /x ~ User-agent: tidebot ~ Disallow: / | /x        | false
            User-agent: tidebot ~ Disallow: /a ~ User-agent: tidebot ~ Disallow: /b | /b  | false
            Disallow: / ~ User-agent: tidebot ~ Allow: /                  | /a            | true
            user agent: tidebot ~ dissallow: /                            | /a            | false
            User-agent tidebot ~ Disallow /                               | /a            | false
            User-agent: tidebot # us ~ Disallow: / # all of it            | /a            | false
            User-agent: tidebot ~ see our terms of use ~ Disallow: /      | /a            | false
            User-agent: * ~ Disallow: /a ~ Allow: /a                      | /a            | true
            User-agent: * ~ Disallow: /a/b ~ Allow: /a                    | /a/b/c        | false
            User-agent: * ~ Disallow: /A                                  | /a            | true
            User-agent: * ~ Disallow: a                                   | /a            | true
            User-agent: * ~ Disallow: /*.pdf$                             | /x/y.pdf      | false
            User-agent: * ~ Disallow: /*.pdf$                             | /x/y.pdf?z    | true
            User-agent: * ~ Disallow: /*/b*/c                             | /a/bb/c/d     | false
            User-agent: * ~ Disallow: /*/b*/c                             | /a/c/b        | true
            User-agent: * ~ Disallow: /a*a$                               | /a            | true
            User-agent: * ~ Disallow: /$                                  | /             | false
            User-agent: * ~ Disallow: /a$b                                | /a$b          | false
            User-agent: * ~ Disallow: /ü                                  | /%C3%BC       | false
            User-agent: * ~ Disallow: /%c3%bc                             | /%c3%BC       | false
            User-agent: * ~ Disallow: / ~ Allow: /n/index.html            | /n/           | true
            User-agent: * ~ Disallow: / ~ Allow: /n/index.html            | /n/x          | false
            """)
    void rulesAreReadAsSitesMeanThem(String lines, String path, boolean allowed) {
        for (String end : new String[] {"\n", "\r", "\r\n"}) {
            assertThat(robots(lines.replace(" ~ ", end)).allows("TideBot", path))
                    .isEqualTo(allowed);
        }
    }

    @Test
    void marksAtTheStartAreSkipped() {
        assertThat(robots("\uFEFFUser-agent: *\nDisallow: /").allows("tidebot", "/"))
                .isFalse();
    }

    @Test
    void delaysAreReadUpToHalfAMinute() {
        RobotsTxt robots = robots("User-agent: a\nCrawl-delay: 2.5\nUser-agent: b\nCrawl-delay: 86400\n"
                + "Allow: /\nUser-agent: *\nCrawl-delay: soon");

        assertThat(robots.crawlDelay("a")).contains(Duration.ofMillis(2_500));
        assertThat(robots("User-agent: b\nCrawl-delay: 86400").crawlDelay("b")).contains(Duration.ofSeconds(30));
        assertThat(robots.crawlDelay("c")).isEmpty();
    }

    @Test
    void sitemapsBelongToNobody() {
        assertThat(robots(
                                "Sitemap: https://harbour.example/a.xml\nUser-agent: x\nSite-map: https://harbour.example/b.xml")
                        .sitemaps())
                .containsExactly("https://harbour.example/a.xml", "https://harbour.example/b.xml");
    }

    @Test
    void nothingBeyondTheLimitIsRead() {
        String filler = "# filler\n".repeat(60_000);

        assertThat(robots(filler + "User-agent: *\nDisallow: /").allows("tidebot", "/"))
                .isTrue();
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void noPatternTakesLong() {
        String hostile = "Disallow: /" + "a*".repeat(4_000) + "b\n" + "Disallow: *" + "a".repeat(4_000) + "b\n";
        RobotsTxt robots = robots("User-agent: *\n" + hostile.repeat(40));

        assertThat(robots.allows("tidebot", "/" + "a".repeat(8_000))).isTrue();
    }

    private static RobotsTxt robots(String text) {
        return RobotsTxt.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
