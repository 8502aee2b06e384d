package dev.standfirst.job;

import dev.standfirst.node.Nodes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Renews the leases of this process while their runs work: every 5 s, for leases of 30 s. A process that was halted for
 * longer, or was cut off from the database, does not hold them any more, and its runs must not send until it does
 * again.
 */
@Component
class Heartbeat implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);
    private static final long SECONDS = 5;

    /** Without a renewal for so long, somebody else may soon have the lease. */
    private static final Duration FRESH = Duration.ofSeconds(20);

    private final EditionLease leases;
    private final Nodes nodes;
    private final Map<EditionKey, ScheduledFuture<?>> beats = new ConcurrentHashMap<>();
    private final Map<EditionKey, Renewal> renewals = new ConcurrentHashMap<>();
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "heartbeat");
        thread.setDaemon(true);
        return thread;
    });

    Heartbeat(EditionLease leases, Nodes nodes, Clock clock) {
        this.leases = leases;
        this.nodes = nodes;
        this.clock = clock;
    }

    /**
     * The last time that a lease was surely ours, by two clocks: one may be set, the other may stand still while a
     * machine sleeps.
     *
     * @param lost whether somebody else has it since
     */
    private record Renewal(long nanos, Instant at, boolean lost) {

        boolean isFresh(Instant now) {
            return !lost && System.nanoTime() - nanos < FRESH.toNanos() && now.isBefore(at.plus(FRESH));
        }
    }

    void start(EditionKey key, LeaseOwner owner) {
        renewals.put(key, renewal(false));
        beats.put(key, timer.scheduleWithFixedDelay(() -> beat(key, owner), SECONDS, SECONDS, TimeUnit.SECONDS));
    }

    /** Whether the lease of a run is surely ours now; quick. */
    boolean isOurs(EditionKey key) {
        Renewal last = renewals.get(key);
        return last != null && last.isFresh(clock.instant());
    }

    /** Whether somebody else took the lease over: what a run of this process has in hand is not its own any more. */
    boolean isLost(EditionKey key) {
        Renewal last = renewals.get(key);
        return last == null || last.lost();
    }

    private Renewal renewal(boolean lost) {
        return new Renewal(System.nanoTime(), clock.instant(), lost);
    }

    void stop(EditionKey key) {
        renewals.remove(key);
        ScheduledFuture<?> beat = beats.remove(key);
        if (beat != null) {
            beat.cancel(false);
        }
    }

    private void beat(EditionKey key, LeaseOwner owner) {
        try {
            Renewal before = renewal(false);
            boolean ours = leases.renew(key, owner);
            renewals.computeIfPresent(key, (same, last) -> ours ? before : renewal(true));
            nodes.advance();
        } catch (RuntimeException e) {
            // The next beat tries again; five may fail before the lease runs out.
            log.warn("could not renew the lease of {}", key, e);
        }
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
