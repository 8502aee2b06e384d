package dev.standfirst.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Times as a reader of an edition takes them: "06:12" on its day, "Tue 22:10" within six days, else the date. */
final class ReaderTimes {

    private final LocalDate date;
    private final ZoneId zone;
    private final EditionWords words;

    ReaderTimes(LocalDate date, ZoneId zone, EditionWords words) {
        this.date = date;
        this.zone = zone;
        this.words = words;
    }

    String of(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        LocalDate day = local.toLocalDate();
        if (day.equals(date)) {
            return format("HH:mm").format(local);
        }
        if (day.isAfter(date.minusDays(7)) && day.isBefore(date.plusDays(1))) {
            return format("EEE HH:mm").format(local);
        }
        return format(words.pattern(day.getYear() == date.getYear() ? "date" : "date.year"))
                .format(local);
    }

    /** Another day: "Tue 17 Nov". */
    String day(LocalDate day) {
        return format(words.pattern("date.day")).format(day);
    }

    /** "Wednesday, 18 November 2026". */
    String day() {
        return format(words.pattern("date.full")).format(date);
    }

    private DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, words.locale());
    }
}
