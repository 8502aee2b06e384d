package dev.standfirst.subscriber;

/**
 * What happens at once when a person leaves a list, or nobody may mail the person any more, and when that is taken
 * back: a package that has something under way for people has a bean of this type. {@link Subscriptions} and
 * {@link Suppressions} tell them all, in the transaction that does it.
 */
public interface Leaving {

    /** A place was left. */
    void left(long subscriptionId);

    /** A place that was left is the person's again. */
    void takenBack(long subscriptionId);

    /** An entry for the person's address stops all mail to the person. */
    void stopped(long subscriberId);

    /** Such an entry was taken away. */
    void released(long subscriberId);
}
