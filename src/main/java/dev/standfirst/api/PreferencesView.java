package dev.standfirst.api;

import dev.standfirst.subscriber.Preferences;
import dev.standfirst.subscriber.Preferences.Cadence;
import dev.standfirst.subscriber.Preferences.Choice;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** When and what a person wants of a list. Null takes a field back to what the digest does. */
record PreferencesView(
        @About(value = "How often: every edition, on chosen days, or once a week.", example = "DAYS") @Nullable
        Cadence cadence,

        @About(value = "On which days: none for EACH, one for WEEKLY.", example = "[\"MONDAY\"]") @Nullable
        List<DayOfWeek> days,

        @About(value = "The local time to be mailed at.", example = "07:30") @Nullable
        String hour,

        @About(value = "Whose clock.", example = "Europe/Berlin") @Nullable
        String zone,

        @About(value = "Of the mail's own words.", example = "de") @Nullable
        String language,

        @About(value = "Where not empty, no other sections are in.", example = "[\"Coast\"]") @Nullable
        List<String> topicsIn,

        @About(value = "Sections that are never in.", example = "[]") @Nullable
        List<String> topicsOut,

        @About(value = "Where not empty, stories without these words are out.", example = "[]") @Nullable
        List<String> wordsIn,

        @About(value = "Stories with these words are never in.", example = "[\"football\"]") @Nullable
        List<String> wordsOut,

        @About("Whether stories in other languages than the mail's stay out.") @Nullable
        Boolean ownLanguage,

        @About("Whether the mail is plain text alone.") @Nullable
        Boolean plainText,

        @About(value = "Nothing is sent before this date.", example = "2026-12-01") @Nullable
        LocalDate pausedUntil) {

    private static final int CHOICE_LENGTH = 2000;
    private static final int LAST_YEAR = 2999;

    static PreferencesView of(Preferences preferences) {
        return new PreferencesView(
                preferences.cadence(),
                preferences.days().stream().sorted().toList(),
                preferences.hour().map(LocalTime::toString).orElse(null),
                preferences.zone().map(ZoneId::getId).orElse(null),
                preferences.language().map(Locale::toLanguageTag).orElse(null),
                preferences.topics().in(),
                preferences.topics().out(),
                preferences.words().in(),
                preferences.words().out(),
                preferences.ownLanguage(),
                preferences.plainText(),
                preferences.pausedUntil().orElse(null));
    }

    /**
     * The preferences that these fields say.
     *
     * @throws Refusal where a field cannot be used
     */
    Preferences read() {
        Cadence how = cadence == null ? Cadence.EACH : cadence;
        return new Preferences(
                how,
                days(how),
                read("hour", hour, "a time like 07:30", PreferencesView::time),
                read("zone", zone, "the name of a time zone like Europe/Berlin", PreferencesView::zone),
                read("language", language, "a language like de", PreferencesView::language),
                new Choice(choice("topicsIn", topicsIn), choice("topicsOut", topicsOut)),
                new Choice(choice("wordsIn", wordsIn), choice("wordsOut", wordsOut)),
                Boolean.TRUE.equals(ownLanguage),
                Boolean.TRUE.equals(plainText),
                pause());
    }

    private Set<DayOfWeek> days(Cadence how) {
        Set<DayOfWeek> chosen = EnumSet.noneOf(DayOfWeek.class);
        if (days != null) {
            chosen.addAll(days);
        }
        boolean fits = switch (how) {
            case EACH -> chosen.isEmpty();
            case WEEKLY -> chosen.size() == 1;
            case DAYS -> !chosen.isEmpty();
        };
        if (!fits) {
            throw wrong("days", "has no day with EACH, one with WEEKLY, and one or more with DAYS");
        }
        return chosen;
    }

    private Optional<LocalDate> pause() {
        if (pausedUntil != null && (pausedUntil.getYear() < 2000 || pausedUntil.getYear() > LAST_YEAR)) {
            throw wrong("pausedUntil", "is a date in the years 2000 to 2999");
        }
        return Optional.ofNullable(pausedUntil);
    }

    private static <T> Optional<T> read(String field, @Nullable String text, String kind, Function<String, T> reader) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(text.strip()));
        } catch (DateTimeException | IllformedLocaleException e) {
            throw wrong(field, "is %s, which %s is not".formatted(kind, Refusal.quote(text)));
        }
    }

    private static LocalTime time(String text) {
        if (text.length() != "07:30".length()) {
            throw new DateTimeException(text);
        }
        return LocalTime.parse(text);
    }

    private static ZoneId zone(String text) {
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw new DateTimeException(text);
        }
        return ZoneId.of(text);
    }

    private static Locale language(String text) {
        Locale locale = new Locale.Builder().setLanguageTag(text).build();
        if (locale.getLanguage().isEmpty() || text.length() > 20) {
            throw new IllformedLocaleException(text);
        }
        return locale;
    }

    private static List<String> choice(String field, @Nullable List<String> values) {
        if (values == null) {
            return List.of();
        }
        if (values.stream().anyMatch(value -> value == null || value.isBlank() || !value.equals(oneLine(value)))) {
            throw wrong(field, "has texts of one line");
        }
        if (String.join("\n", values).length() > CHOICE_LENGTH) {
            throw wrong(field, "has room for 2000 characters");
        }
        return values;
    }

    private static String oneLine(String value) {
        return value.replaceAll("[\\p{Cntrl}\u2028\u2029]", "");
    }

    private static Refusal wrong(String field, String must) {
        return Refusal.value("preferences." + field, "The field \"%s\" %s.".formatted(field, must));
    }
}
