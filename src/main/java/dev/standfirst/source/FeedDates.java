package dev.standfirst.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as feeds write them: RFC 3339 and all of ISO 8601 that can stand for a day, RFC 822 with its successors and
 * slips, seconds since 1970, and what programs print in their users' languages. A date without a zone is taken as UTC.
 * No text is looked at beyond its first hundred characters, and every pattern is linear.
 */
public final class FeedDates {

    private static final int LONGEST = 100;

    /** Time and zone behind a date of ISO 8601; hours may stand alone. */
    private static final String TIME =
            "(?:(?:\\s*+t\\s*+|\\s++)(\\d{1,2})(?::?(\\d{2})(?::?(\\d{2})(?:[.,]\\d{1,12}+)?)?)?"
                    + "\\s*+(?:(z|utc|gmt)|((?:gmt|utc)?[+-]\\d{1,2}(?::?\\d{2})?))?(?:\\[[^\\]]{0,40}+\\])?|z)?";

    private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{1,3})-(\\d{1,2})" + TIME);
    private static final Pattern COMPACT_DAY = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})" + TIME);
    private static final Pattern SHORT_DAY = Pattern.compile("(\\d{2})-?(\\d{2})-?(\\d{2})" + TIME);
    private static final Pattern MONTH = Pattern.compile("(\\d{4})(?:-(\\d{1,2}))?()" + TIME);
    private static final Pattern SHORT_MONTH = Pattern.compile("-(\\d{2})(?:-?(\\d{2}))?()" + TIME);
    private static final Pattern ORDINAL = Pattern.compile("(\\d{4}|\\d{2})-?(\\d{3})()" + TIME);
    private static final Pattern WEEK = Pattern.compile("(\\d{4})-?w(\\d{2})(?:-?(\\d))?" + TIME);
    private static final Pattern EPOCH = Pattern.compile("(\\d{9,10})(\\d{3})?(?:\\.\\d{1,9}+)?");
    private static final int TIME_GROUP = 4;

    private FeedDates() {}

    /** The instant, or null where the text is no date. */
    public static @Nullable Instant parse(String text) {
        String tidy = FeedNames.lower(text.strip());
        if (tidy.isEmpty() || tidy.length() > LONGEST) {
            return null;
        }
        try {
            boolean figure = Character.isDigit(tidy.charAt(0)) || tidy.charAt(0) == '-';
            Instant exact = figure ? exact(tidy) : null;
            return exact == null ? WrittenDate.read(tidy) : exact;
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable Instant exact(String text) {
        for (Pattern pattern : new Pattern[] {DAY, COMPACT_DAY, MONTH, SHORT_DAY, SHORT_MONTH}) {
            Matcher parts = pattern.matcher(text);
            if (parts.matches()) {
                return time(day(year(parts.group(1)), number(parts, 2, 1), number(parts, 3, 1)), parts);
            }
        }
        Matcher ordinal = ORDINAL.matcher(text);
        if (ordinal.matches()) {
            return time(LocalDate.ofYearDay(year(ordinal.group(1)), number(ordinal, 2, 1)), ordinal);
        }
        Matcher week = WEEK.matcher(text);
        if (week.matches()) {
            return time(week(week), week);
        }
        Matcher epoch = EPOCH.matcher(text);
        return epoch.matches() ? Instant.ofEpochSecond(Long.parseLong(epoch.group(1))) : null;
    }

    private static LocalDate week(Matcher week) {
        LocalDate inFirstWeek = LocalDate.of(number(week, 1, 0), 1, 4);
        return inFirstWeek
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(week, 2, 1))
                .with(java.time.temporal.ChronoField.DAY_OF_WEEK, number(week, 3, 1));
    }

    private static Instant time(LocalDate day, Matcher parts) {
        String offset = parts.group(TIME_GROUP + 4);
        return at(
                day,
                number(parts, TIME_GROUP, 0) * 3600
                        + number(parts, TIME_GROUP + 1, 0) * 60
                        + number(parts, TIME_GROUP + 2, 0),
                offset == null ? 0 : DateZones.offset(offset));
    }

    /** A day of a month. Feeds know a 30th of February: it is counted on into March. */
    static LocalDate day(int year, int month, int day) {
        if (day < 1 || day > 31) {
            throw new DateTimeException("no month has a day " + day);
        }
        return LocalDate.of(year, month, 1).plusDays(day - 1L);
    }

    /** A moment. A leap second, and midnight written as 24:00, are the next moment. */
    static Instant at(LocalDate day, long secondOfDay, int offsetSeconds) {
        return Instant.ofEpochSecond(day.toEpochDay() * 86_400 + secondOfDay - offsetSeconds);
    }

    /** Two figures of a year mean 1970 to 2069, three come from programs that count from 1900. */
    static int year(String figures) {
        int year = Integer.parseInt(figures);
        if (figures.length() == 2) {
            return year < 70 ? year + 2000 : year + 1900;
        }
        return figures.length() == 3 ? year + 1900 : year;
    }

    private static int number(Matcher parts, int group, int missing) {
        String digits = parts.group(group);
        return digits == null || digits.isEmpty() ? missing : Integer.parseInt(digits);
    }
}
