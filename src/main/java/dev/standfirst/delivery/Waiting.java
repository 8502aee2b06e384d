package dev.standfirst.delivery;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row that is claimed, or may be, as the ledger has it.
 *
 * @param id its number
 * @param due when it was due
 * @param attempts how often a server was asked to take it before
 * @param doubts how often nobody knew whether it arrived
 * @param triesFrom since when it is tried again; empty where it was not refused for now
 */
record Waiting(long id, Instant due, int attempts, int doubts, Optional<Instant> triesFrom) {

    /** The state that it waits in when it goes back untried. */
    DeliveryState state() {
        return attempts == 0 ? DeliveryState.PENDING : DeliveryState.RETRY;
    }

    /**
     * Whether a row may be mailed, by what is known now.
     *
     * @param id of the row
     * @param from the state it was in
     * @param reason why not, in words; null where it may
     */
    record Verdict(long id, DeliveryState from, @Nullable String reason) {}
}
