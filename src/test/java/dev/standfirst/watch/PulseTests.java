package dev.standfirst.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PulseTests {

    private final MovableClock clock = new MovableClock();
    private final Pulse pulse = new Pulse(clock);

    @Test
    void whatGaveSignsOfLifeIsMissedWhenItGivesNone() {
        pulse.beat("timetable");
        clock.move(Duration.ofMinutes(5));
        assertThat(pulse.still(Duration.ofMinutes(5))).isEmpty();
        clock.move(Duration.ofSeconds(1));
        assertThat(pulse.still(Duration.ofMinutes(5))).containsExactly("timetable");

        pulse.end("timetable");
        assertThat(pulse.still(Duration.ofMinutes(5))).isEmpty();
    }
}
