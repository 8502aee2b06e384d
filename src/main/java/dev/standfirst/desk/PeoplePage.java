package dev.standfirst.desk;

import dev.standfirst.account.Audit;
import dev.standfirst.account.Role;
import dev.standfirst.desk.PeopleSearch.Found;
import dev.standfirst.desk.PeopleSearch.Wanted;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Addition;
import dev.standfirst.subscriber.Lists;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Stopped;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscription.Status;
import dev.standfirst.subscriber.Subscriptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /people}: who is on a list, found among a million as among three; and one more, put there by hand. */
@RestController
class PeoplePage {

    static final String PATH = "/people";

    private static final int ROWS = 50;

    private final DeskPages pages;
    private final PeopleSearch search;
    private final OwnLists own;
    private final Lists lists;
    private final Subscriptions subscriptions;
    private final Stopped stopped;
    private final Audit audit;

    PeoplePage(
            DeskPages pages,
            PeopleSearch search,
            OwnLists own,
            Lists lists,
            Subscriptions subscriptions,
            Stopped stopped,
            Audit audit) {
        this.pages = pages;
        this.search = search;
        this.own = own;
        this.lists = lists;
        this.subscriptions = subscriptions;
        this.stopped = stopped;
        this.audit = audit;
    }

    @Needs(Role.EDITOR)
    @GetMapping(PATH)
    ResponseEntity<String> list(Call call) {
        List<String> names = own.of(call);
        return wanted(call, names)
                .map(wanted -> show(call, names, wanted, Map.of()))
                .orElseGet(() -> names.isEmpty() ? none(call) : pages.notFound(call));
    }

    /** Puts a person on a list, who said so by another way than the pages for readers. */
    @Needs(Role.EDITOR)
    @PostMapping(PATH)
    ResponseEntity<String> add(Call call) {
        List<String> names = own.of(call);
        Optional<Wanted> wanted = wanted(call, names);
        if (wanted.isEmpty()) {
            return pages.notFound(call);
        }
        EmailAddress.Parsed parsed = EmailAddress.parse(call.form().text("address"));
        return parsed instanceof EmailAddress.Parsed.Valid valid
                        && !call.form().text("consent").isEmpty()
                ? add(call, names, wanted.get(), valid.address())
                : show(call, names, wanted.get(), problems(call, parsed));
    }

    private static Map<String, Object> problems(Call call, EmailAddress.Parsed parsed) {
        Map<String, Object> problems = new HashMap<>();
        if (parsed instanceof EmailAddress.Parsed.Invalid invalid) {
            problems.put("addressProblem", call.say("person.address.wrong", invalid.reason()));
        }
        if (call.form().text("consent").isEmpty()) {
            problems.put("consentProblem", call.say("person.consent.missing"));
        }
        return problems;
    }

    private ResponseEntity<String> add(Call call, List<String> names, Wanted wanted, EmailAddress address) {
        Optional<Subscription> before = subscriptions.find(wanted.list(), address);
        Addition outcome = subscriptions.add(wanted.list(), address, call.form().text("name"), addedByHand(call));
        if (outcome instanceof Addition.Suppressed stop) {
            String problem = call.say("person.address.stopped", stop.by().words());
            return show(call, names, wanted, Map.of("addressProblem", problem));
        }
        Optional<Subscription> place = subscriptions.find(wanted.list(), address);
        if (outcome instanceof Addition.Left left) {
            return show(call, names, wanted, left(call, left, place));
        }
        String person = place.map(one -> Long.toString(one.subscriberId())).orElse("0");
        boolean changed = !place.equals(before);
        if (changed) {
            audit.note(call.who(), "person.added", person + ", " + wanted.list());
        }
        return pages.then(PersonPage.path(person) + "?said=person." + (changed ? "added" : "there"));
    }

    /** Why somebody is put on a list, with how the person agreed. */
    static Reason addedByHand(Call call) {
        return new Reason("added by hand", call.who(), "", call.form().text("consent"));
    }

    private static Map<String, Object> left(Call call, Addition.Left left, Optional<Subscription> place) {
        return Map.of(
                "addressProblem",
                call.say("person.address.left", day(call, left.when())),
                "known",
                place.map(one -> PersonPage.path(Long.toString(one.subscriberId())))
                        .orElse(""));
    }

    /** What the address of the page asks for; empty where the list is none that may be seen. */
    static Optional<Wanted> wanted(Call call, List<String> names) {
        String asked = call.form().text("list");
        Optional<Status> status = call.form().oneOf("state", Status.class);
        String text = call.form().text("q");
        return names.stream()
                .filter(name -> asked.isEmpty() || name.equals(asked))
                .findFirst()
                .map(name -> new Wanted(name, status, text));
    }

    private ResponseEntity<String> none(Call call) {
        return pages.page(call, "people-none", Map.of("title", call.say("nav.people"), "owner", call.isOwner()));
    }

