package dev.standfirst.source;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date written with the name of a month, or with strokes or stops, in whatever order: RFC 822, asctime, "March 30,
 * 2020 7:02 PM", "26.06.2020". The time is taken out first; of what is left, the month is a word, the year has four
 * figures, the day is the other number.
 */
final class WrittenDate {

    private static final Pattern COMMENT = Pattern.compile("\\([^()]{0,40}+\\)");
    private static final Pattern WEEKDAY = Pattern.compile("^[\\p{L}\\p{M}]{1,20}+\\.?,");
    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?\\s{0,3}(am|pm|a\\.m\\.|p\\.m\\.)?");
    private static final Pattern EAST_ASIAN_TIME =
            Pattern.compile("(\\d{1,2})\\s?[時时点시]\\s?(?:(\\d{1,2})\\s?[分분]\\s?(?:(\\d{1,2})\\s?[秒초])?)?()");
    private static final Pattern MORNING = Pattern.compile("오전|午前|上午");
    private static final Pattern AFTERNOON = Pattern.compile("오후|午後|下午");
    private static final Pattern OFFSET =
            Pattern.compile("[+-]\\d{1,2}:?\\d{2}(?!\\d)|(?<=gmt|utc)[+-]\\d{1,2}(?!\\d)");
    private static final Pattern REGION = Pattern.compile("[a-z]{2,20}/[a-z_]{2,30}(?:/[a-z_]{2,30})?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]{1,30}");

    private final String date;
    private final String rest;
    private final int secondOfDay;
    private final boolean halves;

    private WrittenDate(String date, String rest, int secondOfDay, boolean halves) {
        this.date = date;
        this.rest = rest;
        this.secondOfDay = secondOfDay;
        this.halves = halves;
    }

    /**
     * Reads a date.
     *
     * @param text in lower case, at most a hundred characters
     * @throws java.time.DateTimeException where its numbers are no date
     */
    static @Nullable Instant read(String text) {
        String plain = COMMENT.matcher(text).replaceAll("");
        String tidy = WEEKDAY.matcher(plain).replaceFirst("").strip();
        for (Pattern pattern : List.of(TIME, EAST_ASIAN_TIME)) {
            Matcher time = pattern.matcher(tidy);
            if (time.find()) {
                return timed(tidy, time).instant();
            }
        }
        return new WrittenDate(tidy, "", 0, false).instant();
    }

    private static WrittenDate timed(String text, Matcher time) {
        String half = time.group(4) == null ? "" : time.group(4);
        boolean afternoon = half.startsWith("p") || AFTERNOON.matcher(text).find();
        boolean morning = half.startsWith("a") || MORNING.matcher(text).find();
        int second = hour(number(time.group(1)), morning, afternoon) * 3600
                + number(time.group(2)) * 60
                + number(time.group(3));
        return new WrittenDate(text.substring(0, time.start()), text.substring(time.end()), second, !half.isEmpty());
    }

    private static int hour(int hour, boolean morning, boolean afternoon) {
        if (afternoon && hour < 12) {
            return hour + 12;
        }
        return morning && hour == 12 ? 0 : hour;
    }

    private @Nullable Instant instant() {
        LocalDate day = day();
        return day == null ? null : FeedDates.at(day, secondOfDay, offset(day.toEpochDay() * 86_400 + secondOfDay));
    }

    private @Nullable LocalDate day() {
        // The year may stand behind time and zone, as in "Sun Jan 4 16:29:06 PST 2004".
        String all = date + " " + OFFSET.matcher(rest).replaceAll(" ");
        List<String> numbers = all(NUMBER, all);
        int month = month(all);
        if (month > 0) {
            return numbers.isEmpty() || numbers.size() > 2 ? null : withMonth(month, numbers);
        }
        return numbers.size() == 3 ? inFigures(numbers) : null;
    }

    private static @Nullable LocalDate withMonth(int month, List<String> numbers) {
        String first = numbers.get(0);
        if (numbers.size() == 1) {
            return first.length() == 4 ? FeedDates.day(FeedDates.year(first), month, 1) : null;
        }
        String second = numbers.get(1);
        return first.length() > 2
                ? FeedDates.day(FeedDates.year(first), month, number(second))
                : FeedDates.day(FeedDates.year(second), month, number(first));
    }

    /** Without a year in front, the day comes first, as in most countries; not with halves of the day, as in one. */
    private LocalDate inFigures(List<String> numbers) {
        int first = number(numbers.get(0));
        int second = number(numbers.get(1));
        if (numbers.get(0).length() == 4) {
            return FeedDates.day(first, second, number(numbers.get(2)));
        }
        boolean monthFirst = second > 12 || (halves && first <= 12);
        int year = FeedDates.year(numbers.get(2));
        return monthFirst ? FeedDates.day(year, first, second) : FeedDates.day(year, second, first);
    }

    private static int month(String text) {
        List<String> words = all(WORD, text);
        int month = 0;
        for (String word : words) {
            month = Math.max(month, word.length() < 3 ? 0 : MonthNames.english(word));
        }
        for (int i = words.size() - 1; i >= 0 && month == 0; i--) {
            boolean known = words.get(i).length() < 3 || isZone(words.get(i));
            month = known ? 0 : MonthNames.foreign(words.get(i));
        }
        return month;
    }

    private static boolean isZone(String word) {
        return word.equals("gmt") || word.equals("utc") || DateZones.isName(word);
    }

    private int offset(long localSecond) {
        Matcher offset = OFFSET.matcher(rest);
        if (offset.find()) {
            return DateZones.offset(offset.group());
        }
        Matcher region = REGION.matcher(rest);
        if (region.find()) {
            return DateZones.region(region.group(), localSecond);
        }
        for (String word : all(WORD, rest)) {
            if (isZone(word)) {
                return DateZones.named(word);
            }
        }
        return DateZones.named(date.contains("년") ? "kst" : date.contains("年") ? japanOrChina() : "");
    }

    /** Japan and China write days alike, halves of days differently. */
    private String japanOrChina() {
        return date.contains("上午") || date.contains("下午") ? "hkt" : "jst";
    }

    private static List<String> all(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    private static int number(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}
