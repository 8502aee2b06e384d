package dev.standfirst.delivery;

import dev.standfirst.delivery.Dispatch.Beat;
import dev.standfirst.mail.SendResult;
import dev.standfirst.relay.Relays;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Whether a sending cannot go on for now, since no mail server takes mail, or the limits of all are reached. */
final class Standstill {

    /** How long a run that mailed somebody waits for what is gone to come back. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Relays relays;
    private final Outgoing outgoing;
    private OptionalLong closedSince = OptionalLong.empty();

    Standstill(Relays relays, Outgoing outgoing) {
        this.relays = relays;
        this.outgoing = outgoing;
    }

    /**
     * Looks.
     *
     * @param settled how many rows were settled by now
     * @return empty where it goes on
     */
    Optional<Beat> look(long settled, Instant now) {
        if (relays.all().stream().anyMatch(relay -> relay.width() > 0)) {
            closedSince = OptionalLong.empty();
            return rest(now);
        }
        closedSince = OptionalLong.of(closedSince.orElseGet(System::nanoTime));
        boolean halted = relays.all().stream().allMatch(relay -> relay.halted().isPresent());
        boolean tooLong = System.nanoTime() - closedSince.getAsLong() > PATIENCE.toNanos() && !isTriedSoon(now);
        return halted || tooLong || isInVain(settled) ? trouble() : Optional.empty();
    }

    /** Nobody gives up just before a relay is tried again. */
    private boolean isTriedSoon(Instant now) {
        return relays.all().stream()
                .filter(relay -> relay.halted().isEmpty())
                .anyMatch(relay -> relay.opensAgain().isBefore(now.plus(PATIENCE)));
    }

    /** Until the first of the relays takes mail again; one that was closed for a moment is worth waiting for. */
    private Optional<Beat> rest(Instant now) {
        return relays.all().stream()
                .filter(relay -> relay.halted().isEmpty())
                .map(relay -> relay.width() > 0 ? outgoing.restOf(relay) : relay.opensAgain())
                .min(Instant::compareTo)
                .filter(until -> until.isAfter(now.plus(PATIENCE)) && outgoing.isIdle())
                .map(Beat.Rests::new);
    }

    /** Whether nobody was mailed, and the mail server cannot be reached: whoever began the run is told at once. */
    private boolean isInVain(long settled) {
        return settled == 0
                && relays.all().stream()
                        .flatMap(relay -> outgoing.trouble(relay).stream())
                        .anyMatch(what -> what.kind() != SendResult.Trouble.BUSY);
    }

    /** Why nothing goes out at this moment, in words; empty where something does. */
    Optional<String> words(Instant now) {
        boolean stands = relays.all().stream()
                .allMatch(relay -> relay.width() == 0 || outgoing.restOf(relay).isAfter(now));
        return stands
                ? Optional.of(relays.all().stream()
                        .map(relay -> relay.destination() + " " + relay.words())
                        .collect(Collectors.joining("; ")))
                : Optional.empty();
    }

    private Optional<Beat> trouble() {
        return relays.all().stream()
                .flatMap(relay -> relay.halted().or(() -> outgoing.trouble(relay)).stream())
                .findFirst()
                .map(Beat.Trouble::new);
    }
}
