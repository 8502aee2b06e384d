package dev.standfirst.web;

import dev.standfirst.article.Article;
import dev.standfirst.article.Articles;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.mail.Slot;
import dev.standfirst.text.Directions;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What mails lead to: an edition in the browser, and our copy of an article that has no public address. */
@RestController
class ReadingController {

    private final Pages pages;
    private final Editions editions;
    private final Articles articles;
    private final String publicUrl;

    ReadingController(
            Pages pages, Editions editions, Articles articles, @Value("${standfirst.public-url}") URI publicUrl) {
        this.pages = pages;
        this.editions = editions;
        this.articles = articles;
        this.publicUrl = publicUrl.toString();
    }

    @GetMapping("/e/{digest}/{date}")
    ResponseEntity<String> edition(@PathVariable String digest, @PathVariable String date) {
        Optional<StoredEdition> edition = date(date).flatMap(day -> editions.find(digest, day));
        return edition.isEmpty()
                ? pages.notFound("There is no edition of that digest and date.")
                : pages.mailed(withoutPerson(edition.get().inBrowser()));
    }

    @GetMapping("/a/{id:\\d{1,18}}")
    ResponseEntity<String> article(@PathVariable long id) {
        return articles.find(id)
                .filter(article -> !isOnTheWeb(article))
                .map(article -> pages.page("article", model(article)))
                .orElseGet(() -> pages.notFound("There is no saved copy of that number."));
    }

    /** We keep copies for ourselves; only what has no address of its own is shown to others. */
    private static boolean isOnTheWeb(Article article) {
        return !"file".equals(article.address().getScheme());
    }

    private static Map<String, Object> model(Article article) {
        String language = article.language().getLanguage();
        String meta = Stream.of(
                        article.byline(),
                        article.published() == null
                                ? ""
                                : article.published().toString().substring(0, 10))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return Map.of(
                "title",
                article.title().isBlank() ? "Untitled" : article.title(),
                "outlet",
                article.site(),
                "meta",
                meta,
                "lang",
                language.isEmpty() ? "en" : language,
                "dir",
                Directions.of(article.language()),
                "html",
                article.html());
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The edition without what is for one person, and with our own links leading here. */
    private String withoutPerson(String html) {
        Document document = Jsoup.parse(html);
        for (Element paragraph : document.select("p")) {
            String inner = paragraph.html();
            for (Slot slot : Slot.values()) {
                if (inner.contains(slot.mark())) {
                    paragraph.remove();
                }
            }
        }
        for (Element link : document.select("a[href]")) {
            String href = link.attr("href");
            link.attr("href", href.startsWith(publicUrl + "/") ? href.substring(publicUrl.length()) : href);
        }
        document.outputSettings().prettyPrint(false);
        return document.outerHtml();
    }
}
