package dev.standfirst.delivery;

import java.time.Instant;

/**
 * What became of a claimed row.
 *
 * @param id number of the row
 * @param state its new state
 * @param reply what the server said, for people
 * @param due when it is due from now on; as before where it does not wait
 * @param attempts how many more times a server was asked: 0 where nothing left this machine
 * @param doubts how many more times nobody knows whether it arrived: 0 or 1
 * @param taken whether a server took it
 */
record Settlement(long id, DeliveryState state, String reply, Instant due, int attempts, int doubts, boolean taken) {

    /** A row that goes back as it came. */
    static Settlement back(Waiting row) {
        return new Settlement(row.id(), row.state(), "", row.due(), 0, 0, false);
    }

    /** A row that must not be mailed any more. */
    static Settlement closed(Waiting row, String reason) {
        return new Settlement(row.id(), DeliveryState.SUPPRESSED, reason, row.due(), 0, 0, false);
    }

    /** Whether a mail that may have arrived is sent once more. */
    boolean repeats() {
        return doubts > 0 && state == DeliveryState.RETRY;
    }
}
