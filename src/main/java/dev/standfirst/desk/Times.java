package dev.standfirst.desk;

import dev.standfirst.template.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Times on the desk's pages: absolute, in the zone of what they are about. */
final class Times {

    private static final int DAYS_BY_NAME = 6;
    private static final long MINUTE = 60;

    private Times() {}

    /** "07:00" today, "Tue 07:00" within six days, else "Tue 3 Nov 07:00". */
    static String show(Words words, Instant at, Instant now, ZoneId zone) {
        LocalDate day = at.atZone(zone).toLocalDate();
        long days = Math.abs(day.toEpochDay() - now.atZone(zone).toLocalDate().toEpochDay());
        String pattern = days == 0 ? "time.today" : days <= DAYS_BY_NAME ? "time.week" : "time.far";
        return words.date(pattern, at.atZone(zone));
    }

    /** "Wed 18 Nov". */
    static String day(Words words, LocalDate day) {
        return words.date("date.day", day);
    }

    /** "18 Nov 2026": of whatever year. */
    static String date(Words words, LocalDate day) {
        return words.date("date.full", day);
    }

    /** "18 Nov 2026 07:00": of whatever year. */
    static String moment(Words words, Instant at, ZoneId zone) {
        return words.date("time.full", at.atZone(zone));
    }

    /** "4.2 s", "8 s", "3 min", "2 h 10 min". */
    static String took(Words words, Duration time) {
        long seconds = time.toSeconds();
        if (seconds < 10) {
            return words.say("took.exact", time.toMillis() / 1000.0);
        }
        if (seconds < 2 * MINUTE) {
            return words.say("took.seconds", seconds);
        }
        long minutes = Math.round(seconds / (double) MINUTE);
        return minutes < 2 * MINUTE
                ? words.say("took.minutes", minutes)
                : words.say("took.hours", minutes / MINUTE, minutes % MINUTE);
    }
}
