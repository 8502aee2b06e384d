package dev.standfirst.bounce;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Counts messages that were refused, and tells of them once a minute: anybody can send as many as they like. */
final class Refusals {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Clock clock;
    private Instant next = Instant.MIN;
    private long untold;

    Refusals(Clock clock) {
        this.clock = clock;
    }

    /** The line for the log, where one is due. */
    synchronized Optional<String> add(String provider, String why) {
        Instant now = clock.instant();
        untold++;
        if (now.isBefore(next)) {
            return Optional.empty();
        }
        String line = "messages that were refused since the last such line: %d; the last of them to /hooks/%s: %s"
                .formatted(untold, provider, why);
        next = now.plus(PAUSE);
        untold = 0;
        return Optional.of(line);
    }
}
