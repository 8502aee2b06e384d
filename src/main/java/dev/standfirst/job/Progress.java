package dev.standfirst.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a step is.
 *
 * @param step which
 * @param seen how many things it is through with
 * @param total how many there are, or 0 where that is not known
 * @param perSecond how fast it was in the last ten seconds; 0 where that is not known yet
 * @param started when the step began
 * @param changed when it got on last
 * @param problem what went wrong last, in words; empty where nothing did
 */
public record Progress(
        RunStep step, long seen, long total, double perSecond, Instant started, Instant changed, String problem) {

    /** A figure that is older says nothing of how fast it is now. */
    private static final Duration FRESH = Duration.ofSeconds(15);

    /** How long what is left takes at this pace; empty where nobody can say. */
    public Optional<Duration> left() {
        return perSecond <= 0 || total <= 0
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds((long) Math.ceil(Math.max(0, total - seen) / perSecond)));
    }

    /** The same as it is to be told at a moment: one that does not get on has no pace any more. */
    public Progress asOf(Instant now) {
        return changed.plus(FRESH).isBefore(now) ? new Progress(step, seen, total, 0, started, changed, problem) : this;
    }
}
