package dev.standfirst.web;

import dev.standfirst.subscriber.LinkToken.Purpose;
import dev.standfirst.subscriber.MailingList;
import dev.standfirst.subscriber.Preferences;
import dev.standfirst.subscriber.Preferences.Cadence;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscription.Status;
import dev.standfirst.subscriber.Subscriptions;
import dev.standfirst.web.Places.Seat;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Leaving a list. GET asks and changes nothing, because scanners open every link of a mail; POST acts, from the page's
 * button and from a mail program's one-click request alike (RFC 8058): no cookie, no login, no redirect, and twice is
 * as good as once.
 */
@RestController
class LeaveController {

    /** Who has left for longer asks anew: an old mail that was passed on must not bring anybody back. */
    private static final Duration UNDO_TIME = Duration.ofDays(7);

    private final PublicPages pages;
    private final Places places;
    private final Subscriptions subscriptions;
    private final Callers callers;
    private final Clock clock;

    LeaveController(PublicPages pages, Places places, Subscriptions subscriptions, Callers callers, Clock clock) {
        this.pages = pages;
        this.places = places;
        this.subscriptions = subscriptions;
        this.callers = callers;
        this.clock = clock;
    }

    /** What a reader can do instead of leaving. */
    private enum Less {
        WEEKLY,
        PAUSE
    }

    @GetMapping("/u/{token}")
    ResponseEntity<String> ask(@PathVariable String token, HttpServletRequest request) {
        Optional<Seat> seat = places.behind(Purpose.LEAVE, token);
        if (seat.isEmpty()) {
            return unknown(HttpStatus.NOT_FOUND, Visit.of(request));
        }
        Visit visit = Visit.of(request, seat.get().place().language());
        boolean left = seat.get().subscription().status() == Status.UNSUBSCRIBED;
        return page(visit, seat.get(), left ? "already" : "ask");
    }

    @PostMapping("/u/{token}")
    ResponseEntity<String> act(@PathVariable String token, HttpServletRequest request) {
        Form form = new Form(request);
        boolean back = form.text("undo").equals("yes");
        Optional<Less> less = form.oneOf("instead", Less.class);
        if (!back && less.isEmpty() && !form.text("List-Unsubscribe").equals("One-Click")) {
            throw new BadInput("none of what one can do here");
        }
        Optional<Seat> found = places.behind(Purpose.LEAVE, token);
        if (found.isEmpty()) {
            // A mail program that gets an error may show its user one, and there is nothing that the user could do.
            return unknown(HttpStatus.OK, Visit.of(request));
        }
        Visit visit = Visit.of(request, found.get().place().language());
        if (less.isPresent()) {
            return less(visit, found.get(), less.get());
        }
        return back ? undo(visit, found.get()) : leave(visit, found.get());
    }

    private ResponseEntity<String> leave(Visit visit, Seat seat) {
        subscriptions.leave(seat.subscription().id(), reason(visit, Reason.LEFT_BY_LINK, visit.say("leave.button")));
        return page(visit, again(seat), "done");
    }

    private ResponseEntity<String> undo(Visit visit, Seat seat) {
        if (!canUndo(seat.subscription())) {
            return page(visit, seat, seat.subscription().status() == Status.UNSUBSCRIBED ? "already" : "undone");
        }
        subscriptions.undo(
                seat.subscription().id(),
                reason(visit, "undone on the page that ends a subscription", visit.say("leave.undo")));
        return page(visit, seat, "undone");
    }

    private ResponseEntity<String> less(Visit visit, Seat seat, Less less) {
        Subscription subscription = seat.subscription();
        if (subscription.status() == Status.UNSUBSCRIBED) {
            return page(visit, seat, "already");
        }
        Preferences chosen = less == Less.WEEKLY
                ? weekly(seat)
                : subscription.preferences().pausedUntil(today(seat).plusMonths(1));
        subscriptions.choose(
                subscription.id(),
                chosen,
                reason(
                        visit,
                        "chosen on the page that ends a subscription",
                        visit.say(less == Less.WEEKLY ? "leave.weekly" : "leave.pause")));
        return page(visit, again(seat), less == Less.WEEKLY ? "weekly" : "paused");
    }

    /** On the day chosen before; else on Fridays, where the digest comes out then. */
    private static Preferences weekly(Seat seat) {
        Preferences preferences = seat.subscription().preferences();
        if (preferences.cadence() == Cadence.WEEKLY) {
            return preferences;
        }
        Set<DayOfWeek> days = seat.place().digests().stream()
                .findFirst()
                .map(digest -> digest.schedule().days().weekdays())
                .orElse(Set.of(DayOfWeek.FRIDAY));
        return preferences.weeklyOn(
                days.contains(DayOfWeek.FRIDAY)
                        ? DayOfWeek.FRIDAY
                        : Stream.of(DayOfWeek.values())
                                .filter(days::contains)
                                .findFirst()
                                .orElseThrow());
    }

    private LocalDate today(Seat seat) {
        return LocalDate.ofInstant(
                clock.instant(), PreferencesPage.zone(seat.subscription().preferences(), seat.place()));
    }

    private boolean canUndo(Subscription subscription) {
        return subscription.status() == Status.UNSUBSCRIBED
                && subscription.changedAt().plus(UNDO_TIME).isAfter(clock.instant());
    }

    private Seat again(Seat seat) {
        return new Seat(subscriptions.find(seat.subscription().id()).orElseThrow(), seat.place());
    }

    private Reason reason(Visit visit, String cause, String words) {
        return Reason.person(cause, callers.visitor(visit.request(), "").origin(), words);
    }

    private ResponseEntity<String> unknown(HttpStatus status, Visit visit) {
        return pages.say(status, visit, visit.say("leave.unknown.title"), visit.say("leave.unknown"));
    }

    private ResponseEntity<String> page(Visit visit, Seat seat, String state) {
        Subscription subscription = seat.subscription();
        MailingList list = seat.place().list();
        Map<String, Object> model = new HashMap<>();
        model.put("state", state);
        model.put("postal", seat.place().postal());
        model.put("title", title(visit, seat, state));
        model.put("text", text(visit, seat, state));
        model.put("undo", state.equals("done") || (state.equals("already") && canUndo(subscription)));
        model.put("join", list.joinable() ? "/s/" + list.name() : "");
        return pages.page(visit, "leave", model);
    }

    private static String title(Visit visit, Seat seat, String state) {
        return switch (state) {
            case "ask" -> visit.say("leave.title", seat.place().title());
            case "paused" ->
                visit.say(
                        "leave.paused.title",
                        visit.words()
                                .date(
                                        "date.long",
                                        seat.subscription()
                                                .preferences()
                                                .pausedUntil()
                                                .orElseThrow()));
            default -> visit.say("leave." + state + ".title");
        };
    }

    private static String text(Visit visit, Seat seat, String state) {
        Subscription subscription = seat.subscription();
        LocalDate changed = LocalDate.ofInstant(
                subscription.changedAt(), PreferencesPage.zone(subscription.preferences(), seat.place()));
        return visit.say(
                state.equals("ask") ? "leave.text" : text(state),
                Place.masked(subscription.address()),
                seat.place().title(),
                visit.words().date("date.long", changed));
    }

    private static String text(String state) {
        return switch (state) {
            case "weekly", "paused" -> "leave." + state + ".text";
            default -> "leave." + state;
        };
    }
}
