package dev.standfirst.cli;

import dev.standfirst.subscriber.Preferences;
import dev.standfirst.subscriber.Preferences.Choice;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a person chose, in words; nothing where all is as the digest does it. */
final class ChoiceWords {

    private ChoiceWords() {}

    static List<String> of(Preferences wanted) {
        List<String> lines = new ArrayList<>();
        String when = when(wanted);
        if (!when.isEmpty()) {
            lines.add(when);
        }
        wanted.pausedUntil().ifPresent(date -> lines.add("paused until " + Dates.day(date)));
        wanted.language().ifPresent(language -> lines.add("language: " + language.toLanguageTag()));
        choice(lines, "topics", wanted.topics());
        choice(lines, "words", wanted.words());
        if (wanted.ownLanguage()) {
            lines.add("stories in the mail's language alone");
        }
        if (wanted.plainText()) {
            lines.add("plain text");
        }
        return lines;
    }

    private static String when(Preferences wanted) {
        String often = switch (wanted.cadence()) {
            case EACH -> "";
            case DAYS -> "on " + days(wanted);
            case WEEKLY -> "weekly on " + days(wanted);
        };
        String hour = wanted.hour().map(at -> " at " + at).orElse("");
        String zone = wanted.zone().map(at -> ", clock of " + at.getId()).orElse("");
        return (often + hour + zone).replaceFirst("^[ ,]+", "");
    }

    private static String days(Preferences wanted) {
        return wanted.days().stream()
                .sorted()
                .map(day -> day.getDisplayName(TextStyle.FULL, Locale.UK))
                .collect(Collectors.joining(", "));
    }

    private static void choice(List<String> lines, String what, Choice choice) {
        if (!choice.in().isEmpty()) {
            lines.add(what + ": " + Printable.line(String.join(", ", choice.in())) + " alone");
        }
        if (!choice.out().isEmpty()) {
            lines.add(what + ": without " + Printable.line(String.join(", ", choice.out())));
        }
    }
}
