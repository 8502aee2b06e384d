package dev.standfirst.api;

import dev.standfirst.api.SubscriptionViews.Joined;
import dev.standfirst.api.SubscriptionViews.NewSubscription;
import dev.standfirst.api.SubscriptionViews.SubscriptionChange;
import dev.standfirst.api.SubscriptionViews.SubscriptionView;
import dev.standfirst.subscriber.Filter;
import dev.standfirst.subscriber.HeldSubscriptions;
import dev.standfirst.subscriber.Preferences;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscription.Status;
import dev.standfirst.subscriber.Subscriptions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/subscriptions}: places on lists, and when and what people want of them. */
@RestController
class SubscriptionsController {

    static final String SUBSCRIPTIONS = Api.V1 + "/subscriptions";
    private static final String ONE = SUBSCRIPTIONS + Api.ID;

    private final Subscriptions subscriptions;
    private final HeldSubscriptions held;
    private final Joining joining;
    private final Lookups lookups;
    private final TransactionOperations transactions;

    SubscriptionsController(
            Subscriptions subscriptions,
            HeldSubscriptions held,
            Joining joining,
            Lookups lookups,
            TransactionOperations transactions) {
        this.subscriptions = subscriptions;
        this.held = held;
        this.joining = joining;
        this.lookups = lookups;
        this.transactions = transactions;
    }

    @GetMapping(SUBSCRIPTIONS)
    @Operation(
            needs = Scope.PEOPLE_READ,
            summary = "List places on lists, in the order in which they were made",
            problems = {ProblemKind.UNAVAILABLE})
    ResponseEntity<Page<SubscriptionView>> all(
            Paging paging,
            @About(value = Filters.ABOUT, example = "list:readers status:confirmed") @RequestParam(defaultValue = "")
                    String filter) {
        Filter which = Filters.parse(filter);
        long after = paging.number(0);
        return paging.answer(
                lookups.within(() -> subscriptions.page(which, after, paging.rows())),
                subscription -> Long.toString(subscription.id()),
                SubscriptionView::of);
    }

    @GetMapping(ONE)
    @Operation(needs = Scope.PEOPLE_READ, summary = "Get a person's place on a list")
    ResponseEntity<SubscriptionView> one(@PathVariable long id) {
        Subscription subscription = find(id);
        return Versions.answer(SubscriptionView.of(subscription), subscription.version());
    }

    @PostMapping(SUBSCRIPTIONS)
    @Operation(
            needs = Scope.PEOPLE_WRITE,
            summary = "Put a person on a list",
            detail =
                    "With \"consent\" the person is on it at once: 201, or 200 for who was on it before. With \"confirm\": true"
                            + " a mail asks the person first: 202, the same for known and unknown addresses. Who left stays away.",
            answers = 201,
            also = {200, 202},
            problems = {ProblemKind.CONFLICT, ProblemKind.NOT_FOUND, ProblemKind.UNAVAILABLE})
    ResponseEntity<Joined> join(@RequestBody NewSubscription wanted, Caller caller) {
        return joining.join(wanted, caller);
    }

    @PatchMapping(ONE)
    @Operation(
            needs = Scope.PEOPLE_WRITE,
            summary = "Change what a person wants, or end it",
            detail = "Preferences hold from the next edition that is composed; leaving holds at once.",
            problems = {ProblemKind.CONFLICT})
    ResponseEntity<SubscriptionView> change(
            @PathVariable long id,
            @RequestHeader(name = Versions.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody MergePatch<SubscriptionChange> change,
            Caller caller) {
        Subscription subscription = find(id);
        Versions.require(ifMatch, subscription.version());
        SubscriptionChange before =
                new SubscriptionChange(subscription.status(), PreferencesView.of(subscription.preferences()));
        SubscriptionChange after = change.applyTo(before, SubscriptionChange.class);
        Preferences wanted = after.preferences() == null
                ? Preferences.NONE
                : after.preferences().read();
        refuseOtherThanLeaving(subscription.status(), after.status());
        transactions.executeWithoutResult(transaction -> change(subscription, wanted, after.status(), caller));
        return one(id);
    }

    private void change(Subscription subscription, Preferences wanted, @Nullable Status status, Caller caller) {
        if (!held.hold(subscription.id(), subscription.version())) {
            throw Versions.changed();
        }
        if (!wanted.equals(subscription.preferences())) {
            subscriptions.choose(subscription.id(), wanted, caller.reason("chosen through the API"));
        }
        if (status == Status.UNSUBSCRIBED) {
            subscriptions.leave(subscription.id(), caller.reason("ended through the API"));
        }
    }

    private static void refuseOtherThanLeaving(Status before, @Nullable Status after) {
        if (!Objects.equals(before, after) && after != Status.UNSUBSCRIBED) {
            throw Refusal.of(
                    ProblemKind.CONFLICT,
                    "status",
                    "A place can be ended like this, nothing else. To put a person on a list, post a subscription with consent"
                            + " or \"confirm\": true. Nothing was changed.");
        }
    }

    private Subscription find(long id) {
        return subscriptions.find(id).orElseThrow(() -> Refusal.notFound("subscription of that number"));
    }
}
