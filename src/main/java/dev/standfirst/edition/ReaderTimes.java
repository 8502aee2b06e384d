package dev.standfirst.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Times as a reader of an edition takes them: "06:12" on its day, "Tue 22:10" within six days, else the date. */
final class ReaderTimes {

    private final LocalDate date;
    private final ZoneId zone;
    private final Locale locale;

    ReaderTimes(LocalDate date, ZoneId zone, Locale locale) {
        this.date = date;
        this.zone = zone;
        this.locale = locale;
    }

    String of(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        LocalDate day = local.toLocalDate();
        if (day.equals(date)) {
            return format("HH:mm").format(local);
        }
        boolean near = day.isAfter(date.minusDays(7)) && day.isBefore(date.plusDays(1));
        return near
                ? format("EEE HH:mm").format(local)
                : format(day.getYear() == date.getYear() ? "d MMM" : "d MMM yyyy")
                        .format(local);
    }

    /** "Wednesday, 18 November 2026". */
    String day() {
        return locale.getLanguage().equals("en")
                ? format("EEEE, d MMMM yyyy").format(date)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                        .withLocale(locale)
                        .format(date);
    }

    private DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale);
    }
}
