package dev.standfirst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.job.Progress;
import dev.standfirst.job.RunStep;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTests {

    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    private Instant now = NOON;

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    @Test
    void aSentenceTellsHowFarItIs() {
        assertThat(ProgressWords.sentence(deliver(664, 988, 39.4)))
                .isEqualTo("664 of 988, 39 a second, about 9 s left");
        assertThat(ProgressWords.sentence(deliver(0, 988, 0))).isEqualTo("0 of 988");
        assertThat(ProgressWords.sentence(deliver(12, 0, 2.25))).isEqualTo("12, 2.3 a second");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "119, 119 s", "120, 2 min", "3599, 60 min", "7200, 2 h 0 min", "7830, 2 h 11 min"})
    void timesAreAsExactAsAnybodyCanKnow(long seconds, String words) {
        assertThat(ProgressWords.time(Duration.ofSeconds(seconds))).isEqualTo(words);
    }

    @Test
    void aTerminalShowsABarAndProblemsAboveIt() {
        Console console = new Console(stream, stream, new Style(false), new Style(false), true);
        TerminalProgress progress = new TerminalProgress(console, clock, "Morning Brief");
        progress.stepStarted(RunStep.DELIVER);
        progress.progress(deliver(664, 988, 39.4));
        progress.problem(RunStep.DELIVER, "p3@example.org was refused");
        progress.stepDone(RunStep.DELIVER, "985 sent, 3 refused", Duration.ofMillis(25_300));

        assertThat(shown()).isEqualTo("""
                ~  › Deliver     ~  › Deliver     ████████████████████░░░░░░░░░░  664 of 988  39/s  9 s left~  ! p3@example.org was refused
                ~  › Deliver     ████████████████████░░░░░░░░░░  664 of 988  39/s  9 s left~  ✓ Deliver     985 sent, 3 refused                                       25.3 s
                """);
    }

    @Test
    void aBarNeverGoesBeyondTheEdge() {
        assertThat(ProgressWords.bar(deliver(664_000, 988_000, 4900), 30, 63))
                .hasSizeLessThanOrEqualTo(63)
                .endsWith("  664,000 of 988,000  4,900/s  67 s left");
    }

    @Test
    void whereThereIsNoTerminalALineComesNowAndThen() {
        LineProgress progress = new LineProgress(stream, clock, "brief 2026-11-18", ZoneOffset.UTC);
        for (int second = 0; second <= 25; second++) {
            now = NOON.plusSeconds(second);
            progress.progress(deliver(second * 39L, 988, 39));
        }
        assertThat(shown()).isEqualTo("""
                12:00:10 deliver: 390 of 988, 39 a second, about 16 s left
                12:00:20 deliver: 780 of 988, 39 a second, about 6 s left
                """);
    }

    private String shown() {
        return out.toString(StandardCharsets.UTF_8).replace("\r\u001b[K", "~").replace("\r\n", "\n");
    }

    private static Progress deliver(long seen, long total, double perSecond) {
        return new Progress(RunStep.DELIVER, seen, total, perSecond, NOON, NOON, "");
    }
}
