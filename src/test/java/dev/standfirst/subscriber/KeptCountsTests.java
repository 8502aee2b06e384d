package dev.standfirst.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KeptCountsTests {

    private final MovableClock clock = new MovableClock();
    private final KeptCounts<String, Long> counts = new KeptCounts<>(Long::longValue, clock);

    @Test
    void aFewAreCountedEachTime() {
        assertThat(counts.of("brief", () -> 50_000L)).isEqualTo(50_000);
        assertThat(counts.of("brief", () -> 50_001L)).isEqualTo(50_001);
    }

    @Test
    void manyAreToldAgainForHalfAMinute() {
        counts.of("brief", () -> 1_000_000L);
        clock.move(Duration.ofMillis(29_999));
        assertThat(counts.of("brief", () -> 999_999L)).isEqualTo(1_000_000);
        clock.move(Duration.ofMillis(1));
        assertThat(counts.of("brief", () -> 999_999L)).isEqualTo(999_999);
    }

    @Test
    void thoseOfAnotherListAreCounted() {
        counts.of("brief", () -> 1_000_000L);
        assertThat(counts.of("press", () -> 70_000L)).isEqualTo(70_000);
    }

    @Test
    void aClockThatIsPutBackKeepsNothing() {
        counts.of("brief", () -> 1_000_000L);
        clock.move(Duration.ofHours(-1));
        assertThat(counts.of("brief", () -> 999_999L)).isEqualTo(999_999);
    }
}
