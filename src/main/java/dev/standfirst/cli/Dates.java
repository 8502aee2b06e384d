package dev.standfirst.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and times on the command line: absolute, in the machine's zone. */
final class Dates {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.UK);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.UK);

    private Dates() {}

    /** A day: "Tue 17 Nov 2026". */
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String show(Instant instant) {
        return show(instant, ZoneId.systemDefault());
    }

    static String show(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }

    /** How long it is until then, in its largest unit: "14 minutes", "2 hours". */
    static String left(Instant now, Instant then) {
        Duration left = Duration.between(now, then);
        if (left.toHours() >= 2) {
            return left.toHours() + " hours";
        }
        long minutes = Math.max(1, (left.toSeconds() + 59) / 60);
        return minutes == 1 ? "1 minute" : minutes + " minutes";
    }
}
