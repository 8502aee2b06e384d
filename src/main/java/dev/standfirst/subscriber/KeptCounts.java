package dev.standfirst.subscriber;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of people that pages ask for again and again. Up to {@value #MANY} they are counted each time. To count more
 * takes a tenth of a second and longer, so what was counted then is told again for half a minute; the few who come and
 * go meanwhile hardly show in such a number.
 *
 * @param <K> whose people
 * @param <V> the number, or several
 */
final class KeptCounts<K, V> {

    static final long MANY = 50_000;
    static final Duration KEPT = Duration.ofSeconds(30);

    private final Map<K, Counted<V>> kept = new ConcurrentHashMap<>();
    private final ToLongFunction<V> people;
    private final Clock clock;

    /**
     * Makes one.
     *
     * @param people how many a value stands for
     */
    KeptCounts(ToLongFunction<V> people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    private record Counted<V>(V value, Instant at) {}

    /** What is kept, or else is counted now. Who asks while it is counted gets the same. */
    V of(K key, Supplier<V> count) {
        Counted<V> known = kept.compute(key, (same, before) -> isFresh(before) ? before : count(count));
        if (people.applyAsLong(known.value()) <= MANY) {
            kept.remove(key, known);
        }
        return known.value();
    }

    /** A clock that was put back makes nothing fresh. */
    private boolean isFresh(@Nullable Counted<V> before) {
        Instant now = clock.instant();
        return before != null
                && !now.isBefore(before.at())
                && now.isBefore(before.at().plus(KEPT));
    }

    private Counted<V> count(Supplier<V> count) {
        return new Counted<>(count.get(), clock.instant());
    }
}
