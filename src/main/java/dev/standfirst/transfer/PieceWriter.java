package dev.standfirst.transfer;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.History.Event;
import dev.standfirst.subscriber.Preferences;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscription.Status;
import dev.standfirst.subscriber.Suppressions;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes what the rows of one piece come to: each kind of change in one batch. One object a piece. */
final class PieceWriter {

    private final JdbcTemplate jdbc;
    private final Lookup lookup;
    private final Suppressions suppressions;
    private final ImportLog.Entry entry;
    private final boolean ours;
    private final Instant now;

    private final List<Object[]> people = new ArrayList<>();
    private final List<Object[]> changedPeople = new ArrayList<>();
    private final PlaceBatch places;
    private final List<Line> history = new ArrayList<>();
    private final List<Object[]> stops = new ArrayList<>();

    PieceWriter(Tools tools, ImportLog.Entry entry, boolean ours, Instant now) {
        this.jdbc = tools.jdbc();
        this.lookup = tools.lookup();
        this.suppressions = tools.suppressions();
        this.entry = entry;
        this.ours = ours;
        this.now = now;
        this.places = new PlaceBatch(entry.list(), entry.reason("imported").cause());
    }

    /** What writing needs. */
    record Tools(JdbcTemplate jdbc, Lookup lookup, Suppressions suppressions) {}

    /** A line of history that is to be written. */
    private record Line(String normal, Event event, Reason reason) {}

    void take(Verdict verdict) {
        if (verdict instanceof Verdict.Add add) {
            add(add);
        } else if (verdict instanceof Verdict.Change change) {
            change(change);
        } else if (verdict instanceof Verdict.KeepOut out) {
            keepOut(out);
        }
    }

    /** Writes everything; within a transaction. */
    void write() {
        batch("""
                insert into subscriber (address, normal, domain, name, attributes, created_at, changed_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """, people);
        batch("""
                update subscriber set name = ?, attributes = ?, changed_at = ?, version = version + 1 where id = ?
                """, changedPeople);
        Map<String, Long> ids = lookup.ids(normals());
        places.write(jdbc, ids);
        batch("""
                insert into suppression (entry, reason, cause, created_at)
                select ?, ?, ?, ? where not exists (select 1 from suppression where entry = ?)
                """, stops);
        batch(
                """
                insert into history (subscriber_id, list_id, happened_at, event, cause, actor, origin, words)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                history.stream()
                        .filter(line -> ids.containsKey(line.normal()))
                        .map(line -> row(line, ids))
                        .toList());
    }

    private void add(Verdict.Add add) {
        Candidate candidate = add.candidate();
        release(candidate, add.known());
        if (add.known().person().isEmpty()) {
            makePerson(candidate, candidate.name(), Attributes.write(candidate.attributes()));
        } else {
            changePerson(candidate, add.known().person().get());
        }
        Instant since = candidate.times().since().orElse(now);
        Instant changed = candidate.times().confirmed().orElse(since);
        boolean confirmed = add.status() == Status.CONFIRMED;
        places.make(new PlaceBatch.Place(
                candidate.normal(),
                add.status(),
                since,
                confirmed ? changed : since,
                candidate.wishes().wanted()));
        note(candidate, confirmed ? Event.ADDED : Event.ASKED, "imported");
    }

    private void change(Verdict.Change change) {
        Candidate candidate = change.candidate();
        release(candidate, change.known());
        changePerson(candidate, change.known().person().orElseThrow());
        if (change.status() != change.place().status()
                || !change.preferences().equals(change.place().preferences())) {
            places.change(change.place(), change.status(), change.preferences(), now);
        }
        if (change.place().status() == Status.UNSUBSCRIBED) {
            note(candidate, Event.CAME_BACK, "brought back by force,");
        } else if (change.status() != change.place().status()) {
            note(candidate, Event.ADDED, "imported");
        }
        if (!change.preferences().equals(change.place().preferences())) {
            note(candidate, Event.CHOSE, "imported");
        }
    }

    /** Of people who left elsewhere no more than the address is kept, except from our own files, which are theirs. */
    private void keepOut(Verdict.KeepOut out) {
        Candidate candidate = out.candidate();
        if (out.reason() != SkipReason.MARKED_LEFT) {
            stop(out);
            return;
        }
        if (out.known().person().isEmpty()) {
            makePerson(
                    candidate,
                    ours ? candidate.name() : "",
                    ours ? Attributes.write(candidate.attributes()) : Attributes.NONE);
        }
        Instant left = candidate.times().left().orElse(now);
        Optional<Known.Place> place = out.known().place();
        if (place.isPresent()) {
            places.change(place.get(), Status.UNSUBSCRIBED, place.get().preferences(), now);
        } else {
            places.make(new PlaceBatch.Place(
                    candidate.normal(),
                    Status.UNSUBSCRIBED,
                    candidate.times().since().orElse(left),
                    left,
                    ours ? candidate.wishes().wanted() : Preferences.NONE));
        }
        note(candidate, Event.LEFT, "marked \"%s\", imported".formatted(candidate.status()));
    }

    private void stop(Verdict.KeepOut out) {
        Candidate candidate = out.candidate();
        Suppressions.Cause cause =
                out.reason() == SkipReason.MARKED_BOUNCED ? Suppressions.Cause.BOUNCE : Suppressions.Cause.OPERATOR;
        String words = "marked \"%s\", imported".formatted(candidate.status());
        String normal = candidate.normal();
        stops.add(new Object[] {normal, cause.name(), entry.reason(words).cause(), time(now), normal});
        if (out.known().person().isPresent()) {
            note(candidate, Event.SUPPRESSED, words);
        }
    }

    /** Somebody was named to be brought back: what stops mail to exactly this person goes. */
    private void release(Candidate candidate, Known known) {
        known.stop()
                .ifPresent(stop -> suppressions.entriesFor(candidate.address()).stream()
                        .filter(entries -> !entries.equals(candidate.address().domain()))
                        .forEach(own -> suppressions.remove(own, entry.reason("brought back by force,"))));
    }

    private void makePerson(Candidate candidate, String name, String attributes) {
        EmailAddress address = candidate.address();
        people.add(new Object[] {
            address.value(),
            candidate.normal(),
            address.domain(),
            name,
            attributes,
            time(candidate.times().heard().orElse(now)),
            time(now)
        });
    }

    private void changePerson(Candidate candidate, Known.Person person) {
        if (Judge.changesPerson(candidate, person)) {
            changedPeople.add(new Object[] {
                candidate.name().isEmpty() ? person.name() : candidate.name(),
                Attributes.merge(person.attributes(), candidate.attributes()),
                time(now),
                person.id()
            });
            note(candidate, Event.NAME, "imported");
        }
    }

    private void note(Candidate candidate, Event event, String cause) {
        history.add(new Line(candidate.normal(), event, entry.reason(cause)));
    }

    private List<String> normals() {
        return Stream.concat(places.normals(), history.stream().map(Line::normal))
                .distinct()
                .toList();
    }

    private Object[] row(Line line, Map<String, Long> ids) {
        Reason reason = line.reason();
        return new Object[] {
            ids.get(line.normal()),
            entry.list(),
            time(now),
            line.event().name(),
            reason.cause(),
            reason.actor(),
            reason.origin(),
            reason.words()
        };
    }

    private void batch(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
