package dev.standfirst.cli;

import dev.standfirst.job.Progress;
import dev.standfirst.job.RunListener;
import dev.standfirst.job.RunStep;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A run that nobody watches on a terminal: one line an event, and one in ten seconds that a step takes, with the time,
 * no bars and no colour.
 */
final class LineProgress implements RunListener {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private static final Duration EVERY = Duration.ofSeconds(10);

    private final PrintStream err;
    private final Clock clock;
    private final String edition;
    private final ZoneId zone;
    private @Nullable RunStep step;
    private Instant told = Instant.EPOCH;

    /**
     * Makes one.
     *
     * @param edition name of the digest and date
     * @param zone whose clock the lines show
     */
    LineProgress(PrintStream err, Clock clock, String edition, ZoneId zone) {
        this.err = err;
        this.clock = clock;
        this.edition = edition;
        this.zone = zone;
    }

    @Override
    public void started(long run, boolean resumed) {
        say("run %d %s %s".formatted(run, edition, resumed ? "goes on where an earlier run stopped" : "started"));
    }

    @Override
    public void progress(Progress progress) {
        Instant now = clock.instant();
        if (!progress.step().equals(step)) {
            step = progress.step();
            told = now;
        } else if (!told.plus(EVERY).isAfter(now)) {
            told = now;
            say("%s: %s".formatted(progress.step().key(), ProgressWords.sentence(progress)));
        }
    }

    @Override
    public void stepDone(RunStep step, String facts, Duration took) {
        say("%s done: %s, %s"
                .formatted(step.key(), facts, String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0)));
    }

    @Override
    public void problem(RunStep step, String problem) {
        say("%s warning: %s".formatted(step.key(), Printable.line(problem)));
    }

    private void say(String words) {
        err.println(TIME.format(clock.instant().atZone(zone)) + " " + words);
    }
}
