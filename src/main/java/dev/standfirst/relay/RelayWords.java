package dev.standfirst.relay;

import dev.standfirst.mail.SendResult.NoServer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** How a relay is, in words. */
final class RelayWords {

    private final Clock clock;
    private final ZoneId zone;

    RelayWords(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** With its limits. */
    String of(Breaker breaker, Gate gate) {
        if (breaker.halted().isPresent() || breaker.isClosed()) {
            return state(breaker);
        }
        Optional<Gate.Full> full = gate.full();
        if (full.isPresent()) {
            return "reached %,d an hour, goes on at %s"
                    .formatted(full.get().limit(), time(full.get().until()));
        }
        return state(breaker)
                + gate.warmUpDay()
                        .map(day -> ", warms up, day %d: %,d an hour"
                                .formatted(day, gate.hourLimit().orElse(0)))
                        .orElse("");
    }

    /** Without its limits: what changes when something happens, not as time goes by. */
    String state(Breaker breaker) {
        Optional<NoServer> halted = breaker.halted();
        if (halted.isPresent()) {
            return "takes nothing: " + halted.get().reason();
        }
        String since = breaker.troubledSince().map(this::time).orElse("");
        if (breaker.isClosed()) {
            return "%s since %s, tried again at %s"
                    .formatted(
                            breaker.isSilent() ? "does not answer" : "has enough for now",
                            since,
                            time(breaker.opensAgain()));
        }
        return since.isEmpty()
                ? "takes mail"
                : "takes mail, %s after trouble since %s".formatted(connections(breaker.width()), since);
    }

    private static String connections(int width) {
        return width == 1 ? "over one connection" : "over %d connections".formatted(width);
    }

    private String time(Instant instant) {
        boolean today = clock.instant()
                .atZone(zone)
                .toLocalDate()
                .equals(instant.atZone(zone).toLocalDate());
        return DateTimeFormatter.ofPattern(today ? "HH:mm" : "EEE d MMM HH:mm", Locale.UK)
                .format(instant.atZone(zone));
    }
}
