package dev.standfirst.job;

import dev.standfirst.node.Nodes;
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

/** Renews the leases of this process while their runs work: every 5 s, for leases of 30 s. */
@Component
class Heartbeat implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);
    private static final long SECONDS = 5;

    private final EditionLease leases;
    private final Nodes nodes;
    private final Map<EditionKey, ScheduledFuture<?>> beats = new ConcurrentHashMap<>();
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
        beats.put(key, timer.scheduleWithFixedDelay(() -> beat(key, owner), SECONDS, SECONDS, TimeUnit.SECONDS));
    }

    void stop(EditionKey key) {
        ScheduledFuture<?> beat = beats.remove(key);
        if (beat != null) {
            beat.cancel(false);
        }
    }

    private void beat(EditionKey key, LeaseOwner owner) {
        try {
            leases.renew(key, owner);
            nodes.advance();
        } catch (DataAccessException e) {
            // The next beat tries again; five may fail before the lease runs out.
            log.warn("could not renew the lease of {}", key, e);
        }
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
