package dev.standfirst.job;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** When something is due, for people: "18:00" today, else "Thu 19 Nov 07:00". */
final class DueTimes {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.UK);

    private DueTimes() {}

    static String show(Instant due, Instant now, ZoneId zone) {
        ZonedDateTime local = due.atZone(zone);
        boolean today = local.toLocalDate().equals(now.atZone(zone).toLocalDate());
        return (today ? TIME : DAY).format(local);
    }
}
