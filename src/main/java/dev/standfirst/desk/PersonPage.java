package dev.standfirst.desk;

import dev.standfirst.account.Audit;
import dev.standfirst.account.Role;
import dev.standfirst.subscriber.PersonalData;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscriber;
import dev.standfirst.subscriber.Subscribers;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscriptions;
import dev.standfirst.subscriber.Suppressions;
import dev.standfirst.subscriber.Suppressions.Cause;
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

/**
 * {@code /people/{id}}: all about one person, and what may be done. Notes of it name a person by number: the number
 * leads nowhere once the person is erased.
 */
@RestController
class PersonPage {

    private final DeskPages pages;
    private final PersonFacts facts;
    private final OwnLists own;
    private final Subscribers subscribers;
    private final Subscriptions subscriptions;
    private final Suppressions suppressions;
    private final PersonalData data;
    private final Audit audit;

    PersonPage(
            DeskPages pages,
            PersonFacts facts,
            OwnLists own,
            Subscribers subscribers,
            Subscriptions subscriptions,
            Suppressions suppressions,
            PersonalData data,
            Audit audit) {
        this.pages = pages;
        this.facts = facts;
        this.own = own;
        this.subscribers = subscribers;
        this.subscriptions = subscriptions;
        this.suppressions = suppressions;
        this.data = data;
        this.audit = audit;
    }

    /** A person, with the places that may be seen. */
    private record Seen(Subscriber person, List<Subscription> places) {

        Optional<Subscription> place(String number) {
            return places.stream()
                    .filter(place -> Long.toString(place.id()).equals(number))
                    .findFirst();
        }
    }

    static String path(String person) {
        return PeoplePage.PATH + "/" + person;
    }

    /** Why somebody is taken off a list. */
    static Reason takenOff(Call call) {
        return Reason.by(call.who(), "taken off by " + call.who());
    }

    /** Why nobody mails somebody any more. */
    static Reason stoppedByHand(Call call) {
        String because = call.form().text("because");
        return Reason.by(call.who(), because.isEmpty() ? "stopped by hand" : because);
    }

    @Needs(Role.EDITOR)
    @GetMapping("/people/{id}")
    ResponseEntity<String> show(Call call, @PathVariable String id) {
        return find(call, id).map(seen -> show(call, seen, "", "")).orElseGet(() -> pages.notFound(call));
    }

    /** Ends a place on a list: at once, also of an edition that is going out. */
    @Needs(Role.EDITOR)
    @PostMapping("/people/{id}/places/{place}/leave")
    ResponseEntity<String> leave(Call call, @PathVariable String id, @PathVariable String place) {
        Optional<Subscription> left = find(call, id).flatMap(seen -> seen.place(place));
        if (left.isEmpty()) {
            return pages.notFound(call);
        }
        return done(
                call,
                id,
                subscriptions.leave(left.get().id(), takenOff(call)),
                "left",
                left.get().list());
    }

    /** Brings back who left, because the person asks for it: how, is kept. */
    @Needs(Role.EDITOR)
    @PostMapping("/people/{id}/places/{place}/back")
    ResponseEntity<String> back(Call call, @PathVariable String id, @PathVariable String place) {
        Optional<Seen> seen = find(call, id);
        Optional<Subscription> back = seen.flatMap(one -> one.place(place));
        if (seen.isEmpty() || back.isEmpty()) {
            return pages.notFound(call);
        }
        String consent = call.form().text("consent");
        if (consent.isEmpty()) {
            return show(call, seen.get(), place, call.say("person.consent.missing"));
        }
        Reason reason = new Reason("asked for it again, brought back by hand", call.who(), "", consent);
        return done(
                call,
                id,
                subscriptions.bringBack(back.get().id(), reason),
                "back",
                back.get().list());
    }

    /** Stops all mail to the person. */
    @Needs(Role.EDITOR)
    @PostMapping("/people/{id}/stop")
    ResponseEntity<String> stop(Call call, @PathVariable String id) {
        Optional<Seen> seen = find(call, id);
        if (seen.isEmpty()) {
            return pages.notFound(call);
        }
        Reason reason = stoppedByHand(call);
        boolean stopped = suppressions.add(seen.get().person().address(), Cause.OPERATOR, reason);
        return done(call, id, stopped, "suppressed", "");
    }

    /** Asks whether everything shall be erased, and says what that means. */
    @Needs(Role.OWNER)
    @GetMapping("/people/{id}/erase")
    ResponseEntity<String> ask(Call call, @PathVariable String id) {
        return find(call, id)
                .map(seen -> ask(HttpStatus.OK, call, seen.person(), ""))
                .orElseGet(() -> pages.notFound(call));
    }

    @Needs(Role.OWNER)
    @PostMapping("/people/{id}/erase")
    ResponseEntity<String> erase(Call call, @PathVariable String id) {
        Optional<Seen> seen = find(call, id);
        if (seen.isEmpty()) {
            return pages.notFound(call);
        }
        if (!call.form().has("sure")) {
            return ask(HttpStatus.BAD_REQUEST, call, seen.get().person(), call.say("person.erase.unsure"));
        }
        if (data.erase(seen.get().person().address(), Reason.by(call.who(), "erased by hand"))) {
            audit.note(call.who(), "person.erased", id);
        }
        return pages.then(PeoplePage.PATH + "?said=person.erased");
    }

    private ResponseEntity<String> done(Call call, String id, boolean changed, String act, String list) {
        if (changed) {
            audit.note(call.who(), "person." + act, list.isEmpty() ? id : id + ", " + list);
        }
        return pages.then(path(id) + "?said=person." + (changed ? act : "same"));
    }

    private ResponseEntity<String> ask(HttpStatus status, Call call, Subscriber person, String problem) {
        return pages.page(
                status,
                call,
                "person-erase",
                Map.of(
                        "title", call.say("person.erase.title", person.address().value()),
                        "here", path(Long.toString(person.id())),
                        "address", person.address().value(),
                        "sure", call.say("person.erase.sure", person.address().value()),
                        "problem", problem));
    }

    /**
     * The page.
     *
     * @param wrong number of the place whose form lacks something; empty where none does
     */
    private ResponseEntity<String> show(Call call, Seen seen, String wrong, String problem) {
        Map<String, Object> model = new HashMap<>(facts.of(call, seen.person(), seen.places()));
        model.put("title", seen.person().address().value());
        model.put("here", path(Long.toString(seen.person().id())));
        model.put("owner", call.isOwner());
        model.put("wrong", wrong);
        model.put("problem", problem);
        model.put("said", DigestPage.said(call));
        return pages.page(wrong.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST, call, "person", model);
    }

    /** To an editor, who is on none of the editor's lists is not there. */
    private Optional<Seen> find(Call call, String id) {
        List<String> names = own.of(call);
        return Numbers.of(id)
                .flatMap(subscribers::find)
                .map(person -> new Seen(
                        person,
                        subscriptions.of(person.id()).stream()
                                .filter(place -> names.contains(place.list()))
                                .toList()))
                .filter(seen -> call.isOwner() || !seen.places().isEmpty());
    }
}
