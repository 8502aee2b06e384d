package dev.standfirst.delivery;

import java.util.function.BooleanSupplier;

/**
 * The right to send an edition, as its holder knows it. Both are quick, and are asked by many threads.
 *
 * @param ours whether it is surely ours now; asked before every mail
 * @param lost whether somebody else has it: what is in hand is not to be sent any more
 */
public record Lease(BooleanSupplier ours, BooleanSupplier lost) {

    boolean isOurs() {
        return ours.getAsBoolean();
    }

    boolean isLost() {
        return lost.getAsBoolean();
    }
}
