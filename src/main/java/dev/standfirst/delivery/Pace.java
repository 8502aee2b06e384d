package dev.standfirst.delivery;

import java.time.Duration;

/** How many mails a second come to something, lately; by a clock that nobody sets. */
final class Pace {

    private static final Duration LATELY = Duration.ofSeconds(1);

    private long since = System.nanoTime();
    private long counted;
    private int rate;

    /**
     * Makes one.
     *
     * @param guess what is taken for the rate until it is known
     */
    Pace(int guess) {
        this.rate = guess;
    }

    void count(long mails) {
        counted += mails;
        long now = System.nanoTime();
        long past = now - since;
        if (past >= LATELY.toNanos()) {
            rate = (int) Math.min(Integer.MAX_VALUE, counted * LATELY.toNanos() / past);
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
