package dev.standfirst.relay;

import dev.standfirst.mail.SendResult.NoServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How wide a relay is open. Trouble closes it for 1, 2, 4 ... seconds up to 5 minutes, give or take a quarter, so that
 * not all who wait come back at once; then one connection tries. Every {@value #GOOD} mails that it takes after that
 * widen it by one connection. A server that has enough for now is first asked with half as many connections.
 *
 * <p>A server that did not answer yet gets one connection, so that a wrong password is tried once and not by all.
 */
final class Breaker {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 9;
    private static final int GOOD = 20;

    /** Mails without an answer in a row, each of which may have arrived or not: more are not risked. */
    private static final int UNKNOWN = 3;

    private final int connections;
    private final Clock clock;
    private final RandomGenerator random;

    private boolean proven;
    private int width;
    private int good;
    private int troubles;
    private int unknowns;
    private boolean busy;
    private Instant narrowedAt = Instant.EPOCH;
    private Duration wait = Duration.ZERO;
    private @Nullable Instant opensAgain;
    private @Nullable Instant since;
    private @Nullable NoServer halted;

    /**
     * A relay that nothing is known of yet.
     *
     * @param connections most that may be open
     */
    Breaker(int connections, Clock clock, RandomGenerator random) {
        this.connections = connections;
        this.clock = clock;
        this.random = random;
        this.width = connections;
    }

    /** Connections that may be open now. */
    synchronized int width() {
        if (halted != null) {
            return 0;
        }
        if (opensAgain != null) {
            return isDue() ? 1 : 0;
        }
        return proven ? width : 1;
    }

    /** When one connection may try; now, where it may. */
    synchronized Instant opensAgain() {
        isDue();
        return opensAgain == null ? clock.instant() : opensAgain;
    }

    /** A mail was taken. */
    synchronized void accepted() {
        answered();
        if (halted != null || opensAgain != null) {
            return;
        }
        good++;
        if (good >= GOOD) {
            good = 0;
            troubles = 0;
            width = Math.min(width + 1, connections);
            since = width == connections ? null : since;
        }
    }

    /** The server answered, whatever it thinks of the recipient. */
    synchronized void answered() {
        unknowns = 0;
        if (!proven && halted == null) {
            proven = true;
        }
        // Others' connections may work on while one broke. One that was opened to try, or is busy, is waited for.
        if (opensAgain != null && (isDue() || !busy)) {
            opensAgain = null;
        }
    }

    /** No answer came to a mail. */
    synchronized void unknown() {
        unknowns++;
        if (unknowns >= UNKNOWN) {
            unknowns = 0;
            close(false);
        }
    }

    /** It cannot be reached, or the connection broke. */
    synchronized void unreachable() {
        close(false);
    }

    /** It has enough for now. */
    synchronized void busy() {
        Instant now = clock.instant();
        since = since == null ? now : since;
        boolean justNarrowed = Duration.between(narrowedAt, now).abs().compareTo(FIRST_WAIT) < 0;
        if (opensAgain != null || !proven || (width == 1 && !justNarrowed)) {
            close(true);
        } else if (!justNarrowed) {
            // What others say in the same second was said to as many connections as before.
            narrowedAt = now;
            good = 0;
            width = width / 2;
        }
    }

    /** Trouble that no waiting mends. */
    synchronized void halt(NoServer trouble) {
        halted = halted == null ? trouble : halted;
    }

    synchronized Optional<NoServer> halted() {
        return Optional.ofNullable(halted);
    }

    /** A halted relay may be tried again, with one connection. */
    synchronized void retry() {
        if (halted != null) {
            halted = null;
            proven = false;
            width = connections;
        }
    }

    /** Whether the server answered since it was halted last. */
    synchronized boolean isProven() {
        return proven && halted == null;
    }

    /** Since when there is trouble that is not over. */
    synchronized Optional<Instant> troubledSince() {
        return Optional.ofNullable(since);
    }

    /** Whether it is closed for some time, and that is not because it has enough. */
    synchronized boolean isSilent() {
        return opensAgain != null && !busy;
    }

    /** Whether it is closed for some time. */
    synchronized boolean isClosed() {
        return opensAgain != null;
    }

    private void close(boolean enough) {
        if (halted != null || (opensAgain != null && !isDue())) {
            // Told by another connection already.
            return;
        }
        Instant now = clock.instant();
        since = since == null ? now : since;
        busy = enough;
        good = 0;
        width = 1;
        wait = wait(troubles);
        troubles = Math.min(troubles + 1, DOUBLINGS);
        opensAgain = now.plus(wait);
    }

    private Duration wait(int before) {
        Duration doubled = FIRST_WAIT.multipliedBy(1L << before);
        Duration most = doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
        return Duration.ofMillis(Math.round(most.toMillis() * (0.75 + 0.5 * random.nextDouble())));
    }

    /** Whether one connection may try. A clock that was set back makes nobody wait longer than was said. */
    private boolean isDue() {
        Instant now = clock.instant();
        if (opensAgain == null) {
            return false;
        }
        if (opensAgain.isAfter(now.plus(wait))) {
            opensAgain = now.plus(wait);
        }
        return !now.isBefore(opensAgain);
    }
}
