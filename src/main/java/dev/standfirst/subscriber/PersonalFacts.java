package dev.standfirst.subscriber;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.PersonalRecords.Person;
import dev.standfirst.subscriber.Suppressions.Suppression;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What this package keeps of a person, in the words of the person's own copy. */
@Component
class PersonalFacts {

    private final Subscribers subscribers;
    private final Subscriptions subscriptions;
    private final Suppressions suppressions;
    private final History history;
    private final Clock clock;

    PersonalFacts(
            Subscribers subscribers,
            Subscriptions subscriptions,
            Suppressions suppressions,
            History history,
            Clock clock) {
        this.subscribers = subscribers;
        this.subscriptions = subscriptions;
        this.suppressions = suppressions;
        this.history = history;
        this.clock = clock;
    }

    Person person(EmailAddress address) {
        return new Person(address, subscribers.find(address));
    }

    /** Of what and when the copy is. */
    Map<String, Object> heading(EmailAddress address) {
        Map<String, Object> heading = new LinkedHashMap<>();
        heading.put("dataAbout", address.value());
        heading.put(
                "exportedAt", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        return heading;
    }

    /** The parts; empty where nothing is kept but, perhaps, the person's domain among those that are never mailed. */
    Map<String, Object> of(Person person) {
        List<Suppression> covering = suppressions.covering(person.address());
        Map<String, Object> parts = new LinkedHashMap<>();
        person.subscriber().ifPresent(subscriber -> {
            parts.put("person", of(subscriber));
            parts.put(
                    "places",
                    subscriptions.of(subscriber.id()).stream()
                            .map(PersonalFacts::of)
                            .toList());
            parts.put(
                    "history",
                    history.of(subscriber.id()).stream().map(PersonalFacts::of).toList());
        });
        boolean known = !parts.isEmpty()
                || covering.stream()
                        .anyMatch(one -> !one.entry().equals(person.address().domain()));
        if (known) {
            parts.put(
                    "neverMailedBecause",
                    covering.stream().map(PersonalFacts::of).toList());
        }
        return parts;
    }

    private static Map<String, Object> of(Subscriber subscriber) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("address", subscriber.address().value());
        facts.put("name", subscriber.name());
        facts.put("attributes", JsonMapper.shared().readTree(subscriber.attributes()));
        facts.put("knownSince", subscriber.createdAt().toString());
        facts.put("changedAt", subscriber.changedAt().toString());
        return facts;
    }

    private static Map<String, Object> of(Subscription place) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("list", place.list());
        facts.put("state", place.status().name());
        facts.put("since", place.since().toString());
        facts.put("changedAt", place.changedAt().toString());
        facts.put("preferences", of(place.preferences()));
        return facts;
    }

    private static Map<String, Object> of(Preferences wanted) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("cadence", wanted.cadence().name());
        facts.put("days", wanted.days().stream().sorted().map(DayOfWeek::name).toList());
        facts.put("hour", wanted.hour().map(LocalTime::toString).orElse(""));
        facts.put("zone", wanted.zone().map(ZoneId::getId).orElse(""));
        facts.put("language", wanted.language().map(Locale::toLanguageTag).orElse(""));
        facts.put("topicsIn", wanted.topics().in());
        facts.put("topicsOut", wanted.topics().out());
        facts.put("wordsIn", wanted.words().in());
        facts.put("wordsOut", wanted.words().out());
        facts.put("ownLanguageAlone", wanted.ownLanguage());
        facts.put("plainText", wanted.plainText());
        facts.put("pausedUntil", wanted.pausedUntil().map(Object::toString).orElse(""));
        return facts;
    }

    private static Map<String, Object> of(History.Line line) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("at", line.at().toString());
        facts.put("event", line.event().name());
        facts.put("list", line.list().orElse(""));
        facts.put("because", line.reason().cause());
        facts.put("by", line.reason().actor());
        facts.put("from", line.reason().origin());
        facts.put("wordsShown", line.reason().words());
        return facts;
    }

    private static Map<String, Object> of(Suppression suppression) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("entry", suppression.entry());
        facts.put("kind", suppression.cause().name());
        facts.put("because", suppression.words());
        facts.put("since", suppression.since().toString());
        return facts;
    }
}
