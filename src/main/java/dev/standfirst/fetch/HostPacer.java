package dev.standfirst.fetch;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets requests at a host one after the other, first come, first served, with a gap between the end of one and the
 * start of the next. Hosts do not wait for each other. The wait counts against a limit of its own, not against the time
 * that an exchange may take.
 */
@Component
class HostPacer {

    /** Lanes nobody has used for longer than the longest gap are forgotten. */
    private static final Duration LONGEST_GAP = Duration.ofSeconds(30);

    private static final int FEW = 1_000;

    private final Duration queue;
    private final Clock clock;
    final Map<String, Lane> lanes = new HashMap<>();
    private int sweepAt = FEW;

    HostPacer(FetchSettings settings, Clock clock) {
        this.queue = settings.queue();
        this.clock = clock;
    }

    /** What is done when it is our turn. */
    interface Exchange<T> {
        T run() throws IOException, InterruptedException;
    }

    /**
     * Waits for a turn and talks to the host.
     *
     * @param gap since the last request to this host, at most 30 s
     * @throws IOException what the exchange throws; or with a reason in plain words, where the turn did not come in
     *     time
     */
    <T> T inTurn(String host, Duration gap, Exchange<T> exchange) throws IOException, InterruptedException {
        Lane lane = enter(host);
        try {
            if (!lane.turn.tryAcquire(queue.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new Refusal(
                        "did not get its turn within %s: many requests wait for %s".formatted(Figures.of(queue), host));
            }
            try {
                TimeUnit.NANOSECONDS.sleep(pause(host, gap).toNanos());
                return exchange.run();
            } finally {
                end(lane);
            }
        } finally {
            leave(lane);
        }
    }

    /** What is left of the gap; never more than the gap, even where somebody sets the clock back. */
    synchronized Duration pause(String host, Duration gap) {
        Lane lane = lanes.get(host);
        if (lane == null || lane.last == null) {
            return Duration.ZERO;
        }
        Duration left = gap.minus(Duration.between(lane.last, clock.instant()));
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(gap) > 0 ? gap : left;
    }

    private synchronized Lane enter(String host) {
        if (lanes.size() >= sweepAt && !lanes.containsKey(host)) {
            Instant stale = clock.instant().minus(LONGEST_GAP);
            lanes.values().removeIf(lane -> lane.isStale(stale));
            sweepAt = Math.max(FEW, 2 * lanes.size());
        }
        Lane lane = lanes.computeIfAbsent(host, name -> new Lane());
        lane.users++;
        return lane;
    }

    private synchronized void leave(Lane lane) {
        lane.users--;
    }

    private synchronized void end(Lane lane) {
        lane.last = clock.instant();
        lane.turn.release();
    }

    /** What is known of one host: who talks to it, how many want to, and when the last one ended. */
    static final class Lane {

        private final Semaphore turn = new Semaphore(1, true);
        private int users;
        private @Nullable Instant last;

        boolean isStale(Instant before) {
            return users == 0 && (last == null || last.isBefore(before));
        }
    }
}
