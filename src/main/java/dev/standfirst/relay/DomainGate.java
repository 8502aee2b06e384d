package dev.standfirst.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one recipient domain may be given through one relay. Used under its owner's lock. */
final class DomainGate {

    /** A mail that nobody told the end of: a server may take ten minutes for its last answer, no longer. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(15);

    /** When to look again where others are being served. */
    private static final Duration MOMENT = Duration.ofMillis(100);

    private final DomainLimits limits;
    private final @Nullable SecondWindow second;
    private final @Nullable HourWindow hour;
    private final Deque<Instant> underWay = new ArrayDeque<>();
    private Instant lastAsked;

    DomainGate(DomainLimits limits, RelayUse use, String domain, Instant now) {
        this.limits = limits;
        this.second = limits.perSecond() > 0 ? new SecondWindow(limits.perSecond()) : null;
        this.hour = limits.perHour() > 0 ? new HourWindow(use, domain) : null;
        this.lastAsked = now;
    }

    /** When the next may go; empty for now. */
    Optional<Instant> blockedUntil(Instant now) {
        lastAsked = now;
        return Stream.of(places(now), second(now), hour(now))
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
    }

    void take(Instant now) {
        if (limits.connections() > 0) {
            underWay.addLast(now);
        }
        if (second != null) {
            second.take(now);
        }
        if (hour != null) {
            hour.take();
        }
    }

    /** A mail ended, whatever became of it. */
    void ended() {
        underWay.pollFirst();
    }

    /** A mail did not go after all. */
    void unused() {
        ended();
        if (hour != null) {
            hour.giveBack();
        }
    }

    /** Whether nothing is lost when this is forgotten. */
    boolean isIdle(Instant now) {
        boolean quiet = now.isAfter(lastAsked.plus(RelayUse.LIFE)) || now.isBefore(lastAsked.minus(RelayUse.LIFE));
        return quiet && underWay.isEmpty();
    }

    void close() {
        if (hour != null) {
            hour.close();
        }
    }

    private Optional<Instant> places(Instant now) {
        while (!underWay.isEmpty() && now.isAfter(underWay.getFirst().plus(FORGOTTEN))) {
            underWay.removeFirst();
        }
        return limits.connections() > 0 && underWay.size() >= limits.connections()
                ? Optional.of(now.plus(MOMENT))
                : Optional.empty();
    }

    private Optional<Instant> second(Instant now) {
        return second == null ? Optional.empty() : second.blockedUntil(now);
    }

    private Optional<Instant> hour(Instant now) {
        return hour == null ? Optional.empty() : hour.blockedUntil(limits.perHour(), now);
    }
}
