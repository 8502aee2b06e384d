package dev.standfirst.mail;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a connection whose server has stopped reading: Java's sockets have a time limit for reading and none for
 * writing. One thread watches over all connections.
 */
final class StalledWrites implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(StalledWrites.class);

    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "mail-stalled-writes");
        thread.setDaemon(true);
        return thread;
    });

    private static final long NONE = 0;

    private final Socket socket;
    private final long patience;
    private final Future<?> watch;
    private volatile long since = NONE;

    /**
     * Watches over a connection.
     *
     * @param socket the one below TLS: closing that one waits for nothing
     * @param patience how long one write may take
     */
    StalledWrites(Socket socket, Duration patience) {
        this.socket = socket;
        this.patience = patience.toNanos();
        long every = Math.max(TimeUnit.MILLISECONDS.toNanos(20), this.patience / 4);
        this.watch = TIMER.scheduleWithFixedDelay(this::look, every, every, TimeUnit.NANOSECONDS);
    }

    void begin() {
        long now = System.nanoTime();
        since = now == NONE ? 1 : now;
    }

    void end() {
        since = NONE;
    }

    @Override
    public void close() {
        watch.cancel(false);
    }

    private void look() {
        long began = since;
        if (began != NONE && System.nanoTime() - began > patience) {
            try {
                socket.close();
            } catch (IOException e) {
                log.debug("a connection that stalled was closed already", e);
            }
        }
    }
}
