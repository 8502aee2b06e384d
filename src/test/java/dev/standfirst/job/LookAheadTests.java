package dev.standfirst.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LookAheadTests {

    @Test
    void aSlowHostDelaysNobody() throws InterruptedException {
        CountDownLatch slow = new CountDownLatch(1);
        List<String> items = new ArrayList<>();
        IntStream.range(0, 500).forEach(i -> items.add("slow" + i));
        IntStream.range(0, 50).forEach(i -> items.add("fast" + i));
        LookAhead<String, String> ahead = ahead(items, item -> item.substring(0, 4), 8, item -> {
            if (item.startsWith("slow")) {
                await(slow);
            }
            return item;
        });

        List<String> first = new ArrayList<>();
        while (first.size() < 50) {
            first.addAll(ahead.next(() -> false));
        }
        assertThat(first).allMatch(item -> item.startsWith("fast"));
        slow.countDown();
        assertThat(rest(ahead)).hasSize(500);
    }

    @Test
    void theItemsOfALaneAreWorkedOnOneAfterTheOther() throws InterruptedException {
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        LookAhead<Integer, Integer> ahead =
                ahead(IntStream.range(0, 100).boxed().toList(), item -> "host", 8, item -> {
                    most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                    atWork.decrementAndGet();
                    return item;
                });

        assertThat(rest(ahead))
                .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
        assertThat(most).hasValue(1);
    }

    @Test
    void noMoreIsBegunThanTheReaderCanTake() throws InterruptedException {
        AtomicInteger begun = new AtomicInteger();
        LookAhead<Integer, Integer> ahead =
                ahead(IntStream.range(0, 1000).boxed().toList(), item -> LookAhead.FREE, 8, item -> {
                    begun.incrementAndGet();
                    return item;
                });

        int taken = ahead.next(() -> false).size();
        assertThat(begun.get()).isLessThanOrEqualTo(8);
        assertThat(taken + ahead.abandon().size()).isEqualTo(8);
    }

    @Test
    void aStepThatIsStoppedDoesNotWait() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        LookAhead<Integer, Integer> ahead = ahead(List.of(1, 2), item -> LookAhead.FREE, 8, item -> {
            await(never);
            return item;
        });

        assertThat(ahead.next(() -> true)).isEmpty();
        never.countDown();
        assertThat(ahead.abandon()).containsExactly(1, 2);
    }

    @Test
    void anItemThatBreaksBreaksTheStep() {
        LookAhead<Integer, Integer> ahead = ahead(List.of(1), item -> LookAhead.FREE, 8, item -> {
            throw new IllegalArgumentException("no");
        });

        assertThatThrownBy(() -> ahead.next(() -> false)).hasMessage("an item could not be worked on: 1");
    }

    private static <I, O> LookAhead<I, O> ahead(
            List<I> items, Function<I, String> lane, int atOnce, Function<I, O> work) {
        return new LookAhead<>(items, lane, work, atOnce, JobThreads.aheadThreads());
    }

    private static <O> List<O> rest(LookAhead<?, O> ahead) throws InterruptedException {
        List<O> all = new ArrayList<>();
        for (List<O> next = ahead.next(() -> false); !next.isEmpty(); next = ahead.next(() -> false)) {
            all.addAll(next);
        }
        return all;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
