package dev.standfirst.desk;

import dev.standfirst.delivery.DeliveryState;
import dev.standfirst.delivery.SentMails;
import dev.standfirst.delivery.SentMails.SentMail;
import dev.standfirst.subscriber.History;
import dev.standfirst.subscriber.History.Event;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscriber;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscription.Status;
import dev.standfirst.subscriber.Suppressions;
import dev.standfirst.subscriber.Suppressions.Cause;
import dev.standfirst.subscriber.Suppressions.Suppression;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is shown of one person: places, mails, what happened, and what stops all mail. */
@Component
class PersonFacts {

    private static final int ROWS = 100;
    private static final int LOOKED_AT = 1_000;

    /** By which somebody comes to be on a list, or asks to. */
    private static final Set<Event> AGREED = Set.of(Event.ASKED, Event.CONFIRMED, Event.ADDED, Event.CAME_BACK);

    private final History history;
    private final SentMails mails;
    private final Suppressions suppressions;
    private final MissedEditions missed;

    PersonFacts(History history, SentMails mails, Suppressions suppressions, MissedEditions missed) {
        this.history = history;
        this.mails = mails;
        this.suppressions = suppressions;
        this.missed = missed;
    }

    /**
     * All of it.
     *
     * @param places those that may be seen
     */
    Map<String, Object> of(Call call, Subscriber person, List<Subscription> places) {
        List<String> lists = places.stream().map(Subscription::list).toList();
        List<History.Line> lines = new ArrayList<>(history.of(person.id()));
        lines.removeIf(line -> !call.isOwner()
                && line.list().filter(list -> !lists.contains(list)).isPresent());
        Collections.reverse(lines);
        Map<String, Object> facts = new HashMap<>();
        facts.put("id", Long.toString(person.id()));
        String known = day(call, person.createdAt());
        facts.put(
                "lead",
                person.name().isEmpty()
                        ? call.say("person.known", known)
                        : call.say("person.lead", person.name(), known));
        facts.put("attributes", attributes(person));
        List<Map<String, Object>> stops = stops(call, person);
        facts.put(
                "places",
                places.stream()
                        .map(place -> place(call, place, lines, !stops.isEmpty()))
                        .toList());
        facts.put(
                "history",
                lines.stream().limit(ROWS).map(line -> line(call, line)).toList());
        facts.put("mails", mails(call, person));
        facts.put("missed", missed.of(call, person, places));
        facts.put("stops", stops);
        return facts;
    }

    private static List<Map<String, Object>> attributes(Subscriber person) {
        Map<String, Object> all =
                JsonMapper.shared().readValue(person.attributes(), new TypeReference<Map<String, Object>>() {});
        return all.entrySet().stream()
                .<Map<String, Object>>map(one -> Map.of("key", one.getKey(), "value", shown(one.getValue())))
                .toList();
    }

    private static String shown(Object value) {
        return value instanceof String text ? text : JsonMapper.shared().writeValueAsString(value);
    }

    private static Map<String, Object> place(Call call, Subscription place, List<History.Line> lines, boolean never) {
        return Map.of(
                "id", Long.toString(place.id()),
                "list", place.list(),
                "kind", PeoplePage.kind(place, never),
                "state", PeoplePage.state(call, place, never),
                "since", call.say("person.since", day(call, PeoplePage.since(place))),
                "rhythm", PreferenceWords.rhythm(call, place.preferences()),
                "choices", PreferenceWords.choices(call, place.preferences()),
                "left", place.status() == Status.UNSUBSCRIBED,
                "agreed",
                        lines.stream()
                                .filter(line -> AGREED.contains(line.event())
                                        && line.list()
                                                .filter(place.list()::equals)
                                                .isPresent())
                                .limit(1)
                                .map(line -> line(call, line))
                                .toList());
    }

    private static Map<String, Object> line(Call call, History.Line line) {
        return Map.of(
                "at", moment(call, line.at()),
                "what", call.say("event." + line.event()),
                "list", line.list().orElse(""),
                "because", line.reason().cause(),
                "who", who(call, line.reason()),
                "read", line.reason().words());
    }

    /** Empty where the cause says it already. */
    private static String who(Call call, Reason reason) {
        if (reason.origin().isEmpty() && reason.cause().endsWith(" by " + reason.actor())) {
            return "";
        }
        if (reason.actor().isEmpty()) {
            return reason.origin().isEmpty() ? "" : call.say("evidence.from", reason.origin());
        }
        return reason.origin().isEmpty()
                ? call.say("evidence.by", reason.actor())
                : call.say("evidence.by.from", reason.actor(), reason.origin());
    }

    /** The latest first; to an editor those of the editor's digests alone. */
    private List<Map<String, Object>> mails(Call call, Subscriber person) {
        return mails.latest(person.id(), call.isOwner() ? ROWS : LOOKED_AT).stream()
                .filter(mail -> call.edits(mail.digest()))
                .limit(ROWS)
                .map(mail -> mail(call, person, mail))
                .toList();
    }

    private static Map<String, Object> mail(Call call, Subscriber person, SentMail mail) {
        return Map.of(
                "at", moment(call, mail.at()),
                "subject", mail.subject(),
                "edition", call.say("person.mail.of", mail.digest(), Times.date(call.words(), mail.date())),
                "path", WhyPage.path(mail.digest(), mail.date(), person),
                "kind", kind(mail.state()),
                "state", call.say("delivery." + mail.state()),
                "answer", mail.reply(),
                "why", call.say(why(mail.state())));
    }

    private static String why(DeliveryState state) {
        return switch (state) {
            case SENT -> "person.mail.why";
            case FAILED, SUPPRESSED -> "person.mail.why.not";
            case PENDING, CLAIMED, RETRY, DOUBT -> "person.mail.why.yet";
        };
    }

    static String kind(DeliveryState state) {
        return switch (state) {
            case SENT -> "ok";
            case FAILED -> "bad";
            case RETRY, DOUBT -> "warn";
            case PENDING -> "wait";
            case CLAIMED -> "run";
            case SUPPRESSED -> "none";
        };
    }

    private List<Map<String, Object>> stops(Call call, Subscriber person) {
        return suppressions.covering(person.address()).stream()
                .map(stop -> stop(call, stop))
                .toList();
    }

    /** An entry among those who are never mailed. */
    static Map<String, Object> stop(Call call, Suppression stop) {
        return Map.of(
                "id", Long.toString(stop.id()),
                "entry", stop.entry(),
                "cause", call.say("stop." + stop.cause()),
                "words", stop.words(),
                "day", day(call, stop.since()),
                "since", call.say("person.since", day(call, stop.since())),
                "mayGo", call.isOwner() && stop.cause() != Cause.ERASED);
    }

    private static String day(Call call, Instant at) {
        return Times.date(call.words(), at.atZone(ZoneId.systemDefault()).toLocalDate());
    }

    private static String moment(Call call, Instant at) {
        return Times.moment(call.words(), at, ZoneId.systemDefault());
    }
}
