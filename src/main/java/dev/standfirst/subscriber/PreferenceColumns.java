package dev.standfirst.subscriber;

import dev.standfirst.subscriber.Preferences.Cadence;
import dev.standfirst.subscriber.Preferences.Choice;
import dev.standfirst.text.OneLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Preferences as columns of a subscription: choices are lines, days their ISO numbers, what is open is empty. */
public final class PreferenceColumns {

    /** Sets every column of preferences from the parameters of {@link #parameters}. */
    public static final String ASSIGNMENTS = """
            cadence = :cadence, days = :days, at_time = :at_time, zone = :zone, language = :language,
            topics_in = :topics_in, topics_out = :topics_out, words_in = :words_in, words_out = :words_out,
            own_language = :own_language, plain_text = :plain_text, paused_until = :paused_until""";

    /**
     * A condition of SQL that holds for a subscription {@code s} of somebody who gets each edition as it is when it is
     * due, in the digest's zone, and is not paused on the date {@code :today}.
     */
    public static final String AS_THE_DIGEST_DOES = """
            s.cadence = 'EACH' and s.at_time = '' and s.zone = '' and s.language = ''
            and s.topics_in = '' and s.topics_out = '' and s.words_in = '' and s.words_out = ''
            and s.own_language = false and s.plain_text = false
            and (s.paused_until is null or s.paused_until <= :today)""";

    private PreferenceColumns() {}

    /** The value of each column, by its name. */
    public static Map<String, @Nullable Object> parameters(Preferences preferences) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("cadence", preferences.cadence().name());
        values.put("days", days(preferences.days()));
        values.put("at_time", preferences.hour().map(LocalTime::toString).orElse(""));
        values.put("zone", preferences.zone().map(ZoneId::getId).orElse(""));
        values.put("language", preferences.language().map(Locale::toLanguageTag).orElse(""));
        values.put("topics_in", lines(preferences.topics().in()));
        values.put("topics_out", lines(preferences.topics().out()));
        values.put("words_in", lines(preferences.words().in()));
        values.put("words_out", lines(preferences.words().out()));
        values.put("own_language", preferences.ownLanguage());
        values.put("plain_text", preferences.plainText());
        values.put("paused_until", preferences.pausedUntil().orElse(null));
        return values;
    }

    /** The preferences in a row that has all columns of a subscription. */
    public static Preferences of(ResultSet row) throws SQLException {
        return new Preferences(
                Cadence.valueOf(row.getString("cadence")),
                days(row.getString("days")),
                given(row.getString("at_time")).map(LocalTime::parse),
                given(row.getString("zone")).map(ZoneId::of),
                given(row.getString("language")).map(Locale::forLanguageTag),
                new Choice(lines(row.getString("topics_in")), lines(row.getString("topics_out"))),
                new Choice(lines(row.getString("words_in")), lines(row.getString("words_out"))),
                row.getBoolean("own_language"),
                row.getBoolean("plain_text"),
                Optional.ofNullable(row.getObject("paused_until", LocalDate.class)));
    }

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** One a line: what would end one is a space. */
    private static String lines(List<String> values) {
        return values.stream()
                .map(OneLine::of)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    private static String days(Set<DayOfWeek> days) {
        return days.stream()
                .sorted()
                .map(day -> Integer.toString(day.getValue()))
                .collect(Collectors.joining());
    }

    private static Set<DayOfWeek> days(String numbers) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        numbers.chars().forEach(digit -> days.add(DayOfWeek.of(digit - '0')));
        return days;
    }
}
