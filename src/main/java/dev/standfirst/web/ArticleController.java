package dev.standfirst.web;

import dev.standfirst.article.Article;
import dev.standfirst.article.Articles;
import dev.standfirst.edition.Copies;
import dev.standfirst.text.Directions;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Our copy of an article that has no public address, for who was mailed the link. */
@RestController
class ArticleController {

    private final PublicPages pages;
    private final Articles articles;
    private final Copies copies;

    ArticleController(PublicPages pages, Articles articles, Copies copies) {
        this.pages = pages;
        this.articles = articles;
        this.copies = copies;
    }

    @GetMapping("/a/{name}")
    ResponseEntity<String> article(@PathVariable String name, HttpServletRequest request) {
        OptionalLong id = copies.article(name);
        Optional<Article> found = id.isPresent() ? articles.find(id.getAsLong()) : Optional.empty();
        return found.filter(article -> !isOnTheWeb(article))
                .map(article -> page(Visit.of(request, article.language()), article))
                .orElseGet(() -> pages.notFound(Visit.of(request)));
    }

    /** We keep copies for ourselves; only what has no address of its own is shown to others. */
    private static boolean isOnTheWeb(Article article) {
        return !"file".equals(article.address().getScheme());
    }

    private ResponseEntity<String> page(Visit visit, Article article) {
        String language = article.language().getLanguage();
        String day = article.published() == null
                ? ""
                : visit.words().date("date.long", LocalDate.ofInstant(article.published(), ZoneOffset.UTC));
        String meta = Stream.of(article.site(), article.byline(), day)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return pages.page(
                visit,
                "article",
                Map.of(
                        "title",
                        article.title().isBlank() ? visit.say("article.untitled") : article.title(),
                        "meta",
                        meta,
                        "articleLang",
                        language.isEmpty() ? "en" : language,
                        "dir",
                        Directions.of(article.language()),
                        "html",
                        article.html()));
    }
}