    /** The page; with what is wrong in a form of it, beside its fields. */
    ResponseEntity<String> show(Call call, List<String> names, Wanted wanted, Map<String, Object> problems) {
        long after = Numbers.of(call.form().text("after")).orElse(0L);
        Map<Status, Long> counts = lists.counts(wanted.list());
        Map<String, Object> model = new HashMap<>(heading(call, names, wanted, counts));
        model.put("after", after > 0);
        Found found = search.page(wanted, after, ROWS);
        model.putAll(answer(call, wanted, found));
        if (found instanceof Found.Places hits) {
            boolean whole = after == 0 && !hits.more();
            model.putAll(BulkBar.of(
                    call,
                    names,
                    wanted,
                    counts,
                    whole ? Optional.of(hits.places().size()) : Optional.empty()));
        }
        model.putAll(problems);
        boolean wrong = !problems.isEmpty() || !"".equals(model.get("searchProblem"));
        return pages.page(wrong ? HttpStatus.BAD_REQUEST : HttpStatus.OK, call, "people", model);
    }

    private Map<String, Object> heading(Call call, List<String> names, Wanted wanted, Map<Status, Long> counts) {
        Map<String, Object> model = new HashMap<>();
        model.put("title", call.say("nav.people"));
        model.put("said", DigestPage.said(call));
        model.put("owner", call.isOwner());
        model.put("lists", names);
        model.put("others", List.of());
        model.put("afterNumber", call.form().text("after"));
        model.put("list", wanted.list());
        model.put("q", wanted.text());
        model.put("state", wanted.status().map(Status::name).orElse(""));
        model.put("tabs", tabs(call, wanted, counts));
        model.put("first", path(wanted, wanted.status(), 0));
        model.put("address", call.form().text("address"));
        model.put("name", call.form().text("name"));
        model.put("consent", call.form().text("consent"));
        List.of("addressProblem", "consentProblem", "searchProblem", "known", "bulkProblem", "everybody")
                .forEach(key -> model.put(key, ""));
        return model;
    }

    private Map<String, Object> answer(Call call, Wanted wanted, Found found) {
        if (found instanceof Found.Places hits) {
            List<Subscription> places = hits.places();
            return Map.of(
                    "people",
                    lines(call, places),
                    "next",
                    hits.more()
                            ? path(
                                    wanted,
                                    wanted.status(),
                                    places.get(places.size() - 1).id())
                            : "");
        }
        String problem = found instanceof Found.Wrong wrong
                ? call.say("people.search.wrong", wrong.why())
                : call.say("people.search.long", ((Found.TooLong) found).seconds());
        return Map.of("people", List.of(), "next", "", "searchProblem", problem);
    }

    /** The states with how many of the whole list are in each, whatever is searched for. */
    private static List<Map<String, Object>> tabs(Call call, Wanted wanted, Map<Status, Long> counts) {
        List<Map<String, Object>> tabs = new ArrayList<>();
        tabs.add(tab(call, wanted, Optional.empty(), sum(counts)));
        for (Status status : List.of(Status.CONFIRMED, Status.UNCONFIRMED, Status.UNSUBSCRIBED)) {
            tabs.add(tab(call, wanted, Optional.of(status), counts.getOrDefault(status, 0L)));
        }
        return tabs;
    }

    static long sum(Map<Status, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, Object> tab(Call call, Wanted wanted, Optional<Status> status, long count) {
        return Map.of(
                "name", call.say("place." + status.map(Status::name).orElse("ALL")),
                "count", call.say("number", count),
                "path", path(wanted, status, 0),
                "here", status.equals(wanted.status()));
    }

    /** People as lines of a table. */
    List<Map<String, Object>> lines(Call call, List<Subscription> places) {
        Set<Long> never =
                stopped.among(places.stream().map(Subscription::subscriberId).toList());
        return places.stream()
                .map(place -> line(call, place, never.contains(place.subscriberId())))
                .toList();
    }

    private static Map<String, Object> line(Call call, Subscription place, boolean never) {
        return Map.of(
                "id", Long.toString(place.id()),
                "tick", call.say("bulk.tick", place.address().value()),
                "path", PersonPage.path(Long.toString(place.subscriberId())),
                "address", place.address().value(),
                "name", place.name(),
                "kind", kind(place, never),
                "state", state(call, place, never),
                "since", day(call, since(place)),
                "rhythm",
                        place.status() == Status.UNSUBSCRIBED ? "" : PreferenceWords.rhythm(call, place.preferences()));
    }

    /** When the person joined, or left. */
    static Instant since(Subscription place) {
        return place.status() == Status.UNSUBSCRIBED ? place.changedAt() : place.since();
    }

    /** How a place stands. Who left has left; of others it matters more that nothing is mailed to them. */
    static String state(Call call, Subscription place, boolean never) {
        boolean stopped = never && place.status() != Status.UNSUBSCRIBED;
        return call.say("place." + (stopped ? "NEVER" : place.status().name()));
    }

    static String kind(Subscription place, boolean never) {
        return switch (place.status()) {
            case CONFIRMED -> never ? "bad" : "ok";
            case UNCONFIRMED -> never ? "bad" : "wait";
            case UNSUBSCRIBED -> "none";
        };
    }

    private static String day(Call call, Instant at) {
        return Times.date(call.words(), at.atZone(ZoneId.systemDefault()).toLocalDate());
    }

    static String path(Wanted wanted, Optional<Status> status, long after) {
        return PATH + "?list=" + wanted.list()
                + status.map(one -> "&state=" + one).orElse("")
                + (wanted.text().isEmpty() ? "" : "&q=" + URLEncoder.encode(wanted.text(), StandardCharsets.UTF_8))
                + (after == 0 ? "" : "&after=" + after);
    }
}
