package dev.standfirst.delivery;

import dev.standfirst.mail.SendResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * What an answer of a mail server means for a row of one edition. A refusal for now is tried again after a while, twice
 * as long each time and never at the same moment as the others, until the edition's mails are too old. A mail that may
 * have arrived is sent again, as a server's answer may be lost once, but not for ever: whoever gets a third one must
 * have asked for it.
 *
 * @param repeatsDoubt whether a mail that may have arrived is sent again
 * @param tries how long a mail is tried again, counted from the first refusal for now
 * @param firstWait before the first try after a refusal for now
 */
public record Terms(boolean repeatsDoubt, Duration tries, Duration firstWait, Clock clock, RandomGenerator random) {

    private static final int DOUBTS = 2;
    private static final Duration LONGEST_WAIT = Duration.ofHours(4);
    private static final int MOST_DOUBLINGS = 20;

    /** Rows that are tried again in the same few seconds share a moment, so that they are found together. */
    private static final long GRAIN = 10;

    Settlement settle(Waiting row, SendResult result) {
        if (result instanceof SendResult.Accepted accepted) {
            return new Settlement(row.id(), DeliveryState.SENT, accepted.reply(), row.due(), 1, 0, true);
        }
        if (result instanceof SendResult.Refused refused) {
            return new Settlement(row.id(), DeliveryState.FAILED, refused.reply(), row.due(), 1, 0, false);
        }
        if (result instanceof SendResult.Deferred deferred) {
            return deferred(row, deferred.reply());
        }
        if (result instanceof SendResult.Unknown unknown) {
            return doubtful(row, unknown.reason(), next(row));
        }
        return Settlement.back(row);
    }

    private Settlement deferred(Waiting row, String reply) {
        Instant next = next(row);
        return isTooLate(row, next)
                ? new Settlement(row.id(), DeliveryState.FAILED, "given up: " + reply, row.due(), 1, 0, false)
                : new Settlement(row.id(), DeliveryState.RETRY, reply, next, 1, 0, false);
    }

    /**
     * Nobody knows whether a mail arrived.
     *
     * @param again when it would be sent once more
     */
    Settlement doubtful(Waiting row, String reason, Instant again) {
        boolean repeated = repeatsDoubt && row.doubts() < DOUBTS && !isTooLate(row, again);
        return new Settlement(
                row.id(),
                repeated ? DeliveryState.RETRY : DeliveryState.DOUBT,
                reason,
                repeated ? again : row.due(),
                1,
                1,
                false);
    }

    private boolean isTooLate(Waiting row, Instant next) {
        return next.isAfter(row.triesFrom().orElseGet(clock::instant).plus(tries));
    }

    private Instant next(Waiting row) {
        Duration wait = firstWait.multipliedBy(1L << Math.min(MOST_DOUBLINGS, row.attempts()));
        Duration most = wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
        Duration jitter = Duration.ofMillis(random.nextLong(most.toMillis() / 2 + 1));
        Instant at = clock.instant().plus(most).plus(jitter);
        long seconds = at.getEpochSecond();
        return most.toSeconds() < 2 * GRAIN ? at : Instant.ofEpochSecond(seconds + GRAIN - seconds % GRAIN);
    }
}
