package dev.standfirst.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Leaves a gap between two requests to one host, whoever makes them. */
@Component
class HostPacer {

    private final Duration gap;
    private final Clock clock;
    private final Map<String, Instant> next = new HashMap<>();

    HostPacer(FetchSettings settings, Clock clock) {
        this.gap = settings.gap();
        this.clock = clock;
    }

    /** Waits for this request's turn. */
    void await(String host) throws InterruptedException {
        long wait = reserve(host).toMillis();
        if (wait > 0) {
            Thread.sleep(wait);
        }
    }

    /** Takes the next turn and says how far off it is. */
    synchronized Duration reserve(String host) {
        Instant now = clock.instant();
        Instant free = next.getOrDefault(host, now);
        Instant turn = free.isBefore(now) ? now : free;
        next.put(host, turn.plus(gap));
        return Duration.between(now, turn);
    }
}
