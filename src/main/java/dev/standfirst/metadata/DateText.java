package dev.standfirst.metadata;

import dev.standfirst.text.WordLists;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the dates that a short text holds, as machines and as people write them in some thirty languages: 2021-05-17,
 * 17 May 2021, May 17th, 2021, 17.5.2021, 2021年5月17日.
 */
final class DateText {

    /**
     * A date found.
     *
     * @param moment with the offset that is written; midnight where no time is; UTC where no offset is
     * @param exact whether a time with its offset is written
     * @param start where it begins in the text
     * @param end where it ends, the time included
     */
    record Found(OffsetDateTime moment, boolean exact, int start, int end) {

        LocalDate day() {
            return moment.toLocalDate();
        }
    }

    private static final int LONGEST = 400;

    /** 1/1/21 */
    private static final int SHORTEST = 5;

    private static final int EARLIEST_YEAR = 1995;
    private static final int LATEST_YEAR = 2099;
    private static final Map<String, Integer> MONTHS = months();

    private static final String YEAR = "((?:19|20)\\d{2})";

    /** Year first: ISO 8601 and its relatives, and the scripts that write year, month and day behind the figures. */
    private static final Pattern YEAR_FIRST = Pattern.compile("(?<!\\d)" + YEAR
            + "(?:[-/.]|\\. |\\s?[年년]\\s?)(\\d{1,2})(?:[-/.]|\\. |\\s?[月월]\\s?)(\\d{1,2})(?!\\d)[日일]?");

