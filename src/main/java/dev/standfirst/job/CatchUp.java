package dev.standfirst.job;

import dev.standfirst.digest.Digest;
import dev.standfirst.digest.Lateness.Missed;
import dev.standfirst.digest.Schedule;
import dev.standfirst.edition.Editions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What an edition makes good of those that were missed before it: their dates passed since the last edition, and they
 * never came out. As the digest says, it also tells what they would have told, or nothing that was new for them.
 */
@Component
class CatchUp {

    /** Missed editions of a longer time are not made good. */
    private static final int DAYS = 60;

    /** Nobody reads the news of a month in one mail. */
    private static final Duration FURTHEST = Duration.ofDays(7);

    private final Editions editions;
    private final Clock clock;

    CatchUp(Editions editions, Clock clock) {
        this.editions = editions;
        this.clock = clock;
    }

    /** The same request, for articles of another age where editions were missed. */
    RunRequest of(RunRequest request) {
        Digest digest = request.digest();
        List<Instant> missed = missed(digest, request.date());
        Optional<Duration> window = missed.isEmpty() ? Optional.empty() : window(digest, missed);
        return window.map(other -> new RunRequest(digest.withWindow(other), request.date()))
                .orElse(request);
    }

    private Optional<Duration> window(Digest digest, List<Instant> missed) {
        if (digest.schedule().lateness().missed() == Missed.SKIP) {
            Duration since = since(missed.get(missed.size() - 1));
            return Optional.of(digest.window()
                    .filter(window -> window.compareTo(since) < 0)
                    .orElse(since));
        }
        Duration since = since(missed.get(0));
        Duration back = since.compareTo(FURTHEST) < 0 ? since : FURTHEST;
        return digest.window().map(window -> window.plus(back));
    }

    private Duration since(Instant due) {
        Duration since = Duration.between(due, clock.instant());
        return since.isNegative() ? Duration.ZERO : since;
    }

    /** When those were due that came between the last edition and this date, the first one first. */
    private List<Instant> missed(Digest digest, LocalDate date) {
        Schedule schedule = digest.schedule();
        LocalDate earliest = date.minusDays(DAYS);
        return editions.lastBefore(digest.name(), date)
                .map(last -> last.isBefore(earliest) ? earliest : last.plusDays(1))
                .map(first -> first.datesUntil(date)
                        .flatMap(day -> schedule.dueOn(day).stream())
                        .toList())
                .orElse(List.of());
    }
}
