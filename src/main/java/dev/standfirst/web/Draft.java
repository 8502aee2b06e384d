package dev.standfirst.web;

import dev.standfirst.subscriber.Preferences;
import dev.standfirst.subscriber.Preferences.Cadence;
import dev.standfirst.subscriber.Preferences.Choice;
import dev.standfirst.template.Words;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the preferences page holds: what is stored, or what somebody filled in, right or wrong.
 *
 * @param cadence how often
 * @param days the days picked, also while another cadence is chosen
 * @param weekday the day of the weekly edition
 * @param hour empty: when it is due
 * @param zone empty: the digest's
 * @param language empty: the digest's
 * @param topics those that are ticked, of those that the page offers
 * @param laterTopics whether topics that come up later are in
 * @param wordsIn as typed: separated by commas or line breaks
 * @param wordsOut the same
 * @param ownLanguage whether stories in other languages stay out
 * @param plainText whether the mail is plain text alone
 */
record Draft(
        Cadence cadence,
        Set<DayOfWeek> days,
        DayOfWeek weekday,
        Optional<LocalTime> hour,
        Optional<ZoneId> zone,
        Optional<Locale> language,
        Set<String> topics,
        boolean laterTopics,
        String wordsIn,
        String wordsOut,
        boolean ownLanguage,
        boolean plainText) {

    private static final int MOST_WORDS = 30;
    private static final int LONGEST_WORD = 60;

    /** What is stored. */
    static Draft of(Preferences stored, List<String> offered) {
        Choice topics = stored.topics();
        return new Draft(
                stored.cadence(),
                stored.cadence() == Cadence.DAYS ? stored.days() : EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                stored.cadence() == Cadence.WEEKLY
                        ? stored.days().stream().findFirst().orElse(DayOfWeek.FRIDAY)
                        : DayOfWeek.FRIDAY,
                stored.hour(),
                stored.zone(),
                stored.language(),
                new LinkedHashSet<>(
                        offered.stream().filter(topic -> isIn(topics, topic)).toList()),
                topics.in().isEmpty(),
                String.join(", ", stored.words().in()),
                String.join(", ", stored.words().out()),
                stored.ownLanguage(),
                stored.plainText());
    }

    private static boolean isIn(Choice topics, String topic) {
        return (topics.in().isEmpty() || topics.in().contains(topic))
                && !topics.out().contains(topic);
    }

    /**
     * What somebody filled in.
     *
     * @throws BadInput where it is nothing that the page offers
     */
    static Draft of(Form form, List<String> offered) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        form.all("day").forEach(day -> days.add(day(day)));
        List<String> ticked = form.all("topic");
        return new Draft(
                form.oneOf("cadence", Cadence.class).orElse(Cadence.EACH),
                days,
                form.oneOf("weekday", DayOfWeek.class).orElse(DayOfWeek.FRIDAY),
                given(form.text("hour")).map(Draft::hour),
                given(form.text("zone")).map(Draft::zone),
                given(form.text("language")).map(Draft::language),
                new LinkedHashSet<>(offered.stream().filter(ticked::contains).toList()),
                form.has("later"),
                form.lines("in"),
                form.lines("out"),
                form.text("foreign").equals("hide"),
                form.text("format").equals("text"));
    }

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static DayOfWeek day(String name) {
        return Stream.of(DayOfWeek.values())
                .filter(day -> day.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInput("no such day"));
    }

    private static LocalTime hour(String text) {
        try {
            return LocalTime.parse(text).withSecond(0).withNano(0);
        } catch (DateTimeException e) {
            throw new BadInput("no such hour");
        }
    }

    private static ZoneId zone(String text) {
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw new BadInput("no such zone");
        }
        return ZoneId.of(text);
    }

    private static Locale language(String tag) {
        return Words.LANGUAGES.stream()
                .filter(language -> language.toLanguageTag().equals(tag))
                .findFirst()
                .orElseThrow(() -> new BadInput("no such language"));
    }

    /** What is wrong, by the field's name: keys of messages. */
    Map<String, String> problems(List<String> offered) {
        Map<String, String> problems = new HashMap<>();
        if (topics.isEmpty() && !offered.isEmpty()) {
            problems.put("topics", "choose.error.topics");
        }
        if (cadence == Cadence.DAYS && days.isEmpty()) {
            problems.put("days", "choose.error.days");
        }
        Map.of("in", wordsIn, "out", wordsOut).forEach((field, typed) -> {
            if (areTooMany(words(typed))) {
                problems.put(field, "choose.error.words");
            }
        });
        return problems;
    }

    private static boolean areTooMany(List<String> words) {
        return words.size() > MOST_WORDS || words.stream().anyMatch(word -> word.length() > LONGEST_WORD);
    }

    /**
     * As it is stored.
     *
     * @param before what was stored: the pause stays, and what was said of topics that the page did not offer
     */
    Preferences preferences(Preferences before, List<String> offered) {
        return new Preferences(
                cadence,
                switch (cadence) {
                    case EACH -> Set.of();
                    case DAYS -> days;
                    case WEEKLY -> Set.of(weekday);
                },
                hour,
                zone,
                language,
                topics(before.topics(), offered),
                new Choice(words(wordsIn), words(wordsOut)),
                ownLanguage,
                plainText,
                before.pausedUntil());
    }

    private Choice topics(Choice before, List<String> offered) {
        List<String> out = new ArrayList<>(before.out());
        out.removeAll(offered);
        offered.stream().filter(topic -> !topics.contains(topic)).forEach(out::add);
        if (laterTopics || offered.isEmpty()) {
            return new Choice(offered.isEmpty() ? before.in() : List.of(), out);
        }
        List<String> in = new ArrayList<>(before.in());
        in.removeAll(offered);
        in.addAll(topics);
        return new Choice(in, out);
    }

    /** Each once, in the order in which they were typed. */
    private static List<String> words(String typed) {
        return Stream.of(typed.split("[,;\\p{Cntrl}\u2028\u2029]+"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }
}
