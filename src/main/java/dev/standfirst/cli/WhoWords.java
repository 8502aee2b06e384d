package dev.standfirst.cli;

import dev.standfirst.delivery.DeliveryState;

/** Where a mail stands, in words. */
final class WhoWords {

    private WhoWords() {}

    static String of(DeliveryState state) {
        return switch (state) {
            case PENDING -> "waits";
            case CLAIMED -> "in hand";
            case SENT -> "sent";
            case RETRY -> "later";
            case FAILED -> "refused";
            case SUPPRESSED -> "not sent";
            case DOUBT -> "in doubt";
        };
    }
}
