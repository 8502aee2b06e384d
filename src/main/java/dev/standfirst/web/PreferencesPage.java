package dev.standfirst.web;

import dev.standfirst.digest.Digest;
import dev.standfirst.digest.TopicSpec;
import dev.standfirst.subscriber.Preferences;
import dev.standfirst.template.Words;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The fields of the preferences page, as its template needs them. */
@Component
class PreferencesPage {

    private static final List<String> REGIONS =
            List.of("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific");

    /** Zones by place; the others are old names and fixed offsets, which know no summer. */
    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.indexOf('/') > 0 && REGIONS.contains(id.substring(0, id.indexOf('/'))))
            .sorted()
            .toList();

    private final Clock clock;

    PreferencesPage(Clock clock) {
        this.clock = clock;
    }

    /** The zone a person's days count in: the chosen one, else that of the first digest. */
    static ZoneId zone(Preferences preferences, Place place) {
        return preferences.zone().or(() -> scheduleZone(place)).orElse(ZoneOffset.UTC);
    }

    /** The sections of all digests that mail a list, each once, in their order. */
    static List<String> topics(Place place) {
        return place.digests().stream()
                .flatMap(digest -> digest.sections().stream())
                .map(TopicSpec::name)
                .distinct()
                .toList();
    }

    /** The fields, filled as the draft says. */
    Map<String, Object> fields(Draft draft, Place place, Words words) {
        Map<String, Object> fields = new TreeMap<>();
        Optional<Digest> digest = place.digests().stream().findFirst();
        ZoneId zone = draft.zone().or(() -> scheduleZone(place)).orElse(ZoneOffset.UTC);
        fields.put("topics", topics(draft, place));
        fields.put("later", draft.laterTopics());
        fields.put("wordsIn", draft.wordsIn());
        fields.put("wordsOut", draft.wordsOut());
        fields.put("cadence", draft.cadence().name());
        fields.put("each", digest.map(one -> each(one, words)).orElse(""));
        fields.put("days", days(draft, words));
        fields.put("weekday", days(draft.weekday(), words));
        fields.put("hours", hours(draft, digest, words));
        fields.put("zones", zones(draft, digest, words));
        fields.put(
                "now",
                words.say(
                        "choose.zone.now", zone.getId(), words.date("time", ZonedDateTime.now(clock.withZone(zone)))));
        fields.put("tongues", languages(draft, digest, words));
        fields.put("ownLanguage", draft.ownLanguage());
        fields.put("plainText", draft.plainText());
        return fields;
    }

    private static String each(Digest digest, Words words) {
        return words.say(
                "choose.each.hint",
                digest.schedule().days().inWords(words.language()),
                words.date("time", digest.schedule().time()));
    }

    private static List<Map<String, Object>> topics(Draft draft, Place place) {
        return topics(place).stream()
                .map(topic -> option(topic, topic, draft.topics().contains(topic)))
                .toList();
    }

    private static List<Map<String, Object>> days(Draft draft, Words words) {
        return Stream.of(DayOfWeek.values())
                .map(day -> Map.<String, Object>of(
                        "value",
                        day.name(),
                        "label",
                        day.getDisplayName(TextStyle.SHORT_STANDALONE, words.format())
                                .replace(".", ""),
                        "long",
                        day.getDisplayName(TextStyle.FULL_STANDALONE, words.format()),
                        "chosen",
                        draft.days().contains(day)))
                .toList();
    }

    private static List<Map<String, Object>> days(DayOfWeek chosen, Words words) {
        return Stream.of(DayOfWeek.values())
                .map(day -> option(
                        day.name(), day.getDisplayName(TextStyle.FULL_STANDALONE, words.format()), day == chosen))
                .toList();
    }

    /** Full hours, and the one that is chosen, should that be another. */
    private static List<Map<String, Object>> hours(Draft draft, Optional<Digest> digest, Words words) {
        List<Map<String, Object>> hours = new ArrayList<>();
        hours.add(option(
                "",
                digest.map(one -> words.say(
                                "choose.hour.due",
                                words.date("time", one.schedule().time())))
                        .orElse(words.say("choose.hour.due.any")),
                draft.hour().isEmpty()));
        Stream.concat(IntStream.range(0, 24).mapToObj(hour -> LocalTime.of(hour, 0)), draft.hour().stream())
                .distinct()
                .sorted()
                .map(time -> option(
                        time.toString(), words.date("time", time), draft.hour().equals(Optional.of(time))))
                .forEach(hours::add);
        return hours;
    }

    private static List<Map<String, Object>> zones(Draft draft, Optional<Digest> digest, Words words) {
        String chosen = draft.zone().map(ZoneId::getId).orElse("");
        Map<String, List<Map<String, Object>>> regions = new TreeMap<>();
        for (String id : ZONES) {
            String region = id.substring(0, id.indexOf('/'));
            String city = id.substring(region.length() + 1).replace('_', ' ');
            regions.computeIfAbsent(region, key -> new ArrayList<>()).add(option(id, city, id.equals(chosen)));
        }
        List<Map<String, Object>> groups = new ArrayList<>();
        groups.add(Map.of(
                "label",
                "",
                "zones",
                List.of(option(
                        "",
                        digest.map(one -> words.say(
                                        "choose.zone.digest",
                                        one.schedule().zone().getId()))
                                .orElse(words.say("choose.zone.digest.any")),
                        chosen.isEmpty()))));
        if (!chosen.isEmpty() && !ZONES.contains(chosen)) {
            groups.add(Map.of("label", "", "zones", List.of(option(chosen, chosen, true))));
        }
        regions.forEach((region, zones) -> groups.add(Map.of("label", region, "zones", zones)));
        return groups;
    }

    private static List<Map<String, Object>> languages(Draft draft, Optional<Digest> digest, Words words) {
        List<Map<String, Object>> languages = new ArrayList<>();
        languages.add(option(
                "",
                digest.map(one -> words.say(
                                "choose.language.digest",
                                Tongue.words(one.language()).say("language.name")))
                        .orElse(words.say("choose.language.digest.any")),
                draft.language().isEmpty()));
        for (Locale language : Words.LANGUAGES) {
            languages.add(option(
                    language.toLanguageTag(),
                    Tongue.words(language).say("language.name"),
                    draft.language().equals(Optional.of(language))));
        }
        return languages;
    }

    private static Optional<ZoneId> scheduleZone(Place place) {
        return place.digests().stream()
                .findFirst()
                .map(digest -> digest.schedule().zone());
    }

    private static Map<String, Object> option(String value, String label, boolean chosen) {
        return Map.of("value", value, "label", label, "chosen", chosen);
    }
}
