package dev.standfirst.api;

import dev.standfirst.api.SubscriberViews.Count;
import dev.standfirst.api.SubscriberViews.HistoryView;
import dev.standfirst.api.SubscriberViews.NewSubscriber;
import dev.standfirst.api.SubscriberViews.SubscriberChange;
import dev.standfirst.api.SubscriberViews.SubscriberView;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Filter;
import dev.standfirst.subscriber.History;
import dev.standfirst.subscriber.PersonalData;
import dev.standfirst.subscriber.Subscriber;
import dev.standfirst.subscriber.Subscribers;
import dev.standfirst.subscriber.Suppressions;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/subscribers}: people. */
@RestController
class SubscribersController {

    private static final String SUBSCRIBERS = Api.V1 + "/subscribers";
    private static final String ONE = SUBSCRIBERS + Api.ID;

    private final Subscribers subscribers;
    private final Suppressions suppressions;
    private final History history;
    private final PersonalData personalData;
    private final Lookups lookups;
    private final ApiJson json;

    SubscribersController(
            Subscribers subscribers,
            Suppressions suppressions,
            History history,
            PersonalData personalData,
            Lookups lookups,
            ApiJson json) {
        this.subscribers = subscribers;
        this.suppressions = suppressions;
        this.history = history;
        this.personalData = personalData;
        this.lookups = lookups;
        this.json = json;
    }

    @GetMapping(SUBSCRIBERS)
    @Operation(
            needs = Scope.PEOPLE_READ,
            summary = "List people, in the order in which they became known",
            problems = {ProblemKind.UNAVAILABLE})
    ResponseEntity<Page<SubscriberView>> all(
            Paging paging,
            @About(value = Filters.ABOUT, example = "status:confirmed list:readers") @RequestParam(defaultValue = "")
                    String filter) {
        Filter who = Filters.parse(filter);
        long after = paging.number(0);
        return paging.answer(
                lookups.within(() -> subscribers.page(who, after, paging.rows())),
                person -> Long.toString(person.id()),
                SubscriberView::of);
    }

    @GetMapping(SUBSCRIBERS + "/count")
    @Operation(
            needs = Scope.PEOPLE_READ,
            summary = "Count people",
            problems = {ProblemKind.UNAVAILABLE})
    Count count(
            @About(value = Filters.ABOUT, example = "status:confirmed list:readers") @RequestParam(defaultValue = "")
                    String filter) {
        Filter who = Filters.parse(filter);
        return new Count(lookups.within(() -> subscribers.count(who)));
    }

    @GetMapping(ONE)
    @Operation(needs = Scope.PEOPLE_READ, summary = "Get a person")
    ResponseEntity<SubscriberView> one(@PathVariable long id) {
        Subscriber person = find(id);
        return Versions.answer(SubscriberView.of(person), person.version());
    }

    @GetMapping(ONE + "/history")
    @Operation(needs = Scope.PEOPLE_READ, summary = "List what happened to a person, and why")
    ResponseEntity<Page<HistoryView>> history(@PathVariable long id) {
        List<HistoryView> lines =
                history.of(find(id).id()).stream().map(HistoryView::of).toList();
        return ResponseEntity.ok(new Page<>(lines, null));
    }

    @PostMapping(SUBSCRIBERS)
    @Operation(
            needs = Scope.PEOPLE_WRITE,
            summary = "Make a person known, on no list yet",
            detail = "To put somebody on a list, make a subscription.",
            answers = 201,
            problems = {ProblemKind.CONFLICT})
    ResponseEntity<SubscriberView> make(@RequestBody NewSubscriber wanted, Caller caller) {
        EmailAddress address = Addresses.parse("address", wanted.address());
        refuseSuppressed(address);
        subscribers.find(address).ifPresent(known -> {
            throw Refusal.of(
                            ProblemKind.CONFLICT,
                            "address",
                            "This person is known already, as number %d. Nothing was changed.".formatted(known.id()))
                    .header("Location", SUBSCRIBERS + "/" + known.id());
        });
        Subscriber made = subscribers.require(address, Texts.orElse(wanted.name(), ""));
        if (wanted.attributes() != null
                && !subscribers.update(wanted.rest().applyTo(made), caller.reason("made known through the API"))) {
            throw Versions.changed();
        }
        Subscriber now = find(made.id());
        return ResponseEntity.status(HttpStatus.CREATED)
                .location(URI.create(SUBSCRIBERS + "/" + now.id()))
                .eTag(Long.toString(now.version()))
                .body(SubscriberView.of(now));
    }

    @PatchMapping(ONE)
    @Operation(needs = Scope.PEOPLE_WRITE, summary = "Change name and attributes of a person")
    ResponseEntity<SubscriberView> change(
            @PathVariable long id,
            @RequestHeader(name = Versions.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody MergePatch<SubscriberChange> change,
            Caller caller) {
        Subscriber person = find(id);
        Versions.require(ifMatch, person.version());
        SubscriberChange now = change.applyTo(SubscriberChange.of(person), SubscriberChange.class);
        if (!subscribers.update(now.applyTo(person), caller.reason("changed through the API"))) {
            throw Versions.changed();
        }
        return one(id);
    }

    @PostMapping(ONE + "/export")
    @Operation(
            needs = Scope.PEOPLE_READ,
            summary = "Hand out everything that is kept of a person",
            detail =
                    "That it was handed out is kept in the person's history. The answer is not kept: with the same key it is made anew.",
            kept = false)
    ResponseEntity<JsonNode> export(@PathVariable long id, Caller caller) {
        return personalData
                .export(find(id).address(), caller.reason("handed out through the API"))
                .map(all -> ResponseEntity.ok(json.mapper().readTree(all)))
                .orElseThrow(() -> Refusal.notFound("person of that number"));
    }

    @DeleteMapping(ONE)
    @Operation(
            needs = Scope.PEOPLE_WRITE,
            summary = "Erase everything that is kept of a person",
            detail = "A salted hash stays, so that the person never comes back by an import.",
            answers = 204)
    ResponseEntity<Void> erase(
            @PathVariable long id,
            @RequestHeader(name = Versions.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        Subscriber person = find(id);
        Versions.require(ifMatch, person.version());
        personalData.erase(person.address(), caller.reason("erased through the API"));
        return ResponseEntity.noContent().build();
    }

    private void refuseSuppressed(EmailAddress address) {
        suppressions.find(address).ifPresent(entry -> {
            throw Refusal.of(
                    ProblemKind.CONFLICT,
                    "address",
                    "This address is never mailed: %s. Nothing was changed.".formatted(entry.words()));
        });
    }

    private Subscriber find(long id) {
        return subscribers.find(id).orElseThrow(() -> Refusal.notFound("person of that number"));
    }
}
