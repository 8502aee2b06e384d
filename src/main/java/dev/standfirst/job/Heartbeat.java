package dev.standfirst.job;

import dev.standfirst.node.Nodes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

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
    private final Map<EditionKey, Long> renewed = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "heartbeat");
        thread.setDaemon(true);
        return thread;
    });

    Heartbeat(EditionLease leases, Nodes nodes) {
        this.leases = leases;
        this.nodes = nodes;
    }

    void start(EditionKey key, LeaseOwner owner) {
        renewed.put(key, System.nanoTime());
        beats.put(key, timer.scheduleWithFixedDelay(() -> beat(key, owner), SECONDS, SECONDS, TimeUnit.SECONDS));
    }

    /** Whether the lease of a run is surely ours now; quick. */
    boolean isOurs(EditionKey key) {
        Long last = renewed.get(key);
        return last != null && System.nanoTime() - last < FRESH.toNanos();
    }

    void stop(EditionKey key) {
        renewed.remove(key);
        ScheduledFuture<?> beat = beats.remove(key);
        if (beat != null) {
            beat.cancel(false);
        }
    }

    private void beat(EditionKey key, LeaseOwner owner) {
        try {
            long before = System.nanoTime();
            if (leases.renew(key, owner)) {
                renewed.computeIfPresent(key, (same, last) -> before);
            }
            nodes.advance();
        } catch (DataAccessException | TransactionException e) {
            // The next beat tries again; five may fail before the lease runs out.
            log.warn("could not renew the lease of {}", key, e);
        }
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
