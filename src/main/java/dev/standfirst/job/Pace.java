package dev.standfirst.job;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How fast something is, over the last ten seconds: what was slow at first, or done by an earlier run, does not count.
 * For one thread.
 */
final class Pace {

    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Duration SAMPLE = Duration.ofMillis(250);

    private final Deque<Sample> samples = new ArrayDeque<>();

    private record Sample(Instant at, long seen) {}

    /**
     * Looks at it.
     *
     * @param seen how many things are done; the first look is what later ones count from
     * @return things a second, or 0 where it is too soon to say
     */
    double look(Instant now, long seen) {
        Sample last = samples.peekLast();
        if (last == null || !last.at().plus(SAMPLE).isAfter(now)) {
            samples.addLast(new Sample(now, seen));
        }
        Instant oldest = now.minus(WINDOW);
        // One from before stays, so that the window is whole.
        while (samples.size() > 2 && second().at().isBefore(oldest)) {
            samples.removeFirst();
        }
        Sample first = samples.getFirst();
        double seconds = Duration.between(first.at(), now).toMillis() / 1000.0;
        return seconds < 1 ? 0 : (seen - first.seen()) / seconds;
    }

    private Sample second() {
        return samples.stream().skip(1).findFirst().orElseThrow();
    }
}
