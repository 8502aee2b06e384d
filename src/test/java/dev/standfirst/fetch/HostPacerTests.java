package dev.standfirst.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostPacerTests {

    private static final Duration GAP = Duration.ofSeconds(30);

    private Instant now = Instant.parse("2026-11-06T08:00:00Z");

    @Test
    void requestsAtOneHostComeOneAfterTheOther() throws Exception {
        HostPacer pacer = pacer(Duration.ofMinutes(1));
        AtomicInteger inside = new AtomicInteger();
        List<Integer> together = Collections.synchronizedList(new ArrayList<>());

        all(
                20,
                () -> pacer.inTurn("harbour.example", Duration.ZERO, () -> {
                    together.add(inside.incrementAndGet());
                    return inside.decrementAndGet();
                }));

        assertThat(together).hasSize(20).containsOnly(1);
    }

    @Test
    void hostsDoNotWaitForEachOther() throws Exception {
        HostPacer pacer = pacer(Duration.ofMinutes(1));
        AtomicInteger host = new AtomicInteger();
        CyclicBarrier allAtOnce = new CyclicBarrier(50);

        all(50, () -> pacer.inTurn("host-" + host.incrementAndGet(), GAP, () -> meet(allAtOnce)));
    }

    @Test
    void theNextRequestAtAHostKeepsAGap() throws Exception {
        HostPacer pacer = pacer(Duration.ofMinutes(1));
        assertThat(pacer.pause("harbour.example", GAP)).isZero();

        pacer.inTurn("harbour.example", GAP, () -> now = now.plusSeconds(5));

        assertThat(pacer.pause("harbour.example", GAP)).isEqualTo(GAP);
        assertThat(pacer.pause("other.example", GAP)).isZero();
        now = now.plusSeconds(10);
        assertThat(pacer.pause("harbour.example", GAP)).isEqualTo(Duration.ofSeconds(20));
        assertThat(pacer.pause("harbour.example", Duration.ofSeconds(1))).isZero();
        now = now.minus(Duration.ofHours(1));
        assertThat(pacer.pause("harbour.example", GAP)).isEqualTo(GAP);
    }

    @Test
    void whoWaitsTooLongIsSentAway() throws Exception {
        HostPacer pacer = pacer(Duration.ofMillis(1));

        pacer.inTurn("harbour.example", GAP, () -> {
            assertThatThrownBy(() -> pacer.inTurn("harbour.example", GAP, () -> 0))
                    .hasMessage("did not get its turn within 0.001 s: many requests wait for harbour.example");
            return 0;
        });
    }

    @Test
    void hostsOfLongAgoAreForgotten() throws Exception {
        HostPacer pacer = pacer(Duration.ofMinutes(1));
        for (int i = 0; i < 10_000; i++) {
            pacer.inTurn("host-" + i, GAP, () -> now = now.plusSeconds(1));
        }

        assertThat(pacer.lanes).hasSizeLessThanOrEqualTo(1_000);
    }

    private HostPacer pacer(Duration queue) {
        InstantSource time = () -> now;
        return new HostPacer(Fetching.settings(queue), time.withZone(ZoneOffset.UTC));
    }

    private static int meet(CyclicBarrier others) {
        try {
            return others.await();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void all(int times, Callable<?> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            for (Future<?> done : threads.invokeAll(Collections.nCopies(times, work))) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
