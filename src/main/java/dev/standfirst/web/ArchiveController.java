package dev.standfirst.web;

import dev.standfirst.digest.Digest;
import dev.standfirst.edition.Archive;
import dev.standfirst.edition.Archive.Extent;
import dev.standfirst.edition.Archive.Issue;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** All editions of a digest that went out: a month a page, or those with certain words. */
@RestController
class ArchiveController {

    private static final int FOUND = 50;
    private static final int LONGEST_WORDS = 200;
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final LocalDate END_OF_TIME = LocalDate.of(9999, 12, 31);

    private final PublicPages pages;
    private final Publications publications;
    private final Places places;
    private final Archive archive;

    ArchiveController(PublicPages pages, Publications publications, Places places, Archive archive) {
        this.pages = pages;
        this.publications = publications;
        this.places = places;
        this.archive = archive;
    }

    @GetMapping("/archive/{digest}")
    ResponseEntity<String> show(@PathVariable String digest, HttpServletRequest request) {
        Optional<Digest> found = publications.archived(digest);
        if (found.isEmpty()) {
            return pages.notFound(Visit.of(request));
        }
        Visit visit = Visit.of(request, found.get().language());
        String words = visit.form().text("q");
        if (words.length() > LONGEST_WORDS) {
            throw new BadInput("too many words to look for");
        }
        Map<String, Object> model = frame(visit, found.get(), words);
        Optional<Extent> extent = archive.extent(digest);
        model.put("count", extent.map(all -> count(visit, all)).orElse(visit.say("archive.empty")));
        if (extent.isEmpty()) {
            return pages.page(visit, "archive", model);
        }
        Optional<Map<String, Object>> issues =
                words.isEmpty() ? Optional.of(month(visit, digest, extent.get())) : search(visit, digest, words);
        issues.ifPresent(model::putAll);
        return issues.isPresent()
                ? pages.page(visit, "archive", model)
                : pages.problem(HttpStatus.SERVICE_UNAVAILABLE, visit);
    }

    private Map<String, Object> frame(Visit visit, Digest digest, String words) {
        Map<String, Object> model = new HashMap<>();
        model.put("title", visit.say("archive.title", digest.title()));
        model.put("digest", digest.title());
        model.put("path", "/archive/" + digest.name());
        model.put("q", words);
        model.put("postal", digest.sender().postal());
        model.put("heading", "");
        model.put("note", "");
        model.put("issues", List.of());
        model.put("older", Map.of());
        model.put("newer", Map.of());
        model.put("join", places.joinPath(digest));
        return model;
    }

    private static String count(Visit visit, Extent extent) {
        return visit.say("archive.count", extent.editions(), visit.words().date("date.month", extent.first()));
    }

    private Map<String, Object> month(Visit visit, String digest, Extent extent) {
        YearMonth month = month(visit.form()).orElse(YearMonth.from(extent.last()));
        List<Issue> issues = archive.of(digest, month);
        String name = visit.words().date("date.month", month.atDay(1));
        Map<String, Object> model = new HashMap<>();
        model.put("heading", name);
        model.put("note", issues.isEmpty() ? visit.say("archive.empty.month", name) : "");
        model.put(
                "issues",
                issues.stream().map(issue -> line(visit, issue, "date.day")).toList());
        model.put("older", link(visit, "archive.older", archive.before(digest, month.atDay(1))));
        model.put("newer", link(visit, "archive.newer", archive.after(digest, month.atEndOfMonth())));
        return model;
    }

    private static Map<String, String> link(Visit visit, String key, Optional<Issue> nearest) {
        return nearest.map(issue -> YearMonth.from(issue.date()))
                .map(month -> Map.of(
                        "query",
                        "?month=" + month,
                        "words",
                        visit.say(key, visit.words().date("date.month", month.atDay(1)))))
                .orElse(Map.of());
    }

    /** Empty where the search was given up. */
    private Optional<Map<String, Object>> search(Visit visit, String digest, String words) {
        Optional<LocalDate> before = date(visit.form().text("before"));
        return archive.search(digest, words, before.orElse(END_OF_TIME), FOUND)
                .map(issues -> found(visit, words, issues, before.isEmpty() && issues.size() < FOUND));
    }

    private Map<String, Object> found(Visit visit, String words, List<Issue> issues, boolean whole) {
        Map<String, Object> model = new HashMap<>();
        model.put(
                "note",
                whole || issues.isEmpty()
                        ? visit.say("archive.found", issues.size(), words)
                        : visit.say("archive.found.page", issues.size(), words));
        model.put(
                "issues",
                issues.stream().map(issue -> line(visit, issue, "date.short")).toList());
        if (issues.size() == FOUND) {
            String query = "?q=%s&before=%s"
                    .formatted(
                            URLEncoder.encode(words, StandardCharsets.UTF_8),
                            issues.get(FOUND - 1).date());
            model.put("older", Map.of("query", query, "words", visit.say("archive.found.more")));
        }
        return model;
    }

    private Map<String, Object> line(Visit visit, Issue issue, String date) {
        List<String> headlines = archive.headlines(issue.id(), 4);
        String others = String.join(", ", headlines.subList(Math.min(1, headlines.size()), headlines.size()));
        return Map.of(
                "url",
                EditionController.path(issue),
                "date",
                visit.words().date(date, issue.date()),
                "day",
                issue.date().toString(),
                "subject",
                headlines.isEmpty() ? issue.subject() : headlines.get(0),
                "stories",
                others.isEmpty()
                        ? visit.say("archive.stories.alone", issue.stories())
                        : visit.say("archive.stories", issue.stories(), others));
    }

    private static Optional<YearMonth> month(Form form) {
        return date(form.text("month").isEmpty() ? "" : form.text("month") + "-01")
                .map(YearMonth::from);
    }

    private static Optional<LocalDate> date(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        // No sign and no year beyond 9999: what no calendar of a reader has.
        if (!DAY.matcher(text).matches()) {
            throw new BadInput("no such date");
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw new BadInput("no such date");
        }
    }
}
