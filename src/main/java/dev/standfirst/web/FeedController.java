package dev.standfirst.web;

import dev.standfirst.digest.Digest;
import dev.standfirst.edition.Archive;
import dev.standfirst.edition.Archive.Issue;
import dev.standfirst.text.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The archive as an Atom feed. Who has the same already is told so (RFC 9110, conditional requests). */
@RestController
class FeedController {

    private static final int LATEST = 20;
    private static final int HEADLINES = 40;
    private static final Duration FRESH = Duration.ofMinutes(15);
    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);

    private final PublicPages pages;
    private final Publications publications;
    private final Archive archive;
    private final AtomFeed feed;

    FeedController(PublicPages pages, Publications publications, Archive archive, AtomFeed feed) {
        this.pages = pages;
        this.publications = publications;
        this.archive = archive;
        this.feed = feed;
    }

    @GetMapping("/archive/{digest}/feed.xml")
    ResponseEntity<String> show(@PathVariable String digest, HttpServletRequest request, WebRequest conditions) {
        Optional<Digest> found = publications.archived(digest);
        if (found.isEmpty()) {
            return pages.notFound(Visit.of(request));
        }
        List<AtomFeed.Entry> entries = archive.latest(digest, LATEST).stream()
                .map(issue -> new AtomFeed.Entry(issue, archive.headlines(issue.id(), HEADLINES)))
                .toList();
        String xml = feed.write(found.get(), entries);
        String tag = "\"%s\"".formatted(Sha256.hex(xml));
        long changed = entries.stream()
                .map(AtomFeed.Entry::issue)
                .map(Issue::outAt)
                .mapToLong(at -> at.toEpochMilli())
                .max()
                .orElse(-1);
        if (conditions.checkNotModified(tag, changed)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .eTag(tag)
                    .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                    .build();
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(ATOM)
                .eTag(tag)
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic());
        return (changed < 0 ? answer : answer.lastModified(changed)).body(xml);
    }
}
