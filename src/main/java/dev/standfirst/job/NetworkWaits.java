package dev.standfirst.job;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a step that wait for the network, or for another run, so that a stop need not wait with them. They are
 * interrupted there alone: an interrupt while a thread works on the database would close H2's file.
 */
final class NetworkWaits {

    private static final long PAUSE = 200;

    private final Set<Thread> waiting = new HashSet<>();
    private boolean stopped;

    /** Runs what waits; null where the step is being stopped. */
    <T> @Nullable T call(Supplier<T> wait) {
        synchronized (this) {
            if (stopped) {
                return null;
            }
            waiting.add(Thread.currentThread());
        }
        try {
            return wait.get();
        } finally {
            leave();
        }
    }

    /**
     * Waits a moment for somebody else.
     *
     * @return false where the step is being stopped
     */
    boolean pause() {
        return call(() -> {
                    try {
                        Thread.sleep(PAUSE);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return true;
                })
                != null;
    }

    /** Wakes all of them, and lets nobody wait any more. */
    synchronized void stop() {
        stopped = true;
        waiting.forEach(Thread::interrupt);
    }

    private synchronized void leave() {
        waiting.remove(Thread.currentThread());
        // An interrupt was meant for the wait.
        Thread.interrupted();
    }
}
