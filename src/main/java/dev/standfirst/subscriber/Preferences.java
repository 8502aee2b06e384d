package dev.standfirst.subscriber;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * When and what a person wants of a list. What is left open is as the digest does it.
 *
 * @param cadence how often
 * @param days on which days of the week, in the person's zone: empty for {@code EACH}, one for {@code WEEKLY}
 * @param hour the local time to be mailed at; empty: when the edition is due
 * @param zone whose clock; empty: the digest's
 * @param language of the mail's own words; empty: the digest's
 * @param topics sections in and out
 * @param words words in headlines and sentences, in and out
 * @param ownLanguage whether stories in other languages than the mail's stay out
 * @param plainText whether the mail is plain text alone
 * @param pausedUntil nothing is sent before this date, in the person's zone
 */
public record Preferences(
        Cadence cadence,
        Set<DayOfWeek> days,
        Optional<LocalTime> hour,
        Optional<ZoneId> zone,
        Optional<Locale> language,
        Choice topics,
        Choice words,
        boolean ownLanguage,
        boolean plainText,
        Optional<LocalDate> pausedUntil) {

    /** As the digest does it. */
    public static final Preferences NONE = new Preferences(
            Cadence.EACH,
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Choice.ALL,
            Choice.ALL,
            false,
            false,
            Optional.empty());

    public Preferences {
        days = days.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(days));
    }

    /** How often. */
    public enum Cadence {
        /** Every edition. */
        EACH,
        /** On the chosen days, one mail a day at most. */
        DAYS,
        /** One edition a week: the first one on the chosen day or after it. */
        WEEKLY
    }

    /**
     * What is in and what is out; out wins.
     *
     * @param in where not empty, nothing else is in
     * @param out never
     */
    public record Choice(List<String> in, List<String> out) {

        /** Everything is in. */
        public static final Choice ALL = new Choice(List.of(), List.of());

        public Choice {
            in = List.copyOf(in);
            out = List.copyOf(out);
        }
    }

    /** The same, paused until a date. */
    public Preferences pausedUntil(LocalDate date) {
        return new Preferences(
                cadence, days, hour, zone, language, topics, words, ownLanguage, plainText, Optional.of(date));
    }

    /** The same, once a week on a day. */
    public Preferences weeklyOn(DayOfWeek day) {
        return new Preferences(
                Cadence.WEEKLY, Set.of(day), hour, zone, language, topics, words, ownLanguage, plainText, pausedUntil);
    }

    /** Whether the mail itself is as for everybody: the choices that are left concern its time. */
    public boolean sameForAll() {
        return language.isEmpty()
                && topics.equals(Choice.ALL)
                && words.equals(Choice.ALL)
                && !ownLanguage
                && !plainText;
    }
}
