package dev.standfirst.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is stored of people, in plain words; and what search engines may read. */
@RestController
class PrivacyController {

    private final PublicPages pages;
    private final Publications publications;

    PrivacyController(PublicPages pages, Publications publications) {
        this.pages = pages;
        this.publications = publications;
    }

    @GetMapping("/privacy")
    ResponseEntity<String> show(HttpServletRequest request) {
        Visit visit = Visit.of(request);
        List<String> senders = publications.all().stream()
                .map(digest -> digest.sender().postal())
                .filter(postal -> !postal.isEmpty())
                .distinct()
                .toList();
        return pages.page(visit, "privacy", Map.of("title", visit.say("privacy.title"), "senders", senders));
    }

    /** The archive may be found; links that belong to one person never. */
    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body("""
                User-agent: *
                Disallow: /c/
                Disallow: /p/
                Disallow: /u/
                Disallow: /me/
                Disallow: /a/
                """);
    }
}
