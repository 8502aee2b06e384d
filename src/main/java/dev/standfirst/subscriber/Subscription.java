package dev.standfirst.subscriber;

import dev.standfirst.mail.EmailAddress;
import java.time.Instant;

/**
 * A person's place on a list.
 *
 * @param id its number
 * @param list name of the list
 * @param subscriberId number of the person
 * @param address the person's address
 * @param name the person's name, may be empty
 * @param status whether mail goes there
 * @param since when the person joined
 * @param changedAt when the status changed last
 * @param preferences when and what the person wants
 * @param version grows with every change
 */
public record Subscription(
        long id,
        String list,
        long subscriberId,
        EmailAddress address,
        String name,
        Status status,
        Instant since,
        Instant changedAt,
        Preferences preferences,
        long version) {

    /** The states that list managers agree on. Only {@code CONFIRMED} is mailed. */
    public enum Status {
        UNCONFIRMED,
        CONFIRMED,
        UNSUBSCRIBED
    }
}
