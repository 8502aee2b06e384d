package dev.standfirst.cli;

import dev.standfirst.subscriber.Preferences;
import dev.standfirst.subscriber.Preferences.Cadence;
import dev.standfirst.subscriber.Preferences.Choice;
import dev.standfirst.text.DidYouMean;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** When and what a person gets, as options; what is not named stays as it is. */
final class PreferenceOptions {

    private static final int LENGTH = 2000;

    @Option(names = "--each", description = "Every edition.")
    private boolean each;

    @Option(names = "--weekly", paramLabel = "DAY", description = "Once a week, on a day: mon.")
    private @Nullable String weekly;

    @Option(names = "--days", paramLabel = "DAYS", split = ",", description = "On these days: mon,wed,fri.")
    private @Nullable List<String> days;

    @Option(names = "--hour", paramLabel = "HH:MM", description = "When; \"any\": when the edition is due.")
    private @Nullable String hour;

    @Option(names = "--zone", paramLabel = "ZONE", description = "Whose clock: Europe/Lisbon; \"any\": the digest's.")
    private @Nullable String zone;

    @Option(names = "--language", paramLabel = "TAG", description = "Of the mail's own words; \"any\": the digest's.")
    private @Nullable String language;

    @Option(names = "--topic", paramLabel = "TOPIC", description = "This topic alone; may be repeated.")
    private @Nullable List<String> topics;

    @Option(names = "--without-topic", paramLabel = "TOPIC", description = "Not this topic; may be repeated.")
    private @Nullable List<String> withoutTopics;

    @Option(names = "--all-topics", description = "All topics again.")
    private boolean allTopics;

    @Option(names = "--word", paramLabel = "WORD", description = "Stories with this word alone; may be repeated.")
    private @Nullable List<String> words;

    @Option(names = "--without-word", paramLabel = "WORD", description = "No story with this word; may be repeated.")
    private @Nullable List<String> withoutWords;

    @Option(names = "--all-words", description = "Stories with any words again.")
    private boolean allWords;

    @Option(names = "--own-language", negatable = true, description = "Stories in the mail's language alone.")
    private @Nullable Boolean ownLanguage;

    @Option(names = "--plain-text", negatable = true, description = "Plain text alone.")
    private @Nullable Boolean plainText;

    @Option(names = "--pause-until", paramLabel = "DATE", description = "Nothing before this date; \"now\": go on.")
    private @Nullable String pauseUntil;

    /** Whether one of them was named. */
    boolean named() {
        return each
                || allTopics
                || allWords
                || Stream.of(
                                weekly,
                                days,
                                hour,
                                zone,
                                language,
                                topics,
                                withoutTopics,
                                words,
                                withoutWords,
                                ownLanguage,
                                plainText,
                                pauseUntil)
                        .anyMatch(Objects::nonNull);
    }

    /** The preferences with what was named changed. */
    Preferences over(Preferences old) {
        Cadence cadence = cadence(old);
        return new Preferences(
                cadence,
                days(old, cadence),
                given(hour, old.hour(), "any", PreferenceOptions::hour),
                given(zone, old.zone(), "any", PreferenceOptions::zone),
                given(language, old.language(), "any", PreferenceOptions::language),
                choice(allTopics ? Choice.ALL : old.topics(), topics, withoutTopics),
                choice(allWords ? Choice.ALL : old.words(), words, withoutWords),
                ownLanguage == null ? old.ownLanguage() : ownLanguage,
                plainText == null ? old.plainText() : plainText,
                given(pauseUntil, old.pausedUntil(), "now", PreferenceOptions::date));
    }

    private Cadence cadence(Preferences old) {
        int named = (each ? 1 : 0) + (weekly == null ? 0 : 1) + (days == null ? 0 : 1);
        if (named > 1) {
            throw wrong("--each, --weekly and --days do not go together", "Name one of them.");
        }
        if (weekly != null) {
            return Cadence.WEEKLY;
        }
        return days != null ? Cadence.DAYS : each ? Cadence.EACH : old.cadence();
    }

    private Set<DayOfWeek> days(Preferences old, Cadence cadence) {
        if (each) {
            return Set.of();
        }
        List<String> named = weekly != null ? List.of(weekly) : days;
        if (named == null) {
            return cadence == Cadence.EACH ? Set.of() : old.days();
        }
        Set<DayOfWeek> chosen = EnumSet.noneOf(DayOfWeek.class);
        named.forEach(name -> chosen.add(day(name)));
        return chosen;
    }

    private static DayOfWeek day(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
            String whole = day.name().toLowerCase(Locale.ROOT);
            if (lower.length() >= 2 && whole.startsWith(lower)) {
                return day;
            }
        }
        throw wrong("\"%s\" is no day of the week".formatted(name), "Days are mon, tue, wed, thu, fri, sat, sun.");
    }

    private static LocalTime hour(String text) {
        try {
            return LocalTime.parse(text.length() == 4 ? "0" + text : text);
        } catch (DateTimeException e) {
            throw wrong("\"%s\" is no time of day".formatted(text), "One is written as in --hour 18:30");
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw wrong(
                    "there is no time zone \"%s\"".formatted(text),
                    DidYouMean.among(ZoneId.getAvailableZoneIds(), text)
                            .map("Did you mean \"%s\"?"::formatted)
                            .orElse("One is written as in --zone Europe/Lisbon"));
        }
    }

    private static Locale language(String text) {
        Locale language = Locale.forLanguageTag(text);
        if (language.getLanguage().isEmpty() || language.toLanguageTag().length() > 20) {
            throw wrong("\"%s\" is no language".formatted(text), "One is written as in --language de");
        }
        return language;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw wrong("\"%s\" is no date".formatted(text), "One is written as in --pause-until 2026-12-24");
        }
    }

    private static Choice choice(Choice old, @Nullable List<String> in, @Nullable List<String> out) {
        return new Choice(in == null ? old.in() : lines(in), out == null ? old.out() : lines(out));
    }

    private static List<String> lines(List<String> named) {
        List<String> lines = named.stream()
                .map(line -> line.replaceAll("\\p{Cntrl}+", " ").strip())
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        if (String.join("\n", lines).length() > LENGTH) {
            throw wrong(
                    "topics and words are longer than %,d characters together".formatted(LENGTH),
                    "Name fewer of them.");
        }
        return lines;
    }

    private interface Reader<T> {
        T read(String text);
    }

    private static <T> Optional<T> given(@Nullable String text, Optional<T> old, String open, Reader<T> reader) {
        if (text == null) {
            return old;
        }
        return text.equalsIgnoreCase(open) ? Optional.empty() : Optional.of(reader.read(text.strip()));
    }

    private static CommandException wrong(String happened, String remedy) {
        return new CommandException(ExitCode.WRONG_USE, happened, remedy + " Nothing was changed.");
    }
}
