package dev.standfirst.subscriber;

import dev.standfirst.subscriber.Subscription.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * People of one list who are meant together, as they were at a moment: who came, left or came back since is not meant.
 *
 * @param list name of the list
 * @param status on it; empty: any
 * @param among what else they have in common
 * @param last number of the last place that was there at the moment
 * @param asOf the moment
 */
public record Crowd(String list, Optional<Status> status, Among among, long last, Instant asOf) {

    /** What they have in common. */
    public sealed interface Among {}

    /** Nothing but the list. */
    public record Everybody() implements Among {}

    /**
     * How their addresses begin.
     *
     * @param text of the normal form
     */
    public record Beginning(String text) implements Among {}

    /** A filter finds them. */
    public record Filtered(Filter filter) implements Among {}

    /**
     * They were named one by one.
     *
     * @param places numbers of their places, at least one
     */
    public record Named(List<Long> places) implements Among {}
}
