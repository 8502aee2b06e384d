package dev.standfirst.web;

import dev.standfirst.consent.FormToken;
import dev.standfirst.consent.FormToken.Verdict;
import dev.standfirst.consent.OptIn;
import dev.standfirst.consent.OptIn.Asked;
import dev.standfirst.consent.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Asking to join a list, on a page of ours or in a frame of any site. A list that nobody may join is as if it were not
 * there. A form that comes without the mark of our page, from a site elsewhere or too fast for a person, is shown once
 * more: nobody signs up anybody by a click that was meant for something else.
 */
@RestController
class JoinController {

    private static final String FORM = "join";

    private final PublicPages pages;
    private final JoinPage page;
    private final Places places;
    private final OptIn optIn;
    private final FormToken token;
    private final Callers callers;

    JoinController(PublicPages pages, JoinPage page, Places places, OptIn optIn, FormToken token, Callers callers) {
        this.pages = pages;
        this.page = page;
        this.places = places;
        this.optIn = optIn;
        this.token = token;
        this.callers = callers;
    }

    /**
     * Where the form is.
     *
     * @param place the list
     * @param framed whether in a frame of another site
     */
    record Desk(Place place, boolean framed) {

        String path() {
            return "/s/" + place.list().name() + (framed ? "/form" : "");
        }
    }

    @GetMapping("/s/{list}")
    ResponseEntity<String> show(@PathVariable String list, HttpServletRequest request) {
        return show(list, false, request);
    }

    @GetMapping("/s/{list}/form")
    ResponseEntity<String> showFramed(@PathVariable String list, HttpServletRequest request) {
        return show(list, true, request);
    }

    @PostMapping("/s/{list}")
    ResponseEntity<String> ask(@PathVariable String list, HttpServletRequest request) {
        return ask(list, false, request);
    }

    @PostMapping("/s/{list}/form")
    ResponseEntity<String> askFramed(@PathVariable String list, HttpServletRequest request) {
        return ask(list, true, request);
    }

    /** How to put the form on a site of one's own. */
    @GetMapping("/s/{list}/embed")
    ResponseEntity<String> explain(@PathVariable String list, HttpServletRequest request) {
        Optional<Place> place = places.joinable(list);
        if (place.isEmpty()) {
            return pages.notFound(Visit.of(request));
        }
        Visit visit = Visit.of(request, place.get().language());
        return pages.page(visit, "embed", page.embedding(visit, place.get()));
    }

    private ResponseEntity<String> show(String list, boolean framed, HttpServletRequest request) {
        Optional<Place> place = places.joinable(list);
        if (place.isEmpty()) {
            return pages.notFound(Visit.of(request));
        }
        Visit visit = Visit.of(request, place.get().language());
        return form(HttpStatus.OK, visit, new Desk(place.get(), framed), Map.of());
    }

    private ResponseEntity<String> ask(String list, boolean framed, HttpServletRequest request) {
        Optional<Place> place = places.joinable(list);
        if (place.isEmpty()) {
            return pages.notFound(Visit.of(request));
        }
        Visit visit = Visit.of(request, place.get().language());
        Desk desk = new Desk(place.get(), framed);
        Verdict verdict = token.judge(FORM, visit.form().text("shown"));
        if (verdict != Verdict.GOOD) {
            String note = verdict == Verdict.OLD ? "join.again" : "join.foreign";
            return form(HttpStatus.OK, visit, desk, Map.of("note", visit.say(note)));
        }
        String typed = visit.form().text("email");
        return typed.isEmpty()
                ? wrong(visit, desk, visit.say("join.error.empty"))
                : answer(visit, desk, optIn.ask(list, typed, visit.words().language(), visitor(visit, desk)));
    }

    private Visitor visitor(Visit visit, Desk desk) {
        return callers.visitor(visit.request(), page.shown(visit, desk));
    }

    private ResponseEntity<String> answer(Visit visit, Desk desk, Asked asked) {
        if (asked instanceof Asked.WrongAddress wrong) {
            return wrong(
                    visit, desk, visit.say("join.error.address", visit.form().text("email"), wrong.reason()));
        }
        if (asked instanceof Asked.TooMany many) {
            return pages.tooMany(visit, many.retryAfter());
        }
        return asked instanceof Asked.CheckInbox
                ? pages.page(visit, "inbox", page.inbox(visit, desk))
                : pages.notFound(visit);
    }

    private ResponseEntity<String> wrong(Visit visit, Desk desk, String error) {
        return form(HttpStatus.UNPROCESSABLE_CONTENT, visit, desk, Map.of("error", error));
    }

    private ResponseEntity<String> form(HttpStatus status, Visit visit, Desk desk, Map<String, Object> more) {
        return pages.page(status, visit, "join", page.form(visit, desk, token.make(FORM), more));
    }
}
