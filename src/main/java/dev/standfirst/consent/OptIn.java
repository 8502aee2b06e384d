package dev.standfirst.consent;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Lists;
import dev.standfirst.subscriber.MailingList;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscription.Status;
import dev.standfirst.subscriber.Subscriptions;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Joining a list in two steps: somebody asks on a page, and the mailbox confirms. A link shows what it would do on GET,
 * by {@link #look}, and acts on POST, by {@link #confirm}.
 */
@Component
public class OptIn {

    private final Reception reception;
    private final Requests requests;
    private final Lists lists;
    private final Subscriptions subscriptions;
    private final TransactionOperations transactions;
    private final Clock clock;

    @SuppressWarnings("checkstyle:ParameterNumber") // the two steps need the whole of both packages
    OptIn(
            Reception reception,
            Requests requests,
            Lists lists,
            Subscriptions subscriptions,
            TransactionOperations transactions,
            Clock clock) {
        this.reception = reception;
        this.requests = requests;
        this.lists = lists;
        this.subscriptions = subscriptions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What the page says after somebody asked. It never tells whether the address is known. */
    public sealed interface Asked {

        /** The mailbox has to confirm: the same for addresses that are new, known, left, suppressed or asked today. */
        record CheckInbox(EmailAddress address) implements Asked {}

        /** This is no address; {@code reason} fits behind it, in the language of the page. */
        record WrongAddress(String reason) implements Asked {}

        /** There is no such list, or strangers may not ask to join it. */
        record NoSuchList() implements Asked {}

        /**
         * Too many requests came from this client or its network; says nothing about the address.
         *
         * @param retryAfter how long to wait
         */
        record TooMany(Duration retryAfter) implements Asked {}
    }

    /**
     * What a confirmation link is about.
     *
     * @param expired whether its time is over
     * @param used whether it was followed before
     */
    public record Pending(MailingList list, EmailAddress address, boolean expired, boolean used) {}

    /** What came of confirming. */
    public sealed interface Confirmed {

        /** The person is on the list, now or since the link was used first. */
        record Done(Subscription subscription) implements Confirmed {}

        /** The link does nothing any more; asking again brings a new one. */
        record Expired(MailingList list) implements Confirmed {}

        /** We made no such link, or everything about the person was erased. */
        record Unknown() implements Confirmed {}
    }

    /**
     * Asks to join. Does the same work for every address; who it is, is found out later by another thread, which mails
     * at most once a day.
     *
     * @param list name of the list
     * @param addressText as somebody typed it
     * @param language of the page, and of the mail
     */
    public Asked ask(String list, String addressText, Locale language, Visitor visitor) {
        return lists.find(list)
                .filter(MailingList::joinable)
                .map(found ->
                        reception.receive(Purpose.JOIN, OptionalLong.of(found.id()), addressText, language, visitor))
                .orElseGet(Asked.NoSuchList::new);
    }

    /** What a confirmation link would do; changes nothing. Empty where we made no such link. */
    public Optional<Pending> look(String token) {
        return find(token)
                .flatMap(request -> list(request)
                        .map(list -> new Pending(
                                list,
                                request.address(),
                                request.isExpired(clock.instant()),
                                request.usedAt().isPresent())));
    }

    /** Does it. Twice is as good as once, as long as the link lives; it brings nobody back who left after using it. */
    public Confirmed confirm(String token, Visitor visitor) {
        Optional<Request> request = find(token);
        Optional<MailingList> list = request.flatMap(this::list);
        if (request.isEmpty() || list.isEmpty()) {
            return new Confirmed.Unknown();
        }
        if (request.get().isExpired(clock.instant())) {
            return new Confirmed.Expired(list.get());
        }
        Optional<Subscription> place = transactions.execute(status -> confirm(request.get(), list.get(), visitor));
        return place == null || place.isEmpty() ? new Confirmed.Unknown() : confirmed(place.get(), list.get());
    }

    private Optional<Subscription> confirm(Request request, MailingList list, Visitor visitor) {
        boolean first = requests.use(request.id());
        Optional<Subscription> place = subscriptions.find(list.name(), request.address());
        if (first && place.isPresent()) {
            subscriptions.confirm(
                    place.get().id(),
                    Reason.person("confirmed by the link in a mail", visitor.origin(), visitor.words()));
            return subscriptions.find(place.get().id());
        }
        return place;
    }

    private static Confirmed confirmed(Subscription place, MailingList list) {
        return place.status() == Status.CONFIRMED ? new Confirmed.Done(place) : new Confirmed.Expired(list);
    }

    private Optional<Request> find(String token) {
        return Token.parse(token).flatMap(read -> requests.find(read, Purpose.JOIN));
    }

    private Optional<MailingList> list(Request request) {
        return request.listId().isPresent() ? lists.find(request.listId().getAsLong()) : Optional.empty();
    }
}
