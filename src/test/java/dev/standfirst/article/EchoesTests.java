package dev.standfirst.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.fetch.Page;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EchoesTests {

    private static final String FIRST =
            "The council approved the barrage on Tuesday night, after a debate of eleven hours in the town hall.";
    private static final String SECOND =
            "Work on the foundations begins in April, and the first turbine should turn in the autumn of 2030.";

    @Test
    void whatThePageSaysBesideInTheSameWordsIsNoted() {
        assertThat(echoes("""
                <nav><a href="/">Home</a></nav>
                <h1>The council approved the barrage</h1>
                <article><p>%s</p>
                <aside><p>The first turbine should turn some day.</p><p>Nothing in common here.</p></aside>
                <p>%s</p></article>
                """)).isEqualTo("""
                        The council approved the barrage
                        The first turbine should turn some day.
                        """);
    }

    @Test
    void whatStandsBehindTheArticleIsNot() {
        assertThat(echoes(
                        "<article><p>%s</p><p>%s</p></article><footer><p>Work on the foundations, again</p></footer>"))
                .isEmpty();
    }

    @Test
    void whatIsNotShownIsNot() {
        assertThat(echoes("""
                <div hidden><p>The council approved the barrage</p></div>
                <div style="display: none"><p>The council approved the barrage</p></div>
                <article><p>%s</p><p>%s</p></article>
                """)).isEmpty();
    }

    private static String echoes(String html) {
        byte[] body = html.formatted(FIRST, SECOND).getBytes(StandardCharsets.UTF_8);
        Article article = ArticleExtractor.extract(
                        new Page(URI.create("https://a.example/1"), Map.of(), body, Instant.EPOCH))
                .orElseThrow();
        assertThat(article.text()).isEqualTo(FIRST + "\n" + SECOND);
        return article.echoes();
    }
}
