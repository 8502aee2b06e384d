package dev.standfirst.bounce;

import dev.standfirst.MovableClock;
import dev.standfirst.TestDatabase;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.People;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscriber;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The classes of this package over one database, with people, editions and their deliveries. */
final class House {

    static final String LIST = "brief";

    final MovableClock clock = new MovableClock();
    final TestDatabase database;
    final JdbcClient jdbc;
    final People people;
    final BounceSettings settings;
    final BounceRecords records;
    final ReturnPaths paths;
    final Bounces bounces;

    House(TestDatabase database, Map<String, String> settings) {
        clock.set(Instant.parse("2026-11-02T06:00:00Z"));
        this.database = database;
        this.jdbc = database.jdbc();
        this.people = new People(database, clock);
        this.settings = settings(settings);
        this.records = new BounceRecords(jdbc, people.race, clock);
        this.paths = new ReturnPaths(this.settings, people.links);
        this.bounces = new Bounces(records, people.subscribers, people.suppressions, people.history, this.settings);
    }

    /**
     * Settings as a user writes them, below {@code standfirst.bounces}; the address is set where they do not say it.
     */
    static BounceSettings settings(Map<String, String> values) {
        Map<String, String> all = new HashMap<>(Map.of("standfirst.bounces.address", "bounces@post.example"));
        values.forEach((name, value) -> all.put("standfirst.bounces." + name, value));
        return new Binder(new MapConfigurationPropertySource(all))
                .bind("standfirst.bounces", BounceSettings.class)
                .get();
    }

    BounceMailbox mailbox() {
        return new BounceMailbox(settings, paths, bounces, records, people.subscriptions, database.transactions());
    }

    BounceMailbox maildir(Path folder) {
        return maildir(folder, false);
    }

    BounceMailbox maildir(Path folder, boolean keep) {
        return new House(
                        this,
                        Map.of("protocol", "maildir", "maildir", folder.toString(), "keep", Boolean.toString(keep)))
                .mailbox();
    }

    private House(House other, Map<String, String> settings) {
        this.database = other.database;
        this.jdbc = other.jdbc;
        this.people = other.people;
        this.settings = settings(settings);
        this.records = other.records;
        this.paths = other.paths;
        this.bounces = other.bounces;
    }

    Subscriber person(String address) {
        people.subscriptions.add(LIST, new EmailAddress(address), "", Reason.of("for a test"));
        return people.subscribers.find(new EmailAddress(address)).orElseThrow();
    }

    /** The next edition, mailed to one person; the number of the delivery. */
    long delivered(Subscriber person, String state) {
        clock.move(Duration.ofDays(1));
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("insert into edition (digest, local_date, composed_at, title, subject, preheader, stories, articles,"
                        + " html, body_text) values ('brief', ?, ?, '', '', '', 1, 1, '', '')")
                .params(now.toLocalDate(), now)
                .update();
        long subscription = people.subscriptions.of(person.id()).get(0).id();
        jdbc.sql("insert into delivery (edition_id, subscription_id, subscriber_id, state, changed_at, due_at)"
                        + " select max(id), ?, ?, ?, ?, ? from edition")
                .params(subscription, person.id(), state, now, now)
                .update();
        return jdbc.sql("select max(id) from delivery")
                .query((row, number) -> row.getLong(1))
                .single();
    }

    long sent(Subscriber person) {
        return delivered(person, "SENT");
    }

    /** A mail of the corpus, sent back to the return path of a delivery. */
    byte[] returned(String name, long delivery) {
        return returned(name, paths.of(delivery).orElseThrow().value());
    }

    byte[] returned(String name, String to) {
        String mail = new String(Corpus.mail(name), StandardCharsets.UTF_8);
        return mail.replace("bounces+0a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6q7r8s9@post.example", to)
                .getBytes(StandardCharsets.UTF_8);
    }

    boolean isSuppressed(String address) {
        return people.suppressions.find(new EmailAddress(address)).isPresent();
    }
}
