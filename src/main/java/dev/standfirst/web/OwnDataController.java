package dev.standfirst.web;

import dev.standfirst.consent.FormToken;
import dev.standfirst.consent.FormToken.Verdict;
import dev.standfirst.consent.OptIn.Asked;
import dev.standfirst.consent.OwnData;
import dev.standfirst.consent.Visitor;
import dev.standfirst.mail.EmailAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A person's own data, by a link that comes by mail: to take with one, or to erase. */
@RestController
class OwnDataController {

    private static final String FORM = "own data";
    private static final Duration ONE_MAIL = Duration.ofDays(1);

    /** By its name: an offset is shown as "Z". */
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final PublicPages pages;
    private final OwnData data;
    private final FormToken token;
    private final Callers callers;
    private final Clock clock;

    OwnDataController(PublicPages pages, OwnData data, FormToken token, Callers callers, Clock clock) {
        this.pages = pages;
        this.data = data;
        this.token = token;
        this.callers = callers;
        this.clock = clock;
    }

    /** What the buttons of the page do. */
    private enum Act {
        EXPORT,
        ERASE,
        SURE
    }

    @GetMapping("/me")
    ResponseEntity<String> ask(HttpServletRequest request) {
        return form(HttpStatus.OK, Visit.of(request), Map.of());
    }

    @PostMapping("/me")
    ResponseEntity<String> asked(HttpServletRequest request) {
        Visit visit = Visit.of(request);
        Verdict verdict = token.judge(FORM, visit.form().text("shown"));
        if (verdict != Verdict.GOOD) {
            String note = verdict == Verdict.OLD ? "join.again" : "join.foreign";
            return form(HttpStatus.OK, visit, Map.of("note", visit.say(note)));
        }
        String typed = visit.form().text("email");
        if (typed.isEmpty()) {
            return form(HttpStatus.UNPROCESSABLE_CONTENT, visit, Map.of("error", visit.say("join.error.empty")));
        }
        Asked asked = data.ask(typed, visit.words().language(), visitor(visit, "data.button"));
        if (asked instanceof Asked.WrongAddress wrong) {
            String error = visit.say("join.error.address", typed, wrong.reason());
            return form(HttpStatus.UNPROCESSABLE_CONTENT, visit, Map.of("error", error));
        }
        return asked instanceof Asked.TooMany many
                ? pages.tooMany(visit, many.retryAfter())
                : pages.page(visit, "inbox", inbox(visit, typed));
    }

    @GetMapping("/me/{key}")
    ResponseEntity<String> show(@PathVariable String key, HttpServletRequest request) {
        Visit visit = Visit.of(request);
        return data.look(key)
                .map(address -> page(visit, "open", visit.say("data.for", Place.masked(address)), ""))
                .orElseGet(() -> unknown(visit));
    }

    @PostMapping("/me/{key}")
    ResponseEntity<String> act(@PathVariable String key, HttpServletRequest request) {
        Visit visit = Visit.of(request);
        Act act = visit.form().oneOf("do", Act.class).orElseThrow(() -> new BadInput("none of what one can do here"));
        Optional<EmailAddress> address = data.look(key);
        if (address.isEmpty()) {
            return unknown(visit);
        }
        return switch (act) {
            case EXPORT -> export(visit, key);
            case ERASE ->
                page(visit, "sure", visit.say("data.sure.title", Place.masked(address.get())), visit.say("data.sure"));
            case SURE -> erase(visit, key);
        };
    }

    private ResponseEntity<String> export(Visit visit, String key) {
        return data.export(key, visitor(visit, "data.export.button"))
                .map(json -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("Content-Disposition", "attachment; filename=\"my-data.json\"")
                        .body(json))
                .orElseGet(() -> unknown(visit));
    }

    private ResponseEntity<String> erase(Visit visit, String key) {
        return data.erase(key, visitor(visit, "data.sure.button"))
                ? page(visit, "erased", visit.say("data.erased.title"), visit.say("data.erased"))
                : unknown(visit);
    }

    private Visitor visitor(Visit visit, String words) {
        return callers.visitor(visit.request(), visit.say(words));
    }

    private Map<String, Object> inbox(Visit visit, String typed) {
        ZonedDateTime again = clock.instant().plus(ONE_MAIL).atZone(UTC);
        return Map.of(
                "title",
                visit.say("inbox.title"),
                "sent",
                visit.say("inbox.sent.data", typed),
                "wait",
                visit.say(
                        "inbox.again",
                        visit.words().date("date.weekday", again),
                        visit.words().date("time.zone", again)),
                "again",
                "/me",
                "edition",
                "",
                "framed",
                false);
    }

    private ResponseEntity<String> unknown(Visit visit) {
        Map<String, Object> model = Map.of(
                "title", visit.say("data.unknown.title"),
                "text", visit.say("data.unknown"),
                "link", Map.of("url", "/me", "words", visit.say("data.unknown.link")));
        return pages.page(HttpStatus.NOT_FOUND, visit, "say", model);
    }

    private ResponseEntity<String> form(HttpStatus status, Visit visit, Map<String, Object> more) {
        Map<String, Object> model = new HashMap<>();
        model.put("state", "ask");
        model.put("title", visit.say("data.title"));
        model.put("text", visit.say("data.text"));
        model.put("token", token.make(FORM));
        model.put("email", visit.form().text("email"));
        model.put("error", "");
        model.put("note", "");
        model.putAll(more);
        return pages.page(status, visit, "data", model);
    }

    private ResponseEntity<String> page(Visit visit, String state, String title, String text) {
        return pages.page(visit, "data", Map.of("state", state, "title", title, "text", text, "here", visit.path()));
    }
}
