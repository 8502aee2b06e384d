package dev.standfirst.edition;

import dev.standfirst.digest.Days;
import dev.standfirst.digest.Digest;
import dev.standfirst.subscriber.Preferences;
import dev.standfirst.subscriber.Preferences.Cadence;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;

/** When a digest comes, in words that fit behind "It comes": "on weekdays at 07:00, Europe/Berlin time". */
final class Rhythm {

    private Rhythm() {}

    /** To those who chose nothing. */
    static String of(Digest digest, Locale language) {
        String days = digest.schedule().days().inWords(EditionWords.of(language).locale());
        return words(days, digest.schedule().time(), digest.schedule().zone(), language);
    }

    /** To a person. The hour is told on the person's clock where the person chose one, else on the digest's. */
    static String of(Preferences preferences, Digest digest, Locale language) {
        LocalTime time = preferences.hour().orElse(digest.schedule().time());
        ZoneId zone = preferences
                .hour()
                .flatMap(hour -> preferences.zone())
                .orElse(digest.schedule().zone());
        return words(days(preferences, digest, language), time, zone, language);
    }

    private static String days(Preferences preferences, Digest digest, Locale language) {
        EditionWords words = EditionWords.of(language);
        Cadence cadence = preferences.days().isEmpty() ? Cadence.EACH : preferences.cadence();
        return switch (cadence) {
            case DAYS -> Days.ofWeek(preferences.days()).inWords(words.locale());
            case WEEKLY ->
                words.say("rhythm.weekly", Days.ofWeek(preferences.days()).inWords(words.locale()));
            case EACH ->
                preferences.hour().isPresent()
                        ? words.say("rhythm.each")
                        : digest.schedule().days().inWords(words.locale());
        };
    }

    private static String words(String days, LocalTime time, ZoneId zone, Locale language) {
        return EditionWords.of(language).say("schedule", days, time.toString(), zone.getId());
    }
}
