package dev.standfirst.api;

import dev.standfirst.api.SubscriptionViews.Joined;
import dev.standfirst.api.SubscriptionViews.NewSubscription;
import dev.standfirst.api.SubscriptionViews.SubscriptionView;
import dev.standfirst.consent.OptIn;
import dev.standfirst.consent.OptIn.Asked;
import dev.standfirst.consent.Visitor;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Addition;
import dev.standfirst.subscriber.Lists;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscriptions;
import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Puts people on lists: on the word of who runs the list, with evidence, or by asking the person's own mailbox. */
@Component
class Joining {

    private final Lists lists;
    private final Subscriptions subscriptions;
    private final OptIn optIn;

    Joining(Lists lists, Subscriptions subscriptions, OptIn optIn) {
        this.lists = lists;
        this.subscriptions = subscriptions;
        this.optIn = optIn;
    }

    ResponseEntity<Joined> join(NewSubscription wanted, Caller caller) {
        boolean ask = Boolean.TRUE.equals(wanted.confirm());
        String consent = Texts.orElse(wanted.consent(), "");
        if (ask == !consent.isEmpty()) {
            throw Refusal.value(
                    "consent",
                    "Say in \"consent\" how the person agreed to get mail, or give \"confirm\": true to have the person asked; one of both.");
        }
        EmailAddress address = Addresses.parse("address", wanted.address());
        if (lists.find(wanted.list()).isEmpty()) {
            throw Refusal.of(
                    ProblemKind.NOT_FOUND,
                    "list",
                    "There is no list called %s. Nothing was changed.".formatted(Refusal.quote(wanted.list())));
        }
        return ask ? ask(wanted, caller) : add(wanted, address, consent, caller);
    }

    private ResponseEntity<Joined> add(NewSubscription wanted, EmailAddress address, String consent, Caller caller) {
        Addition outcome = subscriptions.add(
                wanted.list(),
                address,
                Texts.orElse(wanted.name(), ""),
                caller.reason("added through the API", consent));
        if (outcome instanceof Addition.Left left) {
            throw Refusal.of(
                    ProblemKind.CONFLICT,
                    "address",
                    "This person left the list on %s. With \"confirm\": true a mail asks the person. Nothing was changed."
                            .formatted(left.when()));
        }
        if (outcome instanceof Addition.Suppressed suppressed) {
            throw Refusal.of(
                    ProblemKind.CONFLICT,
                    "address",
                    "This address is never mailed: %s. Nothing was changed."
                            .formatted(suppressed.by().words()));
        }
        Subscription place = subscriptions.find(wanted.list(), address).orElseThrow();
        return ResponseEntity.status(outcome instanceof Addition.Added ? HttpStatus.CREATED : HttpStatus.OK)
                .location(URI.create(SubscriptionsController.SUBSCRIPTIONS + "/" + place.id()))
                .eTag(Long.toString(place.version()))
                .body(new Joined(true, SubscriptionView.of(place)));
    }

    private ResponseEntity<Joined> ask(NewSubscription wanted, Caller caller) {
        Visitor visitor = new Visitor(
                Texts.orElse(wanted.network(), caller.network()),
                "token " + caller.token().name(),
                Texts.orElse(wanted.words(), ""));
        Locale language = Locale.forLanguageTag(Texts.orElse(wanted.language(), "en"));
        Asked asked = optIn.ask(wanted.list(), wanted.address(), language, visitor);
        if (asked instanceof Asked.NoSuchList) {
            throw Refusal.of(
                    ProblemKind.CONFLICT,
                    "list",
                    "Nobody may ask to join this list. Make it joinable first. Nothing was changed.");
        }
        if (asked instanceof Asked.WrongAddress wrong) {
            throw Refusal.value(
                    "address", "%s is not an address: %s.".formatted(Refusal.quote(wanted.address()), wrong.reason()));
        }
        if (asked instanceof Asked.TooMany tooMany) {
            throw Refusal.of(
                            ProblemKind.UNAVAILABLE,
                            "Too many people were asked from this network lately. Nothing was changed; try again later.")
                    .header("Retry-After", Long.toString(tooMany.retryAfter().toSeconds()));
        }
        return ResponseEntity.accepted().body(new Joined(false, null));
    }
}
