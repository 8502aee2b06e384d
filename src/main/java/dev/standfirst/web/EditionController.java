package dev.standfirst.web;

import dev.standfirst.digest.Digest;
import dev.standfirst.edition.Archive;
import dev.standfirst.edition.Archive.Issue;
import dev.standfirst.web.EditionPages.Surroundings;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** An edition in the browser, as it was mailed but for what was for one person. */
@RestController
class EditionController {

    private static final Duration FRESH = Duration.ofMinutes(5);

    private final PublicPages pages;
    private final Publications publications;
    private final Archive archive;
    private final EditionPages editions;
    private final Places places;

    EditionController(
            PublicPages pages, Publications publications, Archive archive, EditionPages editions, Places places) {
        this.pages = pages;
        this.publications = publications;
        this.archive = archive;
        this.editions = editions;
        this.places = places;
    }

    @GetMapping("/e/{digest}/{date}")
    ResponseEntity<String> edition(@PathVariable String digest, @PathVariable String date, HttpServletRequest request) {
        Optional<Digest> publication = publications.archived(digest);
        Optional<Issue> issue = publication.flatMap(known -> date(date)).flatMap(day -> archive.find(digest, day));
        if (publication.isEmpty() || issue.isEmpty()) {
            return pages.notFound(Visit.of(request));
        }
        Visit visit = Visit.of(request, publication.get().language());
        return ResponseEntity.ok()
                .headers(headers -> headers.addAll(pages.mailedHeaders()))
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .header("Vary", "Accept-Language")
                .body(editions.page(issue.get(), surroundings(visit, publication.get(), issue.get())));
    }

    private Surroundings surroundings(Visit visit, Digest digest, Issue issue) {
        return new Surroundings(
                pages.part(visit, "edition-head", Map.of("archive", "/archive/" + issue.digest())),
                pages.part(
                        visit,
                        "edition-foot",
                        Map.of(
                                "join", places.joinPath(digest),
                                "earlier", link(visit, archive.before(issue.digest(), issue.date())),
                                "later", link(visit, archive.after(issue.digest(), issue.date())),
                                "feed", "/archive/" + issue.digest() + "/feed.xml")));
    }

    private static Map<String, String> link(Visit visit, Optional<Issue> issue) {
        return issue.map(one -> Map.of(
                        "url", path(one),
                        "date", visit.words().date("date.day.month", one.date()),
                        "subject", one.subject()))
                .orElse(Map.of());
    }

    /** Where an edition is. */
    static String path(Issue issue) {
        return path(issue.digest(), issue.date());
    }

    /** The same by digest and date. */
    static String path(String digest, LocalDate date) {
        return "/e/" + digest + "/" + date;
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(date -> text.length() == "2026-11-18".length());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
