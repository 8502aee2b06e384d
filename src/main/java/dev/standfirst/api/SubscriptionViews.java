package dev.standfirst.api;

import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscription.Status;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is told of places on lists, and what may be said of them. */
final class SubscriptionViews {

    private static final int WORDS_LENGTH = 2000;
    private static final int NAME_LENGTH = 500;
    private static final int NETWORK_LENGTH = 60;
    private static final Pattern NETWORK =
            Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9a-fA-F]{0,4}:[0-9a-fA-F:.]{1,41}");

    private SubscriptionViews() {}

    /** A person's place on a list. */
    record SubscriptionView(
            @About(value = "Its number.", example = "77") long id,

            @About(value = "Name of the list.", example = "readers")
            String list,

            @About(value = "Number of the person.", example = "42")
            long subscriber,

            @About(value = "The person's address.", example = "ada@example.org")
            String address,

            @About(value = "The person's name, may be empty.", example = "Ada")
            String name,

            @About(value = "Whether mail goes there: CONFIRMED alone is mailed.", example = "CONFIRMED")
            Status status,

            @About(value = "When the person joined.", example = "2026-11-18T06:00:00Z")
            Instant since,

            @About(value = "When the status changed last.", example = "2026-11-18T06:00:00Z")
            Instant changedAt,

            @About("When and what the person wants.") PreferencesView preferences) {

        static SubscriptionView of(Subscription subscription) {
            return new SubscriptionView(
                    subscription.id(),
                    subscription.list(),
                    subscription.subscriberId(),
                    subscription.address().value(),
                    subscription.name(),
                    subscription.status(),
                    subscription.since(),
                    subscription.changedAt(),
                    PreferencesView.of(subscription.preferences()));
        }
    }

    /** What can be changed of a place on a list. */
    record SubscriptionChange(
            @About(
                    value = "UNSUBSCRIBED ends it, at once. Nothing but the person's own will brings it back.",
                    example = "UNSUBSCRIBED")
            @Nullable
            Status status,

            @About("When and what the person wants; those fields alone change that are named.") @Nullable
            PreferencesView preferences) {}

    /** A person for a list. */
    record NewSubscription(
            @About(value = "Name of a list that is there.", example = "readers")
            String list,

            @About(value = "Where mail shall go.", example = "ada@example.org")
            String address,

            @About(value = "May be left out.", example = "Ada") @Nullable
            String name,

            @About(
                    value =
                            "How the person agreed to get mail, in your words; kept as evidence. The person is mailed from now on.",
                    example = "ticked \"send me the brief\" in the shop, 18 November 2026")
            @Nullable
            String consent,

            @About("Instead of consent: true has the person's own mailbox confirm it first, by a link in a mail.")
            @Nullable
            Boolean confirm,

            @About(value = "Of that mail.", example = "de") @Nullable
            String language,

            @About(
                    value =
                            "With confirm: the address of the reader's own computer, as your page saw it; kept as evidence. So many may"
                                    + " ask from one network. Yours where left out.",
                    example = "192.0.2.17")
            @Nullable
            String network,

            @About(
                    value = "With confirm: what your page showed the reader; kept as evidence.",
                    example = "Send me the brief each morning.")
            @Nullable
            String words) {

        NewSubscription {
            Texts.limit("consent", consent, WORDS_LENGTH);
            Texts.limit("name", name, NAME_LENGTH);
            Texts.limit("network", network, NETWORK_LENGTH);
            Texts.limit("words", words, WORDS_LENGTH);
            if (network != null && !NETWORK.matcher(network).matches()) {
                throw Refusal.value("network", "%s is no address of a computer.".formatted(Refusal.quote(network)));
            }
        }
    }

    /** What came of putting a person on a list. */
    record Joined(
            @About("Whether the person is mailed from now on; false where a mail asks the person first.")
            boolean confirmed,

            @About("The place; null where the person is asked first, whether the address is known or not.") @Nullable
            SubscriptionView subscription) {}
}
