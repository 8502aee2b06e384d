package dev.standfirst.delivery;

import dev.standfirst.digest.Schedule;
import dev.standfirst.digest.SendWindow;
import dev.standfirst.subscriber.Preferences;
import dev.standfirst.subscriber.Preferences.Cadence;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * When an edition is due for whom.
 *
 * <ol>
 *   <li>An edition is ready at the due time of its date. One that is made before that time, on a date without one, or
 *       more than a day after it, because somebody runs it by hand, is ready when it is composed; but one that somebody
 *       looks at first is made before its time, and is ready at it.
 *   <li>Who chose no hour gets it when it is ready.
 *   <li>Who chose an hour gets it the first time that the clock of their zone shows that hour, at that moment or after
 *       it: within a day, which has 23 to 25 hours where clocks change. An hour that a change skips is the end of the
 *       gap, one that comes twice is its first pass, and a date that a zone leaves out is no day.
 *   <li>Where the digest mails at certain hours alone, a moment outside of them becomes the beginning of the next.
 *   <li>The day of a mail is the date of that moment in the person's zone. Somebody who is paused until later gets
 *       nothing. Who chose days gets it if its day is one of them and no other mail of the list has that day. Who wants
 *       one a week gets it if no other mail of the list came since the chosen day of the week, which must not be before
 *       the person joined.
 * </ol>
 *
 * @param ready the moment it is ready
 * @param zone of the digest, and of those who chose none
 * @param between when the digest's mails leave, on the clock of its zone
 */
record Turn(Instant ready, ZoneId zone, SendWindow between) {

    private static final Duration LATE = Duration.ofDays(1);

    /** Days that are looked at: the one before, for zones where the hour is yesterday's; one may not exist. */
    private static final int DAYS_LOOKED_AT = 4;

    /**
     * Everybody's turn for an edition.
     *
     * @param ahead how long before its time an edition may be composed and still keep it, as where somebody looks at it
     */
    static Turn of(Schedule schedule, LocalDate date, Instant composed, Duration ahead) {
        Instant ready = schedule.dueOn(date)
                .filter(due -> !due.isAfter(composed.plus(ahead)) && due.isAfter(composed.minus(LATE)))
                .orElse(composed);
        return new Turn(ready, schedule.zone(), schedule.between());
    }

    /** The day of a mail to those who chose nothing. */
    LocalDate day() {
        return between.nextOpening(ready, zone).atZone(zone).toLocalDate();
    }

    /**
     * The moment it is due for a person.
     *
     * @param joined when the person joined the list
     * @param lastMail when an earlier edition was or will be due for the person from the same list
     * @return empty where the person does not get it
     */
    Optional<Instant> of(Preferences preferences, Instant joined, Optional<Instant> lastMail) {
        ZoneId clock = preferences.zone().orElse(zone);
        Instant hour = preferences.hour().map(own -> next(own, clock, ready)).orElse(ready);
        Instant due = between.nextOpening(hour, zone);
        LocalDate day = due.atZone(clock).toLocalDate();
        boolean paused = preferences.pausedUntil().filter(day::isBefore).isPresent();
        Optional<LocalDate> last = lastMail.map(at -> at.atZone(clock).toLocalDate());
        boolean wanted = isWanted(preferences, day, joined.atZone(clock).toLocalDate(), last);
        return paused || !wanted ? Optional.empty() : Optional.of(due);
    }

    private static boolean isWanted(
            Preferences preferences, LocalDate day, LocalDate joined, Optional<LocalDate> last) {
        if (preferences.cadence() == Cadence.EACH || preferences.days().isEmpty()) {
            return true;
        }
        if (preferences.cadence() == Cadence.DAYS) {
            return preferences.days().contains(day.getDayOfWeek())
                    && last.filter(date -> !date.isBefore(day)).isEmpty();
        }
        DayOfWeek chosen = preferences.days().iterator().next();
        LocalDate start = day.with(TemporalAdjusters.previousOrSame(chosen));
        return !joined.isAfter(start)
                && last.filter(date -> !date.isBefore(start)).isEmpty();
    }

    /** The first time a clock shows an hour, at a moment or after it. */
    static Instant next(LocalTime hour, ZoneId zone, Instant from) {
        LocalDate start = from.atZone(zone).toLocalDate().minusDays(1);
        return start.datesUntil(start.plusDays(DAYS_LOOKED_AT))
                .flatMap(date -> Schedule.first(date, hour, zone).stream())
                .filter(at -> !at.isBefore(from))
                .findFirst()
                .orElseThrow();
    }
}
