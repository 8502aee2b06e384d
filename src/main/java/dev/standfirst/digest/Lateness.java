package dev.standfirst.digest;

import java.time.Duration;
import java.util.Optional;

/**
 * What becomes of an edition that did not begin on time, because the program was off or the machine asleep.
 *
 * @param missed what becomes of it
 * @param limit how late an edition may still begin, for {@link Missed#SEND}; empty: as late as the settings say
 */
public record Lateness(Missed missed, Optional<Duration> limit) {

    /** That of a digest whose file says nothing about it. */
    public static final Lateness USUAL = new Lateness(Missed.SEND, Optional.empty());

    /** What still is on time: a program that starts anew, or a clock that is set right, takes less. */
    private static final Duration ON_TIME = Duration.ofMinutes(5);

    /** What becomes of an edition that did not begin on time. */
    public enum Missed {
        /** It goes out late, up to a limit; after that as {@link #MERGE}. */
        SEND,
        /** It does not go out; the next edition tells what it would have told. */
        MERGE,
        /** It does not go out, and what was new for it is not told any more. */
        SKIP
    }

    /**
     * How late an edition may begin.
     *
     * @param usual what the settings say
     */
    public Duration within(Duration usual) {
        return missed == Missed.SEND ? limit.orElse(usual) : ON_TIME;
    }
}
