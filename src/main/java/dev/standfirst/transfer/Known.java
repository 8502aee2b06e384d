package dev.standfirst.transfer;

import dev.standfirst.subscriber.Preferences;
import dev.standfirst.subscriber.Subscription.Status;
import java.time.Instant;
import java.util.Optional;

/**
 * What we know of an address before a row is looked at.
 *
 * @param person the person, if there is one
 * @param place the person's place on the list of the import
 * @param stop what keeps mail from the address
 */
record Known(Optional<Person> person, Optional<Place> place, Optional<Stop> stop) {

    static final Known NOTHING = new Known(Optional.empty(), Optional.empty(), Optional.empty());

    /** A person; see {@link dev.standfirst.subscriber.Subscriber}. */
    record Person(long id, String name, String attributes) {}

    /** A place on the list; see {@link dev.standfirst.subscriber.Subscription}. */
    record Place(long id, Status status, Instant changedAt, Preferences preferences) {}

    /**
     * A suppression.
     *
     * @param entry address, domain or hash
     * @param words why, for people
     */
    record Stop(String entry, String words) {}

    Known stoppedBy(Stop by) {
        return new Known(person, place, Optional.of(by));
    }

    boolean is(Status status) {
        return place.filter(there -> there.status() == status).isPresent();
    }
}
