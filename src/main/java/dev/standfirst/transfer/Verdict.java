package dev.standfirst.transfer;

import dev.standfirst.subscriber.Preferences;
import dev.standfirst.subscriber.Subscription.Status;

/** What a row comes to. */
sealed interface Verdict {

    /** The person gets a place on the list. */
    record Add(Candidate candidate, Known known, Status status) implements Verdict {}

    /**
     * The person has a place, and something of it or of the person becomes another.
     *
     * @param place the place as it is
     * @param status the status it gets
     * @param preferences the preferences it gets
     */
    record Change(Candidate candidate, Known known, Known.Place place, Status status, Preferences preferences)
            implements Verdict {}

    /** The person is on the list as the row says. */
    record Same() implements Verdict {}

    /** The person is not put on the list. */
    record Skip(SkipReason reason, String words) implements Verdict {}

    /** The same, and is remembered: no import brings the person in later. */
    record KeepOut(Candidate candidate, Known known, SkipReason reason, String words) implements Verdict {}
}
