package dev.standfirst.delivery;

import dev.standfirst.relay.Relay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The connections of one run, each with its thread and its journal. Every few hundredths of a second what the journals
 * hold is brought to the disk itself.
 */
final class Crew {

    private static final Duration SYNC = Duration.ofMillis(50);

    private final Dispatch.Run run;
    private final Journals journals;
    private final Outgoing outgoing;
    private final Journal marker;
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService syncing;
    private final ScheduledFuture<?> syncs;
    private int opened;

    Crew(Dispatch.Run run, Journals journals, Outgoing outgoing) {
        this.run = run;
        this.journals = journals;
        this.outgoing = outgoing;
        // Tells whoever finds claimed rows without a word in a journal that the journals are here, and silent.
        this.marker = journals.open(run.edition(), name(), run.owner());
        this.syncing = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "journal-sync"));
        this.syncs =
                syncing.scheduleWithFixedDelay(this::sync, SYNC.toMillis(), SYNC.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Opens connections to a relay: as many as it may have, and no more than there are rows for. */
    void open(Relay relay) {
        long open = connections.stream()
                .filter(one -> one.relay() == relay && !one.isOver())
                .count();
        boolean rests = outgoing.restOf(relay).isAfter(run.terms().clock().instant());
        long more = Math.min(relay.width() - open, outgoing.waitingFor(relay));
        for (long i = 0; i < more && !rests; i++) {
            Journal journal = journals.open(run.edition(), name(), run.owner());
            Connection connection = new Connection(outgoing, relay, run, journal);
            connections.add(connection);
            daemon(connection, "mail-" + relay.name() + "-" + opened).start();
        }
    }

    /** Whether no connection is at work. */
    boolean isOver() {
        return connections.stream().allMatch(Connection::isOver);
    }

    /** Puts those away that ended and of which every row is settled. */
    void closeEnded() {
        connections.removeIf(connection -> {
            boolean ended = connection.isOver() && connection.journal().isSettled();
            if (ended) {
                connection.journal().close();
            }
            return ended;
        });
    }

    /** Ends it. Where every row is settled, no journal is left. */
    void close() {
        syncs.cancel(false);
        syncing.shutdownNow();
        closeEnded();
        if (connections.isEmpty()) {
            marker.close();
        }
    }

    private void sync() {
        try {
            connections.forEach(connection -> connection.journal().sync());
        } catch (JournalException e) {
            outgoing.fail(e);
        }
    }

    private String name() {
        return "%08x-%d".formatted(run.owner().hashCode(), opened++);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
