package dev.standfirst.transfer;

import dev.standfirst.subscriber.Preferences;
import dev.standfirst.subscriber.Preferences.Cadence;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How often somebody is mailed, as a word of a file: "each", "daily", "weekdays", "mon wed fri", "weekly", "weekly
 * fri".
 *
 * @param cadence how often
 * @param days on which days
 */
record Rhythm(Cadence cadence, Set<DayOfWeek> days) {

    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek.class);

    /**
     * Reads a word.
     *
     * @throws Choices.NoChoice where it is none of these
     */
    static Rhythm read(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split("[\\s,;]+");
        return switch (words[0]) {
            case "each", "every", "all", "instant", "immediately" -> new Rhythm(Cadence.EACH, Set.of());
            case "daily", "t\u00E4glich" -> new Rhythm(Cadence.DAYS, ALL);
            case "weekdays", "workdays", "werktags" -> new Rhythm(Cadence.DAYS, WEEKDAYS);
            case "weekly", "w\u00F6chentlich" ->
                new Rhythm(Cadence.WEEKLY, Set.of(words.length == 1 ? DayOfWeek.MONDAY : day(words[1])));
            default ->
                new Rhythm(Cadence.DAYS, Arrays.stream(words).map(Rhythm::day).collect(Collectors.toSet()));
        };
    }

    /** The word that {@link #read} makes the same of. */
    static String write(Preferences preferences) {
        return switch (preferences.cadence()) {
            case EACH -> "each";
            case WEEKLY -> "weekly " + names(preferences.days());
            case DAYS -> {
                if (preferences.days().equals(ALL)) {
                    yield "daily";
                }
                yield preferences.days().equals(WEEKDAYS) ? "weekdays" : names(preferences.days());
            }
        };
    }

    private static DayOfWeek day(String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> word.length() >= 3
                        && day.name().toLowerCase(Locale.ROOT).startsWith(word))
                .findFirst()
                .orElseThrow(() -> new Choices.NoChoice(word));
    }

    private static String names(Set<DayOfWeek> days) {
        return days.stream()
                .sorted()
                .map(day -> day.name().substring(0, 3).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
