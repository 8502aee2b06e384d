package dev.standfirst.digest;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * When editions are due: at one local time on certain local dates. Due instants are found by {@code java.time} from
 * date, time and zone, never by a cron trigger, so clock changes neither skip nor double an edition.
 *
 * @param time local time of the day
 * @param zone whose clock
 * @param days on which days of the week, at least one
 */
public record Schedule(LocalTime time, ZoneId zone, Set<DayOfWeek> days) {

    public Schedule {
        days = Set.copyOf(days);
    }
}
