package dev.standfirst.web;

import dev.standfirst.template.TemplateRenderer;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers with a page made of a template. */
@Component
class Pages {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final TemplateRenderer templates;

    Pages(TemplateRenderer templates) {
        this.templates = templates;
    }

    ResponseEntity<String> page(String template, Map<String, Object> model) {
        return page(HttpStatus.OK, template, model);
    }

    ResponseEntity<String> notFound(String words) {
        return page(HttpStatus.NOT_FOUND, "problem", Map.of("heading", "This page is not here", "words", words));
    }

    ResponseEntity<String> page(HttpStatus status, String template, Map<String, Object> model) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .body(templates.render("web/" + template + ".ftlh", model));
    }

    /** HTML that was mailed or is kept as mailed: it brings its own styles and may do nothing else. */
    ResponseEntity<String> mailed(String html) {
        return ResponseEntity.ok()
                .contentType(HTML)
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; img-src https:; frame-ancestors 'self'; base-uri 'none';"
                                + " form-action 'none'; sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation")
                .body(html);
    }
}
