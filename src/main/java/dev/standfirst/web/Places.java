package dev.standfirst.web;

import dev.standfirst.digest.Digest;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.LinkToken;
import dev.standfirst.subscriber.LinkToken.Purpose;
import dev.standfirst.subscriber.Lists;
import dev.standfirst.subscriber.MailingList;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscriptions;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Lists, and the subscriptions that links in mails are about. */
@Component
class Places {

    private final Lists lists;
    private final Subscriptions subscriptions;
    private final LinkToken links;
    private final Publications publications;

    Places(Lists lists, Subscriptions subscriptions, LinkToken links, Publications publications) {
        this.lists = lists;
        this.subscriptions = subscriptions;
        this.links = links;
        this.publications = publications;
    }

    /** A subscription and the list that it is to. */
    record Seat(Subscription subscription, Place place) {}

    /** The list of that name. */
    Optional<Place> find(String list) {
        return Lists.isName(list) ? lists.find(list).map(this::of) : Optional.empty();
    }

    /** The list of that name, if strangers may ask to join it. */
    Optional<Place> joinable(String list) {
        return find(list).filter(place -> place.list().joinable());
    }

    /** The path of the form of the first list of a digest that strangers may ask to join; empty where there is none. */
    String joinPath(Digest digest) {
        return digest.audience().lists().stream()
                .filter(list -> joinable(list).isPresent())
                .findFirst()
                .map(list -> "/s/" + list)
                .orElse("");
    }

    /** A list with its digests. */
    Place of(MailingList list) {
        return new Place(list, publications.of(list.name()));
    }

    /** The subscription that a link of a mail is about; empty where we made no such link for that purpose. */
    Optional<Seat> behind(Purpose purpose, String token) {
        OptionalLong id = links.verify(purpose, token);
        return id.isPresent() ? subscriptions.find(id.getAsLong()).flatMap(this::seat) : Optional.empty();
    }

    /** A person's place on a list. */
    Optional<Seat> find(MailingList list, EmailAddress address) {
        return subscriptions.find(list.name(), address).flatMap(this::seat);
    }

    Optional<Seat> seat(Subscription subscription) {
        return find(subscription.list()).map(place -> new Seat(subscription, place));
    }

    /** The path of a page about a subscription. */
    String path(Purpose purpose, Subscription subscription) {
        return (purpose == Purpose.LEAVE ? "/u/" : "/p/") + links.of(purpose, subscription.id());
    }
}
