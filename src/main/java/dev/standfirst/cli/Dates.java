package dev.standfirst.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and times on the command line: absolute, in the machine's zone. */
final class Dates {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.UK);

    private Dates() {}

    static String show(Instant instant) {
        return show(instant, ZoneId.systemDefault());
    }

    static String show(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }
}
