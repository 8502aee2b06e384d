package dev.standfirst.transfer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/**
 * Times as programs write them into files: ISO 8601, with a space for its T as databases do, and German dates. A time
 * without zone is taken as UTC. "04/03/2026" is not read: it is two dates.
 */
final class WrittenTime {

    private static final int LONGEST = 40;
    private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[' ']['UTC']['Z'][XXX][XX][X]")
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("d.M.uuuu[ H:mm[:ss]]", Locale.ROOT);

    private WrittenTime() {}

    /**
     * The time that a text tells, or nothing where it tells none that can be.
     *
     * @param now nothing was after this
     */
    static Optional<Instant> read(String text, Instant now) {
        if (text.length() < 8 || text.length() > LONGEST || !Character.isDigit(text.charAt(0))) {
            return Optional.empty();
        }
        try {
            DateTimeFormatter format = text.indexOf('.') > 0 && text.indexOf('.') < 3 ? GERMAN : ISO;
            Instant time = instant(format.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
            return time.isBefore(FIRST) || time.isAfter(now) ? Optional.empty() : Optional.of(time);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant instant(TemporalAccessor time) {
        if (time instanceof OffsetDateTime exact) {
            return exact.toInstant();
        }
        return time instanceof LocalDateTime local
                ? local.toInstant(ZoneOffset.UTC)
                : LocalDate.from(time).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
