package dev.standfirst.relay;

import java.time.Instant;

/** Whether a mail may go now. */
public sealed interface Permit {

    /**
     * It may, and counts against every limit. It is followed by {@link Relay#tell}, or by {@link Relay#unused} where
     * the mail does not go after all.
     */
    record Granted() implements Permit {}

    /**
     * Not yet.
     *
     * @param at when to ask again
     * @param wholeRelay whether nobody may be sent anything until then; else it is about this recipient's domain
     */
    record Later(Instant at, boolean wholeRelay) implements Permit {}
}
