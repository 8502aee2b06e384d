package dev.standfirst.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** So many in any hour, of all processes: uses what {@link RelayUse} reserves. Used under its owner's lock. */
final class HourWindow {

    /** How long it is believed that there is no room; others may have given permits back meanwhile. */
    private static final Duration BELIEVED = Duration.ofSeconds(10);

    private final RelayUse use;
    private final String domain;
    private RelayUse.@Nullable Block block;
    private int used;
    private @Nullable Instant roomAt;
    private Instant askedAt = Instant.MIN;

    /**
     * Makes one.
     *
     * @param domain of the recipients, or empty for the whole relay
     */
    HourWindow(RelayUse use, String domain) {
        this.use = use;
        this.domain = domain;
    }

    /** When the next may go; empty for now, and then a permit is at hand. */
    Optional<Instant> blockedUntil(int limit, Instant now) {
        if (hasPermit(now)) {
            return Optional.empty();
        }
        Instant known = roomAt;
        boolean believed = !now.isBefore(askedAt) && now.isBefore(askedAt.plus(BELIEVED));
        if (known != null && believed && now.isBefore(known)) {
            return Optional.of(known);
        }
        RelayUse.Answer answer = use.reserve(domain, limit, block, used);
        askedAt = now;
        block = answer.block().orElse(null);
        used = 0;
        roomAt = block == null ? answer.roomAt() : null;
        return Optional.ofNullable(roomAt);
    }

    /** Uses the permit that {@link #blockedUntil} found. */
    void take() {
        used++;
    }

    /** The mail did not go. */
    void giveBack() {
        if (block != null && used > 0) {
            used--;
        }
    }

    /** Whether none may go at this moment, as far as is known without asking. */
    Optional<Instant> fullUntil() {
        return Optional.ofNullable(roomAt);
    }

    /** Gives everything back that was not used. */
    void close() {
        RelayUse.Block open = block;
        if (open != null) {
            use.giveBack(open, used);
            block = null;
        }
    }

    private boolean hasPermit(Instant now) {
        RelayUse.Block open = block;
        return open != null
                && used < open.permits()
                && !now.isBefore(open.takenAt())
                && now.isBefore(open.takenAt().plus(RelayUse.LIFE));
    }
}
