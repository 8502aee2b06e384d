package dev.standfirst.desk;

import dev.standfirst.digest.Days;
import dev.standfirst.subscriber.Preferences;
import dev.standfirst.subscriber.Preferences.Choice;
import java.util.ArrayList;
import java.util.List;

/** When and what a person wants, in words. */
final class PreferenceWords {

    private PreferenceWords() {}

    /** "weekly, on Friday at 18:00, clock of Asia/Tokyo". */
    static String rhythm(Call call, Preferences wanted) {
        String words = often(call, wanted);
        if (wanted.hour().isPresent()) {
            words = call.say("rhythm.hour", words, wanted.hour().get().toString());
        }
        if (wanted.zone().isPresent()) {
            words = call.say("rhythm.zone", words, wanted.zone().get().getId());
        }
        return wanted.pausedUntil().isPresent()
                ? call.say(
                        "rhythm.paused",
                        words,
                        Times.date(call.words(), wanted.pausedUntil().get()))
                : words;
    }

    /** Everything else that was chosen, a line each; none where all is as the digest does it. */
    static List<String> choices(Call call, Preferences wanted) {
        List<String> lines = new ArrayList<>();
        wanted.language()
                .ifPresent(language -> lines.add(call.say(
                        "choice.language",
                        language.getDisplayLanguage(call.words().language()))));
        add(lines, call, "choice.topics", wanted.topics());
        add(lines, call, "choice.words", wanted.words());
        if (wanted.ownLanguage()) {
            lines.add(call.say("choice.own.language"));
        }
        if (wanted.plainText()) {
            lines.add(call.say("choice.plain.text"));
        }
        return lines;
    }

    private static String often(Call call, Preferences wanted) {
        if (wanted.days().isEmpty()) {
            return call.say("rhythm.each");
        }
        String days = Days.ofWeek(wanted.days()).inWords(call.words().format());
        return wanted.cadence() == Preferences.Cadence.WEEKLY ? call.say("rhythm.weekly", days) : days;
    }

    private static void add(List<String> lines, Call call, String key, Choice choice) {
        if (!choice.in().isEmpty()) {
            lines.add(call.say(key + ".in", String.join(", ", choice.in())));
        }
        if (!choice.out().isEmpty()) {
            lines.add(call.say(key + ".out", String.join(", ", choice.out())));
        }
    }
}
