package dev.standfirst.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as feeds write them: RFC 822 with two or four figures for the year, RFC 3339 and its ISO 8601 relatives, and
 * the usual slips. A date without a zone is taken as UTC.
 */
public final class FeedDates {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** Hours from UTC of the zone names of RFC 822 and of the mail that followed it. */
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("est", -5),
            Map.entry("edt", -4),
            Map.entry("cst", -6),
            Map.entry("cdt", -5),
            Map.entry("mst", -7),
            Map.entry("mdt", -6),
            Map.entry("pst", -8),
            Map.entry("pdt", -7),
            Map.entry("cet", 1),
            Map.entry("cest", 2),
            Map.entry("bst", 1),
            Map.entry("eet", 2),
            Map.entry("msk", 3));

    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})-?(\\d{1,2})?-?(\\d{1,2})?(?:[T\\s]+(\\d{1,2}):?(\\d{2})(?::?(\\d{2})(?:[.,]\\d{1,9})?)?)?\\s*(\\S{1,9})?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MAIL = Pattern.compile(
            "(?:[a-z]{3,9}\\.?,?\\s+)?(\\d{1,2})[\\s-]+([a-z]{3,9})\\.?,?[\\s-]+(\\d{2,4}),?"
                    + "(?:\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?)?\\s*(\\S{1,9})?.{0,40}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OFFSET = Pattern.compile("(?:gmt|utc)?([+-])(\\d{1,2}):?(\\d{2})?");
    private static final int LONGEST = 80;

    private FeedDates() {}

    /** The instant, or null where the text is no date. */
    public static @Nullable Instant parse(String text) {
        String tidy = text.strip();
        if (tidy.isEmpty() || tidy.length() > LONGEST) {
            return null;
        }
        try {
            Matcher iso = ISO.matcher(tidy);
            if (iso.matches()) {
                return instant(number(iso, 1, 0), number(iso, 2, 1), iso, 3);
            }
            Matcher mail = MAIL.matcher(tidy);
            return mail.matches() ? mail(mail) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Instant mail(Matcher mail) {
        int month = MONTHS.indexOf(mail.group(2).substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
        int year = number(mail, 3, 0);
        int full = year < 50 ? year + 2000 : year < 1000 ? year + 1900 : year;
        return month == 0 ? null : time(LocalDateTime.of(full, month, number(mail, 1, 1), 0, 0), mail, 4);
    }

    private static Instant instant(int year, int month, Matcher parts, int dayGroup) {
        return time(LocalDateTime.of(year, month, number(parts, dayGroup, 1), 0, 0), parts, dayGroup + 1);
    }

    private static Instant time(LocalDateTime day, Matcher parts, int hourGroup) {
        // A leap second, and midnight written as 24:00, are the next moment.
        return day.plusHours(number(parts, hourGroup, 0))
                .plusMinutes(number(parts, hourGroup + 1, 0))
                .plusSeconds(number(parts, hourGroup + 2, 0))
                .toInstant(offset(parts.group(hourGroup + 3)));
    }

    private static int number(Matcher parts, int group, int missing) {
        String digits = parts.group(group);
        return digits == null ? missing : Integer.parseInt(digits);
    }

    private static ZoneOffset offset(@Nullable String zone) {
        String name = zone == null ? "" : zone.toLowerCase(Locale.ROOT);
        Matcher offset = OFFSET.matcher(name);
        if (offset.matches()) {
            int minutes = number(offset, 2, 0) * 60 + number(offset, 3, 0);
            return ZoneOffset.ofTotalSeconds((offset.group(1).equals("-") ? -minutes : minutes) * 60);
        }
        return ZoneOffset.ofHours(ZONES.getOrDefault(name, 0));
    }
}
