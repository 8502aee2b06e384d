package dev.standfirst.delivery;

import dev.standfirst.mail.SendResult;
import dev.standfirst.relay.Relay;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one run between the ledger and the connections: for each relay a queue of those that are to go through
 * it, those that wait for the limit of their domain, and what became of those that went. Shared by all threads of the
 * run.
 */
final class Outgoing {

    /** So many rows of one domain wait here at most; more are not claimed. */
    private static final int MOST_OF_A_DOMAIN = 50;

    private final Map<String, LinkedBlockingDeque<Claimed>> queues = new ConcurrentHashMap<>();
    private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
    private final Map<String, List<Parked>> parked = new HashMap<>();
    private final AtomicLong held = new AtomicLong();
    private final Object news = new Object();
    private volatile int awaited = Integer.MAX_VALUE;
    private final Map<String, Instant> rests = new ConcurrentHashMap<>();
    private final Map<String, SendResult.NoServer> troubles = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> atWork = new ConcurrentHashMap<>();
    private final Lease lease;
    private final Clock clock;
    private volatile boolean closed;
    private volatile @Nullable RuntimeException failure;

    /** Makes it; relays say by the clock until when they rest. */
    Outgoing(Lease lease, Clock clock) {
        this.lease = lease;
        this.clock = clock;
    }

    /**
     * What became of a row, and which journal tells of it.
     *
     * @param journal null where it was not handed over
     */
    record Outcome(
            Claimed row, Settlement settlement, @Nullable Journal journal) {

        /** The database knows it. */
        void isSettled() {
            if (journal != null) {
                journal.settled(1);
            }
        }
    }

    private record Parked(Claimed row, Instant until) {}

    /** So many rows more are claimed. */
    void claimed(int rows) {
        held.addAndGet(rows);
    }

    /** Gives a row to a relay. */
    void give(Relay relay, Claimed row) {
        queue(relay).add(row);
    }

    int waitingFor(Relay relay) {
        return queue(relay).size();
    }

