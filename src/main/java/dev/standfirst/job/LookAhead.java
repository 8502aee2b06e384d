package dev.standfirst.job;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.AsyncTaskExecutor;

/**
 * Works on the items of a step ahead of its reader, many at once, and hands results out as they come: a slow one delays
 * nobody. Items share a lane, as those of one host do, to be worked on one after the other, the next one when the
 * result of the last is stored; lanes take turns. No more than a set number of items is under way or waits to be handed
 * out, so that memory is bounded too.
 *
 * @param <I> item
 * @param <O> result
 */
final class LookAhead<I, O> {

    /** The lane of items that need not wait for each other. */
    static final String FREE = "";

    private static final int HANDED_OUT_AT_ONCE = 50;
    private static final long STOP_LOOKS_MILLIS = 100;
    private static final long END_SECONDS = 30;

    private final Map<String, Queue<I>> lanes = new LinkedHashMap<>();
    private final Deque<String> ready = new ArrayDeque<>();
    private final BlockingQueue<Outcome<I, O>> done = new LinkedBlockingQueue<>();
    private final List<String> handedOut = new ArrayList<>();
    private final Set<I> underWay = new LinkedHashSet<>();
    private final AsyncTaskExecutor threads;
    private final Function<I, O> work;
    private final int atOnce;

    /**
     * Begins with nothing; {@link #next} starts the work.
     *
     * @param lane of an item
     * @param work that may run in several threads
     * @param atOnce how many items are under way at most
     */
    LookAhead(List<I> items, Function<I, String> lane, Function<I, O> work, int atOnce, AsyncTaskExecutor threads) {
        items.forEach(item -> lanes.computeIfAbsent(lane.apply(item), name -> new ArrayDeque<>())
                .add(item));
        this.ready.addAll(lanes.keySet());
        this.work = work;
        this.atOnce = atOnce;
        this.threads = threads;
    }

    /**
     * Waits for the next results.
     *
     * @param stopped whether to wait no longer
     * @return at least one, or none where there is nothing left or the step is being stopped
     */
    List<O> next(BooleanSupplier stopped) throws InterruptedException {
        // Who asks for more has stored what it had.
        handedOut.stream().filter(lane -> !lane.equals(FREE)).forEach(ready::add);
        handedOut.clear();
        start();
        List<O> results = new ArrayList<>();
        while (results.isEmpty() && !underWay.isEmpty() && !stopped.getAsBoolean()) {
            Outcome<I, O> first = done.poll(STOP_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
            for (Outcome<I, O> next = first; next != null; next = poll(results)) {
                underWay.remove(next.item());
                handedOut.add(next.lane());
                results.add(next.result());
            }
        }
        return results;
    }

    /** Begins nothing more, waits for what is under way, and gives the items whose results were not handed out. */
    Set<I> abandon() {
        ready.clear();
        try {
            boolean ended = true;
            for (int i = 0; i < underWay.size() && ended; i++) {
                ended = done.poll(END_SECONDS, TimeUnit.SECONDS) != null;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return underWay;
    }

    private @Nullable Outcome<I, O> poll(List<O> results) {
        return results.size() < HANDED_OUT_AT_ONCE ? done.poll() : null;
    }

    private void start() {
        while (underWay.size() < atOnce && !ready.isEmpty()) {
            String lane = ready.remove();
            Queue<I> items = lanes.getOrDefault(lane, new ArrayDeque<>());
            I item = items.poll();
            if (item != null) {
                underWay.add(item);
                if (lane.equals(FREE)) {
                    ready.add(lane);
                }
                threads.execute(() -> done.add(outcome(lane, item)));
            }
        }
    }

    private Outcome<I, O> outcome(String lane, I item) {
        try {
            return new Outcome<>(lane, item, work.apply(item), null);
        } catch (RuntimeException | Error e) {
            return new Outcome<>(lane, item, null, e);
        }
    }

    private record Outcome<I, O>(
            String lane,
            I item,
            @Nullable O value,
            @Nullable Throwable failure) {

        O result() {
            if (value == null) {
                throw new IllegalStateException("an item could not be worked on: " + item, failure);
            }
            return value;
        }
    }
}
