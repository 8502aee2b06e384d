package dev.standfirst.cli;

import dev.standfirst.delivery.DeliveryState;
import dev.standfirst.delivery.Recipients.Recipient;

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

    /** What the server answered last, and that nobody knew of an answer before. */
    static String answer(Recipient one) {
        return one.doubts() == 0 || one.state() == DeliveryState.DOUBT
                ? one.reply()
                : "%s (%s)".formatted(one.reply(), again(one.state())).strip();
    }

    private static String again(DeliveryState state) {
        return switch (state) {
            case SENT -> "sent again, its first answer was lost";
            case PENDING, CLAIMED, RETRY -> "to be sent again, its first answer was lost";
            case FAILED, SUPPRESSED, DOUBT -> "its first answer was lost";
        };
    }
}
