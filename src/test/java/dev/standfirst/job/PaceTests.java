package dev.standfirst.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTests {

    private static final Instant START = Instant.parse("2026-11-18T06:00:00Z");

    private final Pace pace = new Pace();

    @Test
    void whatAnEarlierRunDidDoesNotCount() {
        pace.look(START, 10_000);

        assertThat(pace.look(START.plusMillis(500), 10_020))
                .as("too soon to say")
                .isZero();
        assertThat(pace.look(START.plusSeconds(2), 10_080)).isEqualTo(40);
    }

    @Test
    void theLastTenSecondsCount() {
        for (int second = 0; second <= 60; second++) {
            pace.look(START.plusSeconds(second), second);
        }
        double fast = 0;
        for (int second = 61; second <= 71; second++) {
            fast = pace.look(START.plusSeconds(second), 60 + (second - 60) * 100L);
        }
        assertThat(fast).isEqualTo(100);
    }

    @Test
    void whatIsLeftTakesAsLongAsThePaceSays() {
        Progress progress = new Progress(RunStep.DELIVER, 664, 988, 39.4, START, START.plusSeconds(20), "");

        assertThat(progress.left()).contains(Duration.ofSeconds(9));
        assertThat(progress.asOf(START.plusSeconds(30)).left()).isPresent();
        assertThat(progress.asOf(START.plusSeconds(40)).left())
                .as("it does not get on")
                .isEmpty();
    }
}
