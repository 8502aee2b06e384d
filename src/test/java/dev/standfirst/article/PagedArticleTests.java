package dev.standfirst.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.fetch.Page;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagedArticleTests {

    private static final String PARAGRAPH =
            "<p>Part %d of the story tells how the carpenter bent the planks, and it is long enough to be a paragraph.</p>";

    @ParameterizedTest
    @CsvSource({
        "https://a.example/story, /story/2, https://a.example/story/2",
        "https://a.example/story/, /story/2/, https://a.example/story/2/",
        "https://a.example/story/, /story/page/2/, https://a.example/story/page/2/",
        "https://a.example/story.html, /story-2.html, https://a.example/story-2.html",
        "https://a.example/story.html, story-seite-2.html, ''",
        "https://a.example/story, ?page=2, https://a.example/story?page=2",
        "https://a.example/story?id=7, ?id=7&seite=2, https://a.example/story?id=7&seite=2",
        "https://a.example/story, /story?comments=2, ''",
        "https://a.example/story, /storybook/2, ''",
        "https://a.example/story, https://b.example/story/2, ''",
        "https://a.example/story, /story/3, ''",
        "https://a.example/, /2, ''",
        "https://a.example/story, '/story/2#%', ''",
    })
    void onlyTheArticlesOwnAddressWithTheNextNumberIsItsNextPage(URI first, String link, String next) {
        assertThat(new PagedArticle(first)
                        .page(
                                Jsoup.parse("<a href='%s'>next</a>".formatted(link), first.toString())
                                        .select("a"),
                                2)
                        .map(URI::toString)
                        .orElse(""))
                .isEqualTo(next);
    }

    @Test
    void thePagesOfAnArticleAreReadOnUntilOneBringsNothingNew() {
        List<URI> asked = new ArrayList<>();

        Article article = ArticleExtractor.extract(page(1), address -> {
                    asked.add(address);
                    return Optional.of(page(Math.min(3, asked.size() + 1)));
                })
                .orElseThrow();

        assertThat(article.text().lines()).hasSize(6).first().asString().startsWith("Part 1 of the story");
        assertThat(article.text().lines()).last().asString().startsWith("Part 3 of the story goes on");
        assertThat(asked).extracting(URI::getPath).containsExactly("/story/2", "/story/3", "/story/4");
    }

    @Test
    void anArticleEndsWhereAPageCannotBeHad() {
        assertThat(ArticleExtractor.extract(page(1), address -> Optional.empty()))
                .get()
                .extracting(article -> article.text().lines().count())
                .isEqualTo(2L);
    }

    private static Page page(int number) {
        String html = "<article>%s%s</article><a href=/story/%d>next</a>"
                .formatted(
                        PARAGRAPH.formatted(number),
                        PARAGRAPH.formatted(number).replace("tells", "goes on to tell"),
                        number + 1);
        return new Page(
                URI.create("https://a.example/story"), Map.of(), html.getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
    }
}
