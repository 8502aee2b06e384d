package dev.standfirst.delivery;

import dev.standfirst.digest.Digest;
import dev.standfirst.digest.Schedule;
import dev.standfirst.digest.Schedule.Due;
import dev.standfirst.subscriber.Preferences;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells somebody on a list when the next mail comes, by the rule that deliveries go by, as far as schedules, the
 * person's choices and the editions that are composed already tell: as if every other edition came out when it is due.
 */
public final class NextMail {

    /** Editions that are looked at before now: of a week, and those that wait for somebody's hour. */
    private static final Duration BEFORE = Duration.ofDays(9);

    /** Those of that time, and of the week after; days on which a digest never comes are given up after so many. */
    private static final int MOST_EDITIONS = 50;

    private final Preferences preferences;
    private final Instant joined;
    private final Instant now;
    private final Composed composed;

    private NextMail(Preferences preferences, Instant joined, Instant now, Composed composed) {
        this.preferences = preferences;
        this.joined = joined;
        this.now = now;
        this.composed = composed;
    }

    /** When editions were composed ahead of their time. */
    @FunctionalInterface
    public interface Composed {

        /** When the edition of a digest and date was composed; empty where it was not yet. */
        Optional<Instant> at(String digest, LocalDate date);
    }

    /** An edition that is due, and the schedule of its digest. */
    private record Ahead(Instant at, Schedule schedule) {

        ZoneId zone() {
            return schedule.zone();
        }

        Turn turn() {
            return new Turn(at, schedule.zone(), schedule.between());
        }
    }

    /**
     * The soonest mail from now on.
     *
     * @param digests those that mail the list
     * @param joined when the person joined the list
     * @param composed which editions there are already: who joined after that is not among their readers
     * @return in the person's zone; where none was chosen, in that of the digest; empty where none is in sight
     */
    public static Optional<ZonedDateTime> of(
            List<Digest> digests, Preferences preferences, Instant joined, Instant now, Composed composed) {
        return new NextMail(preferences, joined, now, composed).among(digests);
    }

    private Optional<ZonedDateTime> among(List<Digest> digests) {
        List<Ahead> editions = digests.stream()
                .flatMap(this::ahead)
                .sorted(Comparator.comparing(Ahead::at))
                .toList();
        Optional<Instant> last = Optional.empty();
        for (Ahead edition : editions) {
            Optional<Instant> mailed = edition.turn().of(preferences, joined, last);
            if (mailed.filter(at -> !at.isBefore(now)).isPresent()) {
                return mailed.map(at -> at.atZone(preferences.zone().orElse(edition.zone())));
            }
            last = mailed.isPresent() ? mailed : last;
        }
        return Optional.empty();
    }

    private Stream<Ahead> ahead(Digest digest) {
        Schedule schedule = digest.schedule();
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
                .filter(due -> composed.at(digest.name(), due.date())
                        .filter(joined::isAfter)
                        .isEmpty())
                .map(Due::at)
                .filter(at -> !at.isBefore(joined))
                .map(at -> new Ahead(at, schedule));
    }
}
