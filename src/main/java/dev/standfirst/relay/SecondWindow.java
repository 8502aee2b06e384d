package dev.standfirst.relay;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * So many in any second and not one more: the times of the last ones, in memory. Of one process alone, since a second
 * is over before another could be asked, or this one started again. Used under its owner's lock.
 */
final class SecondWindow {

    private static final long SECOND = 1_000_000_000L;

    /** The next one may go a second after the one that stands here went. */
    private final long[] times;

    private int next;
    private long latest = Long.MIN_VALUE;

    SecondWindow(int limit) {
        times = new long[limit];
        Arrays.fill(times, Long.MIN_VALUE);
    }

    /** When the next may go; empty for now. */
    Optional<Instant> blockedUntil(Instant now) {
        long nanos = nanos(now);
        if (nanos < latest) {
            // The clock was set back. How long ago they went is not known; a second from now they are old for sure.
            Arrays.setAll(times, i -> Math.min(times[i], nanos));
            latest = nanos;
        }
        long oldest = times[next];
        return oldest == Long.MIN_VALUE || nanos - oldest >= SECOND
                ? Optional.empty()
                : Optional.of(instant(oldest + SECOND));
    }

    void take(Instant now) {
        latest = nanos(now);
        times[next] = latest;
        next = (next + 1) % times.length;
    }

    private static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), SECOND), instant.getNano());
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }
}
