package dev.standfirst.digest;

import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The dates on which a digest comes out.
 *
 * @param weekdays days of the week; all seven where none is singled out
 * @param monthDays days of the month, 1 to 31; all where none is singled out
 * @param months months; all where none is singled out
 */
public record Days(Set<DayOfWeek> weekdays, Set<Integer> monthDays, Set<Month> months) {

    /** Every day. */
    public static final Days DAILY = ofWeek(EnumSet.allOf(DayOfWeek.class));

    /** Monday to Friday. */
    public static final Days WEEKDAYS = ofWeek(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

    /** Saturday and Sunday. */
    public static final Days WEEKENDS = ofWeek(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));

    public Days {
        if (weekdays.isEmpty() || monthDays.isEmpty() || months.isEmpty()) {
            throw new IllegalArgumentException("a digest comes out on some day");
        }
        weekdays = Set.copyOf(weekdays);
        monthDays = Set.copyOf(monthDays);
        months = Set.copyOf(months);
    }

    /** Certain days of every week. */
    public static Days ofWeek(Set<DayOfWeek> weekdays) {
        return new Days(weekdays, CronFields.allMonthDays(), EnumSet.allOf(Month.class));
    }

    /**
     * Whether a digest comes out on a date. As in cron, where both days of the week and of the month are singled out
     * either will do.
     */
    public boolean include(LocalDate date) {
        boolean week = weekdays.contains(date.getDayOfWeek());
        boolean month = monthDays.contains(date.getDayOfMonth());
        boolean both = weekdays.size() < 7 && monthDays.size() < 31;
        return months.contains(date.getMonth()) && (both ? week || month : week && month);
    }

    /** "daily", "on weekdays", "on Monday and Friday". */
    public String inWords(Locale locale) {
        ResourceBundle words = ResourceBundle.getBundle(
                "dev.standfirst.digest.days",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        if (monthDays.size() < 31 || months.size() < 12) {
            return words.getString("dates");
        }
        if (equals(DAILY)) {
            return words.getString("daily");
        }
        if (equals(WEEKDAYS)) {
            return words.getString("weekdays");
        }
        return equals(WEEKENDS)
                ? words.getString("weekends")
                : MessageFormat.format(words.getString("days"), names(locale));
    }

    private String names(Locale locale) {
        return new TreeSet<>(weekdays)
                .stream().map(day -> day.getDisplayName(TextStyle.FULL, locale)).collect(Collectors.joining(", "));
    }
}
