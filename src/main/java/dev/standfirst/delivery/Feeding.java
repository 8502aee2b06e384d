package dev.standfirst.delivery;

import dev.standfirst.relay.Relay;
import dev.standfirst.relay.Relays;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Claims rows where little waits in hand, and shares them out among the relays. It goes through the rows that are due
 * in their order, and begins again where some were passed over, or came back. Used by the thread of the run.
 */
final class Feeding {

    /** So many rows are claimed, or settled, in one transaction at most. */
    static final int TOGETHER = 1000;

    /** What is claimed at a time is so much of a second's work. */
    static final int A_SECOND = 5;

    private static final int FIRST_CLAIM = 100;

    /** A relay before which so many rows wait does not keep up with its share. */
    private static final int BEHIND = 125;

    /** While rows wait for the limit of their domain, so often others are looked for whose turn has come. */
    private static final Duration NEWLY_DUE = Duration.ofSeconds(5);

    private final DueRows rows;
    private final Outgoing outgoing;
    private final Relays relays;
    private final Clock clock;
    private final Pace pace = new Pace(FIRST_CLAIM);
    private boolean through;
    private boolean passedOver;
    private long lookedAt = System.nanoTime();

    Feeding(DueRows rows, Outgoing outgoing, Relays relays, Clock clock) {
        this.rows = rows;
        this.outgoing = outgoing;
        this.relays = relays;
        this.clock = clock;
    }

    void feed() {
        relays.all().stream()
                .filter(relay -> relay.width() == 0)
                .flatMap(relay -> outgoing.takeAll(relay).stream())
                .forEach(this::shareOut);
        outgoing.unpark(clock.instant()).forEach(this::shareOut);
        Set<String> resting = outgoing.resting();
        lookAgain(resting);
        if (!through && outgoing.isOurs() && outgoing.waits() < wanted() && isWanted()) {
            List<Claimed> claimed = rows.claim(wanted(), resting);
            outgoing.claimed(claimed.size());
            passedOver |= !resting.isEmpty();
            through = claimed.isEmpty();
            lookedAt = System.nanoTime();
            claimed.forEach(this::shareOut);
        }
    }

    /** Where the rows that are due were gone through: begins again, or goes on with what became due since. */
    private void lookAgain(Set<String> resting) {
        if (!through) {
            return;
        }
        if (passedOver && resting.isEmpty()) {
            again();
        } else if (outgoing.held() > 0 && System.nanoTime() - lookedAt > NEWLY_DUE.toNanos()) {
            rows.resume();
            through = false;
        }
    }

    private int wanted() {
        int width = relays.all().stream().mapToInt(Relay::width).sum();
        return Math.min(TOGETHER, Math.max(pace.aSecond() / A_SECOND, 2 * width));
    }

    private boolean isWanted() {
        return relays.next(relay -> true).isPresent();
    }

    /** By the weights of the relays, as long as each keeps up with its share; then to whoever has room. */
    private void shareOut(Claimed row) {
        relays.next(relay -> outgoing.waitingFor(relay) < BEHIND)
                .or(() -> relays.next(relay -> true))
                .ifPresentOrElse(relay -> outgoing.give(relay, row), () -> outgoing.park(row, clock.instant()));
    }

    /** Begins with the first row that is due. */
    void again() {
        rows.restart();
        through = false;
        passedOver = false;
    }

    /** Rows were settled. Those that came back untried are looked for again. */
    void settled(long tried, long untried) {
        pace.count(tried);
        passedOver |= untried > 0;
    }

    /** Of rows that wait in hand, those that may not be mailed any more. */
    List<Waiting.Verdict> gone(Collection<Claimed> waiting) {
        return rows.gone(waiting);
    }

    /** Whether all rows that are due were gone through, and nothing of them is in hand. */
    boolean isAtTheEnd() {
        return through && outgoing.held() == 0;
    }
}
