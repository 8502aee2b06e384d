package dev.standfirst.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times on pages: absolute, with their zone. */
final class Times {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.UK);

    private Times() {}

    static String show(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone)) + ", " + zone.getId();
    }
}
