package dev.standfirst.web;

import dev.standfirst.digest.Digest;
import dev.standfirst.digest.Schedule;
import dev.standfirst.digest.Schedule.Due;
import dev.standfirst.subscriber.Preferences;
import dev.standfirst.subscriber.Preferences.Cadence;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** When a person gets the next edition, as far as schedules and the person's choices tell. */
final class NextMail {

    /** A weekly reader of a daily digest needs seven of them; a pause is skipped without counting. */
    private static final int MOST_EDITIONS = 40;

    private static final Duration LONGEST_WAIT = Duration.ofDays(2);

    private final Schedule schedule;
    private final Preferences preferences;
    private final ZoneId zone;

    private NextMail(Schedule schedule, Preferences preferences) {
        this.schedule = schedule;
        this.preferences = preferences;
        this.zone = preferences.zone().orElse(schedule.zone());
    }

    /** The soonest mail of several digests after now, in the person's zone; empty where none is in sight. */
    static Optional<ZonedDateTime> of(List<Digest> digests, Preferences preferences, Instant now) {
        return digests.stream()
                .flatMap(digest -> new NextMail(digest.schedule(), preferences).after(now).stream())
                .min(Comparator.naturalOrder());
    }

    private Optional<ZonedDateTime> after(Instant now) {
        Instant start = preferences
                .pausedUntil()
                .map(date -> date.atStartOfDay(zone).toInstant())
                .filter(end -> end.isAfter(now))
                .orElse(now);
        LocalDate earliest = preferences.cadence() == Cadence.WEEKLY ? week(start) : LocalDate.MIN;
        Optional<Due> due = schedule.nextAfter(start.minus(LONGEST_WAIT));
        for (int i = 0; i < MOST_EDITIONS && due.isPresent(); i++) {
            ZonedDateTime mailed = mailed(due.get());
            if (!mailed.toInstant().isBefore(start)
                    && !mailed.toLocalDate().isBefore(earliest)
                    && isChosen(mailed.getDayOfWeek())) {
                return Optional.of(mailed);
            }
            due = schedule.nextAfter(due.get().at());
        }
        return Optional.empty();
    }

    /** When an edition is mailed to the person: when it is due, or at the first chosen hour after that. */
    private ZonedDateTime mailed(Due due) {
        ZonedDateTime at = due.at().atZone(zone);
        if (preferences.hour().isEmpty()) {
            return at;
        }
        ZonedDateTime chosen = at.with(preferences.hour().get());
        return chosen.isBefore(at) ? chosen.plusDays(1) : chosen;
    }

    private boolean isChosen(DayOfWeek day) {
        return preferences.cadence() != Cadence.DAYS || preferences.days().contains(day);
    }

    /** The first day of the week that the next weekly edition is for: today's, unless that one has gone out. */
    private LocalDate week(Instant start) {
        DayOfWeek day = preferences.days().stream().findFirst().orElse(DayOfWeek.MONDAY);
        LocalDate last = start.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(day));
        boolean over = firstOn(last)
                .filter(mailed -> mailed.toInstant().isBefore(start))
                .isPresent();
        return over ? last.plusWeeks(1) : last;
    }

    private Optional<ZonedDateTime> firstOn(LocalDate day) {
        Optional<Due> due =
                schedule.nextAfter(day.atStartOfDay(zone).toInstant().minus(LONGEST_WAIT));
        for (int i = 0; i < MOST_EDITIONS && due.isPresent(); i++) {
            ZonedDateTime mailed = mailed(due.get());
            if (!mailed.toLocalDate().isBefore(day)) {
                return Optional.of(mailed);
            }
            due = schedule.nextAfter(due.get().at());
        }
        return Optional.empty();
    }
}
