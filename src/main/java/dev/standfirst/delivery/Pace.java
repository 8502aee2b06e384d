package dev.standfirst.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How many mails a second come to something, lately. */
final class Pace {

    private static final Duration LATELY = Duration.ofSeconds(1);

    private final Clock clock;
    private Instant since;
    private long counted;
    private int rate;

    /**
     * Makes one.
     *
     * @param guess what is taken for the rate until it is known
     */
    Pace(Clock clock, int guess) {
        this.clock = clock;
        this.since = clock.instant();
        this.rate = guess;
    }

    void count(long mails) {
        counted += mails;
        Instant now = clock.instant();
        Duration past = Duration.between(since, now);
        if (past.isNegative() || past.compareTo(LATELY) >= 0) {
            rate = (int) Math.min(Integer.MAX_VALUE, counted * 1000 / Math.max(1, past.toMillis()));
            since = now;
            counted = 0;
        } else {
            rate = (int) Math.max(rate, counted);
        }
    }

    /** Mails a second. */
    int aSecond() {
        return rate;
    }
}
