package dev.standfirst.consent;

import dev.standfirst.consent.Senders.Sender;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.mail.Message;
import dev.standfirst.mail.Message.Header;
import dev.standfirst.subscriber.InstallationKey;
import dev.standfirst.subscriber.LinkToken;
import dev.standfirst.subscriber.Lists;
import dev.standfirst.subscriber.MailingList;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscription.Status;
import dev.standfirst.subscriber.Subscriptions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Requests → the letters that answer them. */
@Component
class Letters {

    private final Lists lists;
    private final Subscriptions subscriptions;
    private final Senders senders;
    private final LetterText text;
    private final LinkToken links;
    private final InstallationKey key;
    private final Clock clock;

    @SuppressWarnings("checkstyle:ParameterNumber") // what a mail is made of
    Letters(
            Lists lists,
            Subscriptions subscriptions,
            Senders senders,
            LetterText text,
            LinkToken links,
            InstallationKey key,
            Clock clock) {
        this.lists = lists;
        this.subscriptions = subscriptions;
        this.senders = senders;
        this.text = text;
        this.links = links;
        this.key = key;
        this.clock = clock;
    }

    /**
     * A letter, ready to go.
     *
     * @param token that it carries; none where it proves nothing
     */
    record Letter(Message message, Optional<Token> token) {}

    /**
     * Writes the letter that answers a request, with a token of its own.
     *
     * @return empty where nobody is there to send it: no digest goes to the list, and no sender is set
     */
    Optional<Letter> write(Request request) {
        Optional<MailingList> list =
                request.listId().isPresent() ? lists.find(request.listId().getAsLong()) : Optional.empty();
        return senders.of(list).map(sender -> write(request, list, sender));
    }

    private Letter write(Request request, Optional<MailingList> list, Sender sender) {
        Optional<Subscription> place = list.flatMap(found -> subscriptions.find(found.name(), request.address()))
                .filter(found -> found.status() == Status.CONFIRMED);
        LetterText.Kind kind = place.isPresent() ? LetterText.Kind.KNOWN : LetterText.Kind.of(request.purpose());
        Optional<Token> token = place.isPresent() ? Optional.empty() : Optional.of(Token.random());
        String end = place.map(found -> links.of(LinkToken.Purpose.CHOOSE, found.id()))
                .or(() -> token.map(Token::text))
                .orElseThrow();
        LetterText.Parts parts = text.write(kind, request, list, sender, end);
        return new Letter(message(request, sender, parts), token);
    }

    /** No List-Unsubscribe: who is not on a list cannot leave it. */
    private Message message(Request request, Sender sender, LetterText.Parts parts) {
        return new Message(
                sender.address(),
                sender.name(),
                request.address(),
                sender.replyTo(),
                parts.subject(),
                messageId(request, sender.address()),
                clock.instant(),
                parts.text(),
                parts.html(),
                List.of(
                        new Header("Auto-Submitted", "auto-generated"),
                        new Header("X-Auto-Response-Suppress", "OOF, AutoReply")));
    }

    /** The same on every try of one letter. */
    private String messageId(Request request, EmailAddress from) {
        return "%s.%s@%s"
                .formatted(
                        request.id(),
                        key.sign("message-id", "request " + request.id() + " " + request.expiresAt()),
                        from.domain());
    }
}
