package dev.standfirst.subscriber;

/** What is wanted of several people at once. */
public sealed interface Aim {

    /** Their places end, as {@link Subscriptions#leave} says. */
    record Leave() implements Aim {}

    /**
     * They are put on another list, as {@link Subscriptions#add} says.
     *
     * @param list name of the list
     */
    record Put(String list) implements Aim {}

    /** Nobody mails them any more, as an entry for each in {@link Suppressions} says. */
    record Stop() implements Aim {}
}
