package dev.standfirst.delivery;

import dev.standfirst.digest.Digest;
import dev.standfirst.digest.Schedule;
import dev.standfirst.digest.Schedule.Due;
import dev.standfirst.subscriber.Preferences;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells somebody on a list when the next mail comes, by the rule that deliveries go by, as far as schedules and the
 * person's choices tell: as if every edition came out when it is due.
 */
public final class NextMail {

    /** Editions that are looked at before now: of a week, and those that wait for somebody's hour. */
    private static final Duration BEFORE = Duration.ofDays(9);

    /** Those of that time, and of the week after; days on which a digest never comes are given up after so many. */
    private static final int MOST_EDITIONS = 50;

    private final Preferences preferences;
    private final Instant joined;
    private final Instant now;

    private NextMail(Preferences preferences, Instant joined, Instant now) {
        this.preferences = preferences;
        this.joined = joined;
        this.now = now;
    }

    /** An edition that is due, and the zone of its digest. */
    private record Ahead(Instant at, ZoneId zone) {}

    /**
     * The soonest mail from now on.
     *
     * @param digests those that mail the list
     * @param joined when the person joined the list
     * @return in the person's zone; where none was chosen, in that of the digest; empty where none is in sight
     */
    public static Optional<ZonedDateTime> of(
            List<Digest> digests, Preferences preferences, Instant joined, Instant now) {
        return new NextMail(preferences, joined, now).among(digests);
    }

    private Optional<ZonedDateTime> among(List<Digest> digests) {
        List<Ahead> editions = digests.stream()
                .flatMap(digest -> ahead(digest.schedule()))
                .sorted(Comparator.comparing(Ahead::at))
                .toList();
        Optional<Instant> last = Optional.empty();
        for (Ahead edition : editions) {
            Optional<Instant> mailed = new Turn(edition.at(), edition.zone()).of(preferences, joined, last);
            if (mailed.filter(at -> !at.isBefore(now)).isPresent()) {
                return mailed.map(at -> at.atZone(preferences.zone().orElse(edition.zone())));
            }
            last = mailed.isPresent() ? mailed : last;
        }
        return Optional.empty();
    }

    private Stream<Ahead> ahead(Schedule schedule) {
        ZoneId clock = preferences.zone().orElse(schedule.zone());
        Instant start = preferences
                .pausedUntil()
                .map(date -> date.atStartOfDay(clock).toInstant())
                .filter(end -> end.isAfter(now))
                .orElse(now);
        return Stream.iterate(
                        schedule.nextAfter(start.minus(BEFORE)),
                        Optional::isPresent,
                        due -> schedule.nextAfter(due.orElseThrow().at()))
                .limit(MOST_EDITIONS)
                .flatMap(Optional::stream)
                .map(Due::at)
                .filter(at -> !at.isBefore(joined))
                .map(at -> new Ahead(at, schedule.zone()));
    }
}
