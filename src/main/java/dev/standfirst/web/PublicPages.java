package dev.standfirst.web;

import dev.standfirst.template.TemplateRenderer;
import dev.standfirst.template.Words;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers readers with a page made of a template: in their language, and the same for whoever asks. */
@Component
class PublicPages {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private static final String MAILED =
            "default-src 'none'; style-src 'unsafe-inline'; img-src https:; base-uri 'none';"
                    + " form-action 'none'; sandbox allow-popups allow-popups-to-escape-sandbox"
                    + " allow-top-navigation-by-user-activation";

    private final TemplateRenderer templates;
    private final Site site;

    PublicPages(TemplateRenderer templates, Site site) {
        this.templates = templates;
        this.site = site;
    }

    ResponseEntity<String> page(Visit visit, String template, Map<String, Object> model) {
        return page(HttpStatus.OK, visit, template, model);
    }

    ResponseEntity<String> page(HttpStatus status, Visit visit, String template, Map<String, Object> model) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .header("Content-Language", visit.words().language().toLanguageTag())
                .header("Vary", "Accept-Language")
                .body(render(visit, template, model));
    }

    /** The page for what is not there, for whatever reason: always the same. */
    ResponseEntity<String> notFound(Visit visit) {
        return problem(HttpStatus.NOT_FOUND, visit);
    }

    /** The page for a request that cannot be answered otherwise. It repeats nothing of the request. */
    ResponseEntity<String> problem(HttpStatus status, Visit visit) {
        int kind = switch (status.value()) {
            case 404, 405, 413, 429, 503 -> status.value();
            default -> status.is4xxClientError() ? 400 : 500;
        };
        return page(
                status,
                visit,
                "say",
                Map.of(
                        "title",
                        visit.say("problem." + kind + ".title"),
                        "text",
                        visit.say("problem." + kind),
                        "languages",
                        List.of()));
    }

    /** The page for who asks too often. */
    ResponseEntity<String> tooMany(Visit visit, Duration wait) {
        long minutes = Math.max(1, (wait.toSeconds() + 59) / 60);
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header("Retry-After", Long.toString(Math.max(1, wait.toSeconds())))
                .contentType(HTML)
                .body(render(
                        visit,
                        "say",
                        Map.of(
                                "title",
                                visit.say("join.too.many.title"),
                                "text",
                                visit.say("join.too.many", minutes))));
    }

    /** A page of a heading and a sentence. */
    ResponseEntity<String> say(HttpStatus status, Visit visit, String title, String text) {
        return page(status, visit, "say", Map.of("title", title, "text", text));
    }

    /** A part of a page, for one that is made elsewhere. */
    String part(Visit visit, String template, Map<String, Object> model) {
        return render(visit, template, model);
    }

    /** For HTML that was mailed: it brings its own styles and may do nothing but lead to other pages. */
    HttpHeaders mailedHeaders() {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(HTML);
        headers.set("Content-Security-Policy", MAILED + "; frame-ancestors 'none'");
        return headers;
    }

    private String render(Visit visit, String template, Map<String, Object> model) {
        Map<String, Object> all = new HashMap<>();
        all.put("postal", "");
        all.put("lang", visit.words().language().toLanguageTag());
        all.put("w", visit.words().fixed());
        all.put("css", site.styles());
        all.put("keep", visit.language().isEmpty() ? "" : "?" + visit.language());
        all.put("and", visit.language().isEmpty() ? "" : "&" + visit.language());
        all.put(
                "language",
                visit.language().isEmpty() ? "" : visit.words().language().toLanguageTag());
        all.put("languages", languages(visit));
        all.putAll(model);
        return templates.render("web/public/" + template + ".ftlh", all);
    }

    private static List<Map<String, String>> languages(Visit visit) {
        return Words.LANGUAGES.stream()
                .filter(language -> !language.equals(visit.words().language()))
                .map(language -> Map.of(
                        "tag", language.toLanguageTag(),
                        "name", Tongue.words(language).say("language.name"),
                        "url", visit.path() + "?" + Tongue.PARAMETER + "=" + language.toLanguageTag()))
                .toList();
    }
}
