package dev.standfirst.web;

import dev.standfirst.subscriber.LinkToken.Purpose;
import dev.standfirst.subscriber.Preferences;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscription.Status;
import dev.standfirst.subscriber.Subscriptions;
import dev.standfirst.web.Places.Seat;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Choosing when and what one gets, and breaks, by the link in a mail. Nothing on the page tells whose it is. */
@RestController
class PreferencesController {

    private final PublicPages pages;
    private final PreferencesPage fields;
    private final Places places;
    private final Subscriptions subscriptions;
    private final Callers callers;
    private final Coming coming;
    private final Clock clock;

    PreferencesController(
            PublicPages pages,
            PreferencesPage fields,
            Places places,
            Subscriptions subscriptions,
            Callers callers,
            Coming coming,
            Clock clock) {
        this.pages = pages;
        this.fields = fields;
        this.places = places;
        this.subscriptions = subscriptions;
        this.callers = callers;
        this.coming = coming;
        this.clock = clock;
    }

    /** What the buttons of the page do. */
    private enum Act {
        SAVE,
        WEEK,
        MONTH,
        UNTIL,
        GO_ON
    }

    @GetMapping("/p/{token}")
    ResponseEntity<String> show(@PathVariable String token, HttpServletRequest request) {
        Optional<Seat> seat = places.behind(Purpose.CHOOSE, token);
        if (seat.isEmpty()) {
            return unknown(request);
        }
        Visit visit = Visit.of(request, seat.get().place().language());
        return isLeft(seat.get()) ? left(visit, seat.get()) : page(visit, seat.get(), "");
    }

    @PostMapping("/p/{token}")
    ResponseEntity<String> act(@PathVariable String token, HttpServletRequest request) {
        Optional<Seat> seat = places.behind(Purpose.CHOOSE, token);
        if (seat.isEmpty()) {
            return unknown(request);
        }
        Visit visit = Visit.of(request, seat.get().place().language());
        Act act = visit.form().oneOf("do", Act.class).orElseThrow(() -> new BadInput("none of what one can do here"));
        if (isLeft(seat.get())) {
            return left(visit, seat.get());
        }
        return act == Act.SAVE ? save(visit, seat.get()) : pause(visit, seat.get(), act);
    }

    private ResponseEntity<String> save(Visit visit, Seat seat) {
        List<String> offered = PreferencesPage.topics(seat.place());
        Draft draft = Draft.of(visit.form(), offered);
        Map<String, String> problems = draft.problems(offered);
        if (!problems.isEmpty()) {
            return page(
                    HttpStatus.UNPROCESSABLE_CONTENT, visit, seat, draft, Map.of("problems", said(visit, problems)));
        }
        Preferences chosen = draft.preferences(seat.subscription().preferences(), offered);
        return keep(visit, seat, chosen, visit.say("choose.saved"));
    }

    private ResponseEntity<String> pause(Visit visit, Seat seat, Act act) {
        Preferences before = seat.subscription().preferences();
        LocalDate today = LocalDate.ofInstant(clock.instant(), PreferencesPage.zone(before, seat.place()));
        Optional<LocalDate> until = switch (act) {
            case WEEK -> Optional.of(today.plusWeeks(1));
            case MONTH -> Optional.of(today.plusMonths(1));
            case UNTIL ->
                date(visit.form().text("until"))
                        .filter(date -> date.isAfter(today) && !date.isAfter(today.plusYears(1)));
            default -> Optional.empty();
        };
        if (act == Act.UNTIL && until.isEmpty()) {
            Map<String, String> problem = Map.of("until", "choose.error.date");
            return page(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    visit,
                    seat,
                    stored(seat),
                    Map.of(
                            "problems",
                            said(visit, problem),
                            "until",
                            visit.form().text("until")));
        }
        return until.isPresent()
                ? keep(visit, seat, before.pausedUntil(until.get()), visit.say("choose.saved"))
                : keep(visit, seat, goingOn(before), visit.say("choose.ended"));
    }

    private static Preferences goingOn(Preferences before) {
        return new Preferences(
                before.cadence(),
                before.days(),
                before.hour(),
                before.zone(),
                before.language(),
                before.topics(),
                before.words(),
                before.ownLanguage(),
                before.plainText(),
                Optional.empty());
    }

    private ResponseEntity<String> keep(Visit visit, Seat seat, Preferences chosen, String done) {
        subscriptions.choose(
                seat.subscription().id(),
                chosen,
                Reason.person(
                        "chosen on the preferences page",
                        callers.visitor(visit.request(), "").origin(),
                        ""));
        Subscription now = subscriptions.find(seat.subscription().id()).orElseThrow();
        return page(visit, new Seat(now, seat.place()), done);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> said(Visit visit, Map<String, String> problems) {
        Map<String, String> said = new HashMap<>();
        problems.forEach((field, key) -> said.put(field, visit.say(key)));
        return said;
    }

    private static boolean isLeft(Seat seat) {
        return seat.subscription().status() != Status.CONFIRMED;
    }

    private static Draft stored(Seat seat) {
        return Draft.of(seat.subscription().preferences(), PreferencesPage.topics(seat.place()));
    }

    private ResponseEntity<String> unknown(HttpServletRequest request) {
        Visit visit = Visit.of(request);
        return pages.say(HttpStatus.NOT_FOUND, visit, visit.say("confirm.unknown.title"), visit.say("confirm.unknown"));
    }

    private ResponseEntity<String> left(Visit visit, Seat seat) {
        String list = seat.place().list().name();
        Map<String, Object> model = new HashMap<>();
        model.put("title", visit.say("choose.left.title", seat.place().title()));
        model.put(
                "text",
                visit.say("choose.left", Place.masked(seat.subscription().address())));
        model.put("postal", seat.place().postal());
        if (seat.place().list().joinable()) {
            model.put("link", Map.of("url", "/s/" + list, "words", visit.say("choose.left.join")));
        }
        return pages.page(visit, "say", model);
    }

    private ResponseEntity<String> page(Visit visit, Seat seat, String done) {
        return page(HttpStatus.OK, visit, seat, stored(seat), Map.of("done", done));
    }

    private ResponseEntity<String> page(
            HttpStatus status, Visit visit, Seat seat, Draft draft, Map<String, Object> more) {
        Preferences stored = seat.subscription().preferences();
        LocalDate today = LocalDate.ofInstant(clock.instant(), PreferencesPage.zone(stored, seat.place()));
        Map<String, Object> model = new HashMap<>(fields.fields(draft, seat.place(), visit.words()));
        model.put("title", visit.say("choose.title", seat.place().title()));
        model.put(
                "who", visit.say("choose.for", Place.masked(seat.subscription().address())));
        model.put("postal", seat.place().postal());
        model.put("done", "");
        model.put("problems", Map.of());
        model.put("until", "");
        model.put("tomorrow", today.plusDays(1).toString());
        model.put("nextYear", today.plusYears(1).toString());
        model.put("next", next(visit, seat));
        model.put(
                "paused",
                stored.pausedUntil()
                        .filter(date -> date.isAfter(today))
                        .map(date -> visit.say("choose.paused", visit.words().date("date.full", date)))
                        .orElse(""));
        model.put("leave", places.path(Purpose.LEAVE, seat.subscription()));
        model.putAll(more);
        return pages.page(status, visit, "choose", model);
    }

    private String next(Visit visit, Seat seat) {
        return coming.to(seat)
                .map(at -> visit.say(
                        "choose.next",
                        visit.words().date("date.weekday", at),
                        visit.words().date("time", at)))
                .orElse(visit.say("choose.next.open"));
    }
}