    private static final Pattern COMPACT = Pattern.compile("(?<!\\d)" + YEAR + "(\\d{2})(\\d{2})(?=T|\\D|$)");
    private static final Pattern DAY_MONTH = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|[.ºª°])?[\\s,.-]{0,3}(?:de |of |d['’])?(\\p{L}[\\p{L}\\p{M}]{1,14})[.,]{0,2}"
                    + "[\\s,-]{1,3}(?:de |del )?" + YEAR + "(?!\\d)");
    private static final Pattern MONTH_DAY = Pattern.compile(
            "(?<!\\p{L})(\\p{L}[\\p{L}\\p{M}]{1,14})[.,]{0,2}\\s{0,3}(\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,3}" + YEAR
                    + "(?!\\d)");
    private static final Pattern YEAR_MONTH_DAY = Pattern.compile(
            "(?<!\\d)" + YEAR + "\\.?[\\s,-]{1,3}(\\p{L}[\\p{L}\\p{M}]{1,14})\\.?[\\s-](\\d{1,2})(?!\\d)");
    private static final Pattern VIETNAMESE =
            Pattern.compile("(?<!\\d)(\\d{1,2})\\s?tháng\\s?(\\d{1,2}),?\\s(?:năm )?" + YEAR, Pattern.CASE_INSENSITIVE);
    private static final Pattern FIGURES =
            Pattern.compile("(?<![\\d.])(\\d{1,2})([./-])\\s?(\\d{1,2})\\2\\s?(" + YEAR + "|\\d{2})(?![\\d]|[./-]\\d)");
    private static final Pattern EPOCH = Pattern.compile("(1\\d{9})(\\d{3})?");

    private static final Pattern TIME = Pattern.compile(
            "^(?:T|[\\s,|–—·-]{1,5}(?:at |um |à |a las |alle |ore |kl\\. ?|o )?)(\\d{1,2})[:.h時](\\d{2})(?:[:.](\\d{2})(?:[.,]\\d{1,9})?)?"
                    + "\\s?([AaPp]\\.?[Mm]\\.?)?\\s?(Z|(?:UTC|GMT)?[+-]\\d{1,2}:?\\d{0,2}|UTC|GMT)?");

    private final String text;
    private final boolean monthFirst;

    private DateText(String text, boolean monthFirst) {
        this.text = text;
        this.monthFirst = monthFirst;
    }

    /**
     * The first date of a text from a place on, or null.
     *
     * @param monthFirst whether 5/6/2021 is the sixth of May
     */
    static @Nullable Found find(String text, int from, boolean monthFirst) {
        if (text.length() > LONGEST || from >= text.length() - SHORTEST) {
            return null;
        }
        return new DateText(withPlainFigures(text), monthFirst).first(from);
    }

    /** The date that a machine wrote, seconds or thousandths since 1970 among its forms. */
    static Optional<Found> read(String text, boolean monthFirst) {
        String tidy = text.strip();
        Matcher epoch = EPOCH.matcher(tidy);
        if (epoch.matches()) {
            OffsetDateTime moment =
                    Instant.ofEpochSecond(Long.parseLong(epoch.group(1))).atOffset(ZoneOffset.UTC);
            return Optional.of(new Found(moment, true, 0, tidy.length()));
        }
        return Optional.ofNullable(find(tidy, 0, monthFirst));
    }

    /** The figures of every script as those of ours, in the same places. */
    private static String withPlainFigures(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > '9' && Character.isDigit(c)) {
                plain.setCharAt(i, (char) ('0' + Character.digit(c, 10)));
            }
        }
        return plain.toString();
    }

    private @Nullable Found first(int from) {
        Found best = null;
        for (Form form : Form.values()) {
            Matcher matcher = form.pattern.matcher(text);
            int start = from;
            while (matcher.find(start)) {
                Found found = found(form, matcher);
                if (found != null) {
                    best = best == null || found.start() < best.start() ? found : best;
                    break;
                }
                start = matcher.start() + 1;
            }
        }
        return best;
    }

    private @Nullable Found found(Form form, Matcher matcher) {
        try {
            LocalDate day = day(form, matcher);
            return day == null || day.getYear() < EARLIEST_YEAR || day.getYear() > LATEST_YEAR
                    ? null
                    : timed(day, matcher.start(), matcher.end());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private @Nullable LocalDate day(Form form, Matcher m) {
        return switch (form) {
            case YEAR_FIRST, COMPACT -> LocalDate.of(number(m, 1), number(m, 2), number(m, 3));
            case DAY_MONTH -> named(m.group(3), m.group(2), m.group(1));
            case MONTH_DAY -> named(m.group(3), m.group(1), m.group(2));
            case YEAR_MONTH_DAY -> named(m.group(1), m.group(2), m.group(3));
            case VIETNAMESE -> LocalDate.of(number(m, 3), number(m, 2), number(m, 1));
            case FIGURES -> figures(number(m, 1), number(m, 3), m.group(4), m.group(2));
        };
    }

    private static @Nullable LocalDate named(String year, String name, String day) {
        Integer month = MONTHS.get(name.toLowerCase(Locale.ROOT).replace("\u0307", ""));
        return month == null ? null : LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day));
    }

    private LocalDate figures(int first, int second, String year, String separator) {
        int full = Integer.parseInt(year) + (year.length() == 2 ? 2000 : 0);
        boolean month = second > 12 || (monthFirst && !separator.equals(".") && first <= 12);
        return month ? LocalDate.of(full, first, second) : LocalDate.of(full, second, first);
    }

    private Found timed(LocalDate day, int start, int end) {
        Matcher time = TIME.matcher(text.substring(end));
        if (!time.find() || number(time, 1) > 23 || number(time, 2) > 59) {
            return new Found(day.atStartOfDay().atOffset(ZoneOffset.UTC), false, start, end);
        }
        String half = time.group(4) == null ? "" : time.group(4).substring(0, 1).toLowerCase(Locale.ROOT);
        int hour = number(time, 1) % (half.isEmpty() ? 24 : 12) + (half.equals("p") ? 12 : 0);
        int second = time.group(3) == null ? 0 : Math.min(59, number(time, 3));
        OffsetDateTime moment =
                day.atTime(LocalTime.of(hour, number(time, 2), second)).atOffset(offset(time.group(5)));
        return new Found(moment, time.group(5) != null, start, end + time.end());
    }

    private static ZoneOffset offset(@Nullable String zone) {
        String digits = zone == null ? "" : zone.replaceAll("[^\\d+-]", "");
        if (digits.length() < 2) {
            return ZoneOffset.UTC;
        }
        int hours = Integer.parseInt(digits.substring(1, Math.min(3, digits.length())));
        int minutes = digits.length() > 4 ? Integer.parseInt(digits.substring(3, 5)) : 0;
        int seconds = (hours * 60 + minutes) * 60;
        return ZoneOffset.ofTotalSeconds(digits.startsWith("-") ? -seconds : seconds);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        WordLists.read(DateText.class, "months.txt")
                .forEach((number, names) -> names.forEach(name -> months.put(name, Integer.valueOf(number))));
        return Map.copyOf(months);
    }

    /** The ways to write a date, the more certain first. */
    private enum Form {
        YEAR_FIRST(DateText.YEAR_FIRST),
        COMPACT(DateText.COMPACT),
        DAY_MONTH(DateText.DAY_MONTH),
        MONTH_DAY(DateText.MONTH_DAY),
        YEAR_MONTH_DAY(DateText.YEAR_MONTH_DAY),
        VIETNAMESE(DateText.VIETNAMESE),
        FIGURES(DateText.FIGURES);

        private final Pattern pattern;

        Form(Pattern pattern) {
            this.pattern = pattern;
        }
    }
}
