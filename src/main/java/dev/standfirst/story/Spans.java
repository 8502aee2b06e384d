package dev.standfirst.story;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times in the words of an explanation. */
final class Spans {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.UK);
    private static final int MINUTES_TOLD = 90;
    private static final int HOURS_TOLD = 48;

    private Spans() {}

    /** A day: "Tue 17 Nov 2026". */
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** A time span: "40 min", "7 h", "3 days". */
    static String words(Duration span) {
        long minutes = Math.max(0, span.toMinutes());
        if (minutes < MINUTES_TOLD) {
            return minutes + " min";
        }
        long hours = Math.round(minutes / 60.0);
        return hours < HOURS_TOLD ? hours + " h" : Math.round(hours / 24.0) + " days";
    }
}
