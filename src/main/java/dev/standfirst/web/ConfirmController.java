package dev.standfirst.web;

import dev.standfirst.consent.OptIn;
import dev.standfirst.consent.OptIn.Asked;
import dev.standfirst.consent.OptIn.Confirmed;
import dev.standfirst.consent.OptIn.Pending;
import dev.standfirst.consent.Visitor;
import dev.standfirst.subscriber.LinkToken.Purpose;
import dev.standfirst.subscriber.Subscription.Status;
import dev.standfirst.web.JoinController.Desk;
import dev.standfirst.web.Places.Seat;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The link of a confirmation mail. GET shows one button, because scanners open every link of a mail; POST acts. */
@RestController
class ConfirmController {

    private final PublicPages pages;
    private final JoinPage join;
    private final Places places;
    private final OptIn optIn;
    private final Callers callers;
    private final Coming coming;

    ConfirmController(PublicPages pages, JoinPage join, Places places, OptIn optIn, Callers callers, Coming coming) {
        this.pages = pages;
        this.join = join;
        this.places = places;
        this.optIn = optIn;
        this.callers = callers;
        this.coming = coming;
    }

    /** What the buttons of the page do. */
    private enum Act {
        CONFIRM,
        AGAIN
    }

    @GetMapping("/c/{token}")
    ResponseEntity<String> show(@PathVariable String token, HttpServletRequest request) {
        Optional<Pending> pending = optIn.look(token);
        if (pending.isEmpty()) {
            return unknown(request);
        }
        Place place = places.of(pending.get().list());
        Visit visit = Visit.of(request, place.language());
        Optional<Seat> seat = places.find(place.list(), pending.get().address())
                .filter(one -> one.subscription().status() == Status.CONFIRMED);
        if (pending.get().used() && seat.isPresent()) {
            return done(visit, seat.get());
        }
        // Who left after using the link asks anew, as one whose link is old does.
        return pending.get().expired() || pending.get().used()
                ? old(visit, place)
                : ask(visit, place, Place.masked(pending.get().address()));
    }

    @PostMapping("/c/{token}")
    ResponseEntity<String> act(@PathVariable String token, HttpServletRequest request) {
        Act act = new Form(request)
                .oneOf("do", Act.class)
                .orElseThrow(() -> new BadInput("none of what one can do here"));
        Optional<Pending> pending = optIn.look(token);
        if (pending.isEmpty()) {
            return unknown(request);
        }
        Place place = places.of(pending.get().list());
        Visit visit = Visit.of(request, place.language());
        return act == Act.CONFIRM ? confirm(visit, place, token) : again(visit, place, pending.get());
    }

    private ResponseEntity<String> confirm(Visit visit, Place place, String token) {
        Confirmed confirmed = optIn.confirm(token, visitor(visit, visit.say("confirm.button", place.title())));
        if (confirmed instanceof Confirmed.Done made) {
            return done(visit, new Seat(made.subscription(), place));
        }
        return confirmed instanceof Confirmed.Expired ? old(visit, place) : unknown(visit.request());
    }

    private ResponseEntity<String> again(Visit visit, Place place, Pending pending) {
        Asked asked = optIn.ask(
                place.list().name(),
                pending.address().value(),
                visit.words().language(),
                visitor(visit, visit.say("confirm.old.button")));
        if (asked instanceof Asked.TooMany many) {
            return pages.tooMany(visit, many.retryAfter());
        }
        return asked instanceof Asked.CheckInbox
                ? pages.page(visit, "inbox", join.inbox(visit, new Desk(place, false), Place.masked(pending.address())))
                : pages.notFound(visit);
    }

    private Visitor visitor(Visit visit, String words) {
        return callers.visitor(visit.request(), words);
    }

    private ResponseEntity<String> unknown(HttpServletRequest request) {
        Visit visit = Visit.of(request);
        return pages.say(HttpStatus.NOT_FOUND, visit, visit.say("confirm.unknown.title"), visit.say("confirm.unknown"));
    }

    private ResponseEntity<String> ask(Visit visit, Place place, String who) {
        String title = place.title();
        return page(
                visit,
                place,
                Map.of(
                        "state", "ask",
                        "title", visit.say("confirm.title", title),
                        "text", visit.say("confirm.text", who, title),
                        "button", visit.say("confirm.button", title)));
    }

    private ResponseEntity<String> old(Visit visit, Place place) {
        return page(
                visit,
                place,
                Map.of("state", "old", "title", visit.say("confirm.old.title"), "text", visit.say("confirm.old")));
    }

    private ResponseEntity<String> done(Visit visit, Seat seat) {
        Place place = seat.place();
        String title = place.title();
        String when = coming.to(seat)
                .map(at -> visit.say(
                        "confirm.done",
                        title,
                        visit.words().date("date.weekday", at),
                        visit.words().date("time", at)))
                .orElse(visit.say("confirm.done.open", title));
        return page(
                visit,
                place,
                Map.of(
                        "state", "done",
                        "title", visit.say("confirm.done.title"),
                        "text", when,
                        "edition",
                                join.latest(place).map(EditionController::path).orElse(""),
                        "choose", places.path(Purpose.CHOOSE, seat.subscription()),
                        "contacts", contacts(visit, place)));
    }

    private static String contacts(Visit visit, Place place) {
        return place.digests().stream()
                .findFirst()
                .map(digest -> visit.say("confirm.contacts", digest.sender().address()))
                .orElse("");
    }

    private ResponseEntity<String> page(Visit visit, Place place, Map<String, Object> more) {
        Map<String, Object> model = new HashMap<>(more);
        model.put("postal", place.postal());
        return pages.page(visit, "confirm", model);
    }
}