    /**
     * Takes the next row for a connection of a relay.
     *
     * @param wait how long to wait for one, in milliseconds; 0 not at all
     * @return null where there is none, or where nothing more may be sent
     */
    @Nullable
    Claimed take(Relay relay, long wait) {
        boolean rests = closed || !lease.isOurs() || restOf(relay).isAfter(clock.instant());
        if (rests && wait == 0) {
            return null;
        }
        try {
            if (rests) {
                Thread.sleep(wait);
                return null;
            }
            return wait == 0 ? queue(relay).poll() : queue(relay).poll(wait, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** Nothing goes through a relay until then. */
    void rest(Relay relay, Instant until) {
        rests.put(relay.name(), until);
    }

    /** Until when a relay rests; the distant past where it does not. */
    Instant restOf(Relay relay) {
        return rests.getOrDefault(relay.name(), Instant.MIN);
    }

    /** All rows that wait for a relay, to be given to another one. */
    List<Claimed> takeAll(Relay relay) {
        List<Claimed> rows = new ArrayList<>();
        queue(relay).drainTo(rows);
        return rows;
    }

    /** A relay does not take mail now. */
    void trouble(Relay relay, SendResult.NoServer what) {
        troubles.put(relay.name(), what);
    }

    /** What was wrong with a relay the last time, if ever. */
    Optional<SendResult.NoServer> trouble(Relay relay) {
        return Optional.ofNullable(troubles.get(relay.name()));
    }

    /** A connection met what it cannot deal with: the run ends. */
    void fail(RuntimeException cause) {
        failure = cause;
        closed = true;
    }

    /** Tells it to the thread of the run. */
    void throwFailure() {
        RuntimeException cause = failure;
        if (cause != null) {
            throw cause;
        }
    }

    /** A row that a connection took goes back to the front of its queue. */
    void putBack(Relay relay, Claimed row) {
        queue(relay).addFirst(row);
    }

    /** A row that a connection took waits for the limit of its domain. */
    synchronized void park(Claimed row, Instant until) {
        parked.computeIfAbsent(row.domain(), domain -> new ArrayList<>()).add(new Parked(row, until));
    }

    /** The domains of which enough rows wait here. */
    synchronized Set<String> resting() {
        Set<String> resting = new HashSet<>();
        parked.forEach((domain, rows) -> {
            if (rows.size() >= MOST_OF_A_DOMAIN) {
                resting.add(domain);
            }
        });
        return resting;
    }

    /** Takes those out that waited long enough. */
    synchronized List<Claimed> unpark(Instant now) {
        List<Claimed> ready = new ArrayList<>();
        parked.values()
                .forEach(rows -> rows.removeIf(one -> {
                    boolean over = !one.until().isAfter(now);
                    if (over) {
                        ready.add(one.row());
                    }
                    return over;
                }));
        parked.values().removeIf(List::isEmpty);
        return ready;
    }

    /** Whether the edition is surely ours now. */
    boolean isOurs() {
        return lease.isOurs();
    }

    /** Whether somebody else has the edition. */
    boolean isLost() {
        return lease.isLost();
    }

    /** How many connections to a relay are at work, changed by one that begins or ends. */
    int atWork(Relay relay, int change) {
        return atWork.computeIfAbsent(relay.name(), name -> new AtomicInteger()).addAndGet(change);
    }

    /** Something became of a row that a connection took. */
    void done(Outcome outcome) {
        outcomes.add(outcome);
        if (outcomes.size() >= awaited) {
            synchronized (news) {
                news.notifyAll();
            }
        }
    }

    /**
     * Waits until half as many rows came to something as wait for a connection: there is a group to settle then, and
     * time to claim more before the connections run dry.
     *
     * @param most rows that are enough in any case
     * @param wait how long at most, in milliseconds
     */
    void await(int most, long wait) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(wait);
        awaited = Math.max(1, Math.min(most, waits() / 2));
        synchronized (news) {
            for (long left = wait; outcomes.size() < awaited && left > 0; left = millisUntil(end)) {
                news.wait(left);
            }
        }
        awaited = Integer.MAX_VALUE;
    }

    private static long millisUntil(long end) {
        return TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }

    /** What became of rows since the last time. */
    List<Outcome> outcomes(int most) {
        List<Outcome> taken = new ArrayList<>();
        outcomes.drainTo(taken, most);
        return taken;
    }

    /** How many rows wait here: no connection has them. */
    int waits() {
        int rows = queues.values().stream().mapToInt(LinkedBlockingDeque::size).sum();
        synchronized (this) {
            return rows + parked.values().stream().mapToInt(List::size).sum();
        }
    }

    /** The rows that wait here. */
    List<Claimed> waiting() {
        List<Claimed> rows = new ArrayList<>();
        queues.values().forEach(rows::addAll);
        synchronized (this) {
            parked.values().forEach(of -> of.forEach(one -> rows.add(one.row())));
        }
        return rows;
    }

    /** Takes a row out that waits here; false where a connection has it by now. */
    boolean remove(Claimed row) {
        synchronized (this) {
            List<Parked> of = parked.getOrDefault(row.domain(), new ArrayList<>());
            if (of.removeIf(one -> one.row().id() == row.id())) {
                return true;
            }
        }
        return queues.values().stream().anyMatch(queue -> queue.remove(row));
    }

    /** Rows are settled, whatever became of them. */
    void settled(int rows) {
        held.addAndGet(-rows);
    }

    /** Whether no connection has a row, and nothing that came of one is unsettled. */
    boolean isIdle() {
        return waits() == held.get();
    }

    /** How many rows are claimed and not settled. */
    long held() {
        return held.get();
    }

    boolean isClosed() {
        return closed;
    }

    /** No connection gets another row. */
    void close() {
        closed = true;
    }

    private LinkedBlockingDeque<Claimed> queue(Relay relay) {
        return queues.computeIfAbsent(relay.name(), name -> new LinkedBlockingDeque<>());
    }
}
