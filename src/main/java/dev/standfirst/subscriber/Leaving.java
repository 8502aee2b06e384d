package dev.standfirst.subscriber;

/**
 * What happens at once when a person leaves a list: a package that has something under way for people has a bean of
 * this type. {@link Subscriptions} tells them all.
 */
public interface Leaving {

    /** A place was left. Called in the transaction that leaves it. */
    void left(long subscriptionId);
}
