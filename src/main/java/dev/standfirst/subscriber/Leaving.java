package dev.standfirst.subscriber;

/**
 * What happens at once when a person leaves a list, or takes that back: a package that has something under way for
 * people has a bean of this type. {@link Subscriptions} tells them all, in the transaction that does it.
 */
public interface Leaving {

    /** A place was left. */
    void left(long subscriptionId);

    /** A place that was left is the person's again. */
    void takenBack(long subscriptionId);
}
