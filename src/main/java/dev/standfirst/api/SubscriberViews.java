package dev.standfirst.api;

import dev.standfirst.subscriber.History;
import dev.standfirst.subscriber.Subscriber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is told of people, and what may be said of them. */
final class SubscriberViews {

    private static final int NAME_LENGTH = 500;
    private static final int ATTRIBUTES_LENGTH = 10_000;

    private SubscriberViews() {}

    /** A person. */
    record SubscriberView(
            @About(value = "Its number.", example = "42") long id,

            @About(value = "Where mail goes, as the person writes it.", example = "ada@example.org")
            String address,

            @About(value = "May be empty.", example = "Ada") String name,

            @About(value = "Further facts.", example = "{\"city\": \"Port Averil\"}")
            ObjectNode attributes,

            @About(value = "When we first heard of the person.", example = "2026-11-18T06:00:00Z")
            Instant createdAt,

            @About(value = "When name or attributes were changed last.", example = "2026-11-18T06:00:00Z")
            Instant changedAt) {

        static SubscriberView of(Subscriber person) {
            return new SubscriberView(
                    person.id(),
                    person.address().value(),
                    person.name(),
                    object(person.attributes()),
                    person.createdAt(),
                    person.changedAt());
        }
    }

    /** What can be changed of a person. */
    record SubscriberChange(
            @About(value = "Null takes it away.", example = "Ada") @Nullable
            String name,

            @About(
                    value = "Further facts; those alone change that are named, null takes one away.",
                    example = "{\"city\": null}")
            @Nullable
            ObjectNode attributes) {

        SubscriberChange {
            Texts.limit("name", name, NAME_LENGTH);
            Texts.limit("attributes", attributes == null ? "" : attributes.toString(), ATTRIBUTES_LENGTH);
        }

        static SubscriberChange of(Subscriber person) {
            return new SubscriberChange(person.name(), object(person.attributes()));
        }

        /** The person with these values. */
        Subscriber applyTo(Subscriber person) {
            return new Subscriber(
                    person.id(),
                    person.address(),
                    Texts.orElse(name, ""),
                    attributes == null ? "{}" : attributes.toString(),
                    person.createdAt(),
                    person.changedAt(),
                    person.version());
        }
    }

    /** A new person, on no list yet. */
    record NewSubscriber(
            @About(value = "Where mail shall go.", example = "ada@example.org")
            String address,

            @About(value = "May be left out.", example = "Ada") @Nullable
            String name,

            @About(value = "Further facts; may be left out.", example = "{\"city\": \"Port Averil\"}") @Nullable
            ObjectNode attributes) {

        SubscriberChange rest() {
            return new SubscriberChange(name, attributes);
        }
    }

    /** How many people. */
    record Count(
            @About(value = "How many.", example = "1000") long count) {}

    /** Something that happened to a person. */
    record HistoryView(
            @About(value = "When.", example = "2026-11-18T06:00:00Z")
            Instant at,

            @About(value = "What.", example = "CONFIRMED") History.Event event,

            @About(value = "Name of the list that it concerns; null where it concerns none.", example = "readers")
            @Nullable
            String list,

            @About(value = "Why.", example = "by the link in a mail")
            String cause,

            @About(value = "Who did it; may be empty.", example = "the person")
            String actor,

            @About(value = "From where; may be empty.", example = "192.0.2.7")
            String origin,

            @About(
                    value = "The words that the person agreed to; may be empty.",
                    example = "Send me the brief each morning.")
            String words) {

        static HistoryView of(History.Line line) {
            return new HistoryView(
                    line.at(),
                    line.event(),
                    line.list().orElse(null),
                    line.reason().cause(),
                    line.reason().actor(),
                    line.reason().origin(),
                    line.reason().words());
        }
    }

    private static ObjectNode object(String attributes) {
        return JsonMapper.shared().readTree(attributes) instanceof ObjectNode object
                ? object
                : JsonNodeFactory.instance.objectNode();
    }
}
