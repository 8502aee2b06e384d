package dev.standfirst.desk;

import dev.standfirst.account.Account;
import dev.standfirst.template.TemplateRenderer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers with a page of the desk, or a part of one, made of a template. */
@Component
class DeskPages {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final TemplateRenderer templates;
    private final Attention attention;
    private final Assets assets;

    DeskPages(TemplateRenderer templates, Attention attention, Assets assets) {
        this.templates = templates;
        this.attention = attention;
        this.assets = assets;
    }

    ResponseEntity<String> page(Call call, String template, Map<String, Object> model) {
        return page(HttpStatus.OK, call, template, model);
    }

    ResponseEntity<String> page(HttpStatus status, Call call, String template, Map<String, Object> model) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .header("Content-Language", call.words().language().toLanguageTag())
                .body(render(call, template, model));
    }

    /** Leads to a page after something was done, so that reloading it does nothing again. */
    ResponseEntity<String> then(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", path)
                .build();
    }

    ResponseEntity<String> notFound(Call call) {
        return say(HttpStatus.NOT_FOUND, call, "missing");
    }

    /** A page of a heading, what happened, and what to do: messages {@code KEY.title} and {@code KEY.text}. */
    ResponseEntity<String> say(HttpStatus status, Call call, String key, Object... values) {
        return page(
                status,
                call,
                "say",
                Map.of("title", call.say(key + ".title"), "text", call.say(key + ".text", values)));
    }

    /** HTML that was mailed: it brings its own styles and may do nothing; no page but ours frames it. */
    ResponseEntity<String> mailed(String html) {
        return ResponseEntity.ok()
                .contentType(HTML)
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; img-src https: data:; frame-ancestors 'self';"
                                + " base-uri 'none'; form-action 'none'; sandbox allow-popups"
                                + " allow-popups-to-escape-sandbox")
                .body(html);
    }

    void forbidden(Call call, HttpServletResponse response) throws IOException {
        write(HttpStatus.FORBIDDEN, call, "forbidden", response);
    }

    /** A form that was sent without the token of its page: the page was open for too long, or was not ours. */
    void stale(Call call, HttpServletResponse response) throws IOException {
        write(HttpStatus.FORBIDDEN, call, "stale", response);
    }

    private void write(HttpStatus status, Call call, String key, HttpServletResponse response) throws IOException {
        response.setStatus(status.value());
        response.setContentType(HTML.toString());
        response.getWriter()
                .write(Optional.ofNullable(say(status, call, key).getBody()).orElse(""));
    }

    private String render(Call call, String template, Map<String, Object> model) {
        Map<String, Object> all = new HashMap<>();
        all.put("lang", call.words().language().toLanguageTag());
        all.put("w", call.words().fixed());
        all.put("css", assets.styles());
        all.put("script", assets.script());
        all.put("htmx", assets.library());
        all.put("form", call.formToken());
        all.put("path", call.path());
        all.put("who", call.account().map(Account::name).orElse(""));
        all.put(
                "role",
                call.account()
                        .map(account -> call.say("role." + account.role()))
                        .orElse(""));
        all.put("nav", call.account().isPresent() ? attention.nav(call) : List.of());
        all.put("said", "");
        all.putAll(model);
        return templates.render("desk/" + template + ".ftlh", all);
    }
}
