package dev.standfirst.fetch;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code Retry-After}: seconds, or one of the three dates of HTTP (RFC 9110, 5.6.7). */
final class RetryAfter {

    /** No server may silence a source for longer than this by one answer. */
    static final Duration LONGEST = Duration.ofDays(7);

    private static final Pattern SECONDS = Pattern.compile("[0-9]++");
    private static final int LENGTH = 40;

    /** The day of the week says nothing new, and is often wrong. */
    private static final Pattern WEEKDAY = Pattern.compile("^[A-Za-z]{3,9}+,? +");

    private static final Pattern BLANKS = Pattern.compile(" {2,}+");

    /** Two digits of a year mean one that is less than fifty years ahead. */
    private static final int YEARS_BACK = 50;

    private RetryAfter() {}

    /**
     * How long the server asks us to wait, at most {@link #LONGEST} and never less than nothing; null if unreadable.
     */
    static @Nullable Duration read(String value, Instant now) {
        String written = value.strip();
        if (written.length() > LENGTH) {
            return null;
        }
        if (SECONDS.matcher(written).matches()) {
            return written.length() > 9 ? LONGEST : bounded(Duration.ofSeconds(Long.parseLong(written)));
        }
        Instant date =
                date(BLANKS.matcher(WEEKDAY.matcher(written).replaceFirst("")).replaceAll(" "), now);
        return date == null ? null : bounded(Duration.between(now, date));
    }

    private static Duration bounded(Duration asked) {
        Duration wait = asked.isNegative() ? Duration.ZERO : asked;
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static @Nullable Instant date(String written, Instant now) {
        for (DateTimeFormatter form : forms(now)) {
            TemporalAccessor read = form.parseUnresolved(written, new ParsePosition(0));
            if (read != null) {
                return instant(form, written);
            }
        }
        return null;
    }

    private static @Nullable Instant instant(DateTimeFormatter form, String written) {
        try {
            return form.parse(written, LocalDateTime::from).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) { // The 31st of February.
            return null;
        }
    }

    private static List<DateTimeFormatter> forms(Instant now) {
        LocalDate oldest = LocalDate.ofInstant(now, ZoneOffset.UTC).minusYears(YEARS_BACK);
        return List.of(
                form().appendPattern("d MMM uuuu HH:mm:ss 'GMT'").toFormatter(Locale.ENGLISH),
                form().appendPattern("d-MMM-")
                        .appendValueReduced(ChronoField.YEAR, 2, 2, oldest)
                        .appendPattern(" HH:mm:ss 'GMT'")
                        .toFormatter(Locale.ENGLISH),
                form().appendPattern("MMM d HH:mm:ss uuuu").toFormatter(Locale.ENGLISH));
    }

    private static DateTimeFormatterBuilder form() {
        return new DateTimeFormatterBuilder().parseCaseInsensitive();
    }
}
