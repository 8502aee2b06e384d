package dev.standfirst.digest;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Five-field cron as a way to write time and days down: minute, hour, day of month, month, day of week. Minute and hour
 * are single numbers, because a digest has one edition a day. It is read once into {@link Schedule} and fires nothing.
 *
 * @param time minute and hour
 * @param days the three other fields
 */
record CronFields(LocalTime time, Days days) {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> WEEK = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException with a reason for people
     */
    static CronFields parse(String expression) {
        String[] fields = expression.strip().toLowerCase(Locale.ROOT).split("\\s+");
        if (fields.length != 5) {
            throw new IllegalArgumentException(
                    "it has %d fields, not five: minute hour day month weekday".formatted(fields.length));
        }
        LocalTime time = LocalTime.of(single("hour", fields[1], 23), single("minute", fields[0], 59));
        Set<Integer> weekdays = set(fields[4], 0, 7, WEEK);
        return new CronFields(
                time,
                new Days(
                        weekdays.stream()
                                .map(CronFields::weekday)
                                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class))),
                        set(fields[2], 1, 31, List.of()),
                        set(fields[3], 1, 12, MONTHS).stream().map(Month::of).collect(Collectors.toSet())));
    }

    static Set<Integer> allMonthDays() {
        return IntStream.rangeClosed(1, 31).boxed().collect(Collectors.toSet());
    }

    private static int single(String name, String field, int max) {
        if (!field.matches("\\d{1,2}") || Integer.parseInt(field) > max) {
            throw new IllegalArgumentException(
                    "its %s is \"%s\"; a digest has one edition a day, so name one %s, 0 to %d"
                            .formatted(name, field, name, max));
        }
        return Integer.parseInt(field);
    }

    private static Set<Integer> set(String field, int min, int max, List<String> names) {
        Set<Integer> values = new TreeSet<>();
        for (String part : field.split(",", -1)) {
            values.addAll(range(part, min, max, names));
        }
        return values;
    }

    private static List<Integer> range(String part, int min, int max, List<String> names) {
        String[] steps = part.split("/", 2);
        String[] ends = steps[0].split("-", 2);
        boolean all = steps[0].equals("*");
        int from = all ? min : number(ends[0], min, max, names);
        boolean open = all || (steps.length == 2 && ends.length == 1);
        int to = open ? max : number(ends[ends.length - 1], min, max, names);
        int step = steps.length == 2 ? number(steps[1], 1, max, List.of()) : 1;
        if (from > to) {
            throw new IllegalArgumentException("\"%s\" runs backwards".formatted(part));
        }
        return IntStream.rangeClosed(from, to)
                .filter(i -> (i - from) % step == 0)
                .boxed()
                .toList();
    }

    private static int number(String text, int min, int max, List<String> names) {
        int named = names.indexOf(text);
        if (named >= 0) {
            return named + min;
        }
        if (!text.matches("\\d{1,2}") || Integer.parseInt(text) < min || Integer.parseInt(text) > max) {
            throw new IllegalArgumentException("\"%s\" is not a number from %d to %d".formatted(text, min, max));
        }
        return Integer.parseInt(text);
    }

    /** Cron counts from Sunday, 0 or 7. */
    private static DayOfWeek weekday(int number) {
        return number % 7 == 0 ? DayOfWeek.SUNDAY : DayOfWeek.of(number);
    }
}
