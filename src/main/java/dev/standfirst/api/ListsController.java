package dev.standfirst.api;

import dev.standfirst.subscriber.Lists;
import dev.standfirst.subscriber.MailingList;
import dev.standfirst.subscriber.Subscription.Status;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/lists}. */
@RestController
class ListsController {

    private static final String LISTS = Api.V1 + "/lists";
    private static final String ONE = LISTS + "/{name:[a-z0-9][a-z0-9-]*}";

    private final Lists lists;
    private final Lookups lookups;

    ListsController(Lists lists, Lookups lookups) {
        this.lookups = lookups;
        this.lists = lists;
    }

    /** A list. */
    record ListView(
            @About(value = "Digest files and commands use it.", example = "readers")
            String name,

            @About(value = "What people see.", example = "Morning readers")
            String title,

            @About(value = "One sentence for the page where people ask to join.", example = "Each morning at seven.")
            String description,

            @About("Whether strangers may ask to join through pages.")
            boolean joinable,

            @About(value = "When it was made.", example = "2026-11-18T06:00:00Z")
            Instant createdAt) {

        static ListView of(MailingList list) {
            return new ListView(list.name(), list.title(), list.description(), list.joinable(), list.createdAt());
        }
    }

    /** What can be changed of a list. */
    record ListChange(
            @About(value = "What people see; null takes the name.", example = "Morning readers") @Nullable
            String title,

            @About(value = "One sentence for the page where people ask to join.", example = "Each morning at seven.")
            @Nullable
            String description,

            @About("Whether strangers may ask to join through pages.") @Nullable
            Boolean joinable) {

        ListChange {
            Texts.limit("title", title, 200);
            Texts.limit("description", description, 1000);
        }

        MailingList applyTo(MailingList list) {
            return new MailingList(
                    list.id(),
                    list.name(),
                    Texts.orElse(title, list.name()),
                    Texts.orElse(description, ""),
                    Boolean.TRUE.equals(joinable),
                    list.createdAt(),
                    list.version());
        }
    }

    /** A new list. */
    record NewList(
            @About(value = "Small letters, digits and dashes, at most 100.", example = "readers")
            String name,

            @About(value = "What people see; the name where left out.", example = "Morning readers") @Nullable
            String title,

            @About(value = "One sentence for the page where people ask to join.", example = "Each morning at seven.")
            @Nullable
            String description,

            @About("Whether strangers may ask to join through pages; false where left out.") @Nullable
            Boolean joinable) {

        ListChange rest() {
            return new ListChange(title, description, joinable);
        }
    }

    /** How many people of a list are in each state. */
    record ListCounts(
            @About("Asked to join and did not confirm yet.") long unconfirmed,

            @About("Are mailed.") long confirmed,

            @About("Left.") long unsubscribed) {

        static ListCounts of(Map<Status, Long> counts) {
            return new ListCounts(
                    counts.getOrDefault(Status.UNCONFIRMED, 0L),
                    counts.getOrDefault(Status.CONFIRMED, 0L),
                    counts.getOrDefault(Status.UNSUBSCRIBED, 0L));
        }
    }

    @GetMapping(LISTS)
    @Operation(needs = Scope.PEOPLE_READ, summary = "List the lists, by name")
    ResponseEntity<Page<ListView>> all(Paging paging) {
        List<MailingList> sorted = lists.all().stream()
                .sorted(Comparator.comparing(MailingList::name))
                .toList();
        return paging.cut(sorted, MailingList::name, ListView::of);
    }

    @GetMapping(ONE)
    @Operation(needs = Scope.PEOPLE_READ, summary = "Get a list")
    ResponseEntity<ListView> one(@PathVariable String name) {
        MailingList list = find(name);
        return Versions.answer(ListView.of(list), list.version());
    }

    @GetMapping(ONE + "/counts")
    @Operation(
            needs = Scope.PEOPLE_READ,
            summary = "Count the people of a list by state",
            problems = {ProblemKind.UNAVAILABLE})
    ListCounts counts(@PathVariable String name) {
        return ListCounts.of(lookups.within(() -> lists.counts(find(name).name())));
    }

    @PostMapping(LISTS)
    @Operation(
            needs = Scope.PEOPLE_WRITE,
            summary = "Make a list",
            answers = 201,
            problems = {ProblemKind.CONFLICT})
    ResponseEntity<ListView> make(@RequestBody NewList wanted) {
        if (!Lists.isName(wanted.name())) {
            throw Refusal.value(
                    "name",
                    "%s is not a name of a list. Use small letters, digits and dashes, at most 100."
                            .formatted(Refusal.quote(wanted.name())));
        }
        if (lists.find(wanted.name()).isPresent()) {
            throw Refusal.of(
                    ProblemKind.CONFLICT,
                    "name",
                    "There is a list called %s. Nothing was changed.".formatted(Refusal.quote(wanted.name())));
        }
        if (!lists.update(wanted.rest().applyTo(lists.require(wanted.name())))) {
            throw Versions.changed();
        }
        MailingList made = find(wanted.name());
        return ResponseEntity.status(HttpStatus.CREATED)
                .location(URI.create(LISTS + "/" + made.name()))
                .eTag(Long.toString(made.version()))
                .body(ListView.of(made));
    }

    @PatchMapping(ONE)
    @Operation(needs = Scope.PEOPLE_WRITE, summary = "Change what a list says of itself")
    ResponseEntity<ListView> change(
            @PathVariable String name,
            @RequestHeader(name = Versions.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody MergePatch<ListChange> change) {
        MailingList list = find(name);
        Versions.require(ifMatch, list.version());
        ListChange now = new ListChange(list.title(), list.description(), list.joinable());
        if (!lists.update(change.applyTo(now, ListChange.class).applyTo(list))) {
            throw Versions.changed();
        }
        return one(name);
    }

    @DeleteMapping(ONE)
    @Operation(
            needs = Scope.PEOPLE_WRITE,
            summary = "Remove a list that nobody was ever on",
            answers = 204,
            problems = {ProblemKind.CONFLICT})
    ResponseEntity<Void> remove(
            @PathVariable String name,
            @RequestHeader(name = Versions.IF_MATCH, required = false) @Nullable String ifMatch) {
        Versions.require(ifMatch, find(name).version());
        if (!lists.remove(name)) {
            throw Refusal.of(
                    ProblemKind.CONFLICT,
                    "There are or were people on this list, and what they decided must be kept. Nothing was changed.");
        }
        return ResponseEntity.noContent().build();
    }

    private MailingList find(String name) {
        return lists.find(name).orElseThrow(() -> Refusal.notFound("list called " + Refusal.quote(name)));
    }
}
