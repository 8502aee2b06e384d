package dev.standfirst.transfer;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.History.Event;
import dev.standfirst.subscriber.PreferenceColumns;
import dev.standfirst.subscriber.Preferences;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscription.Status;
import dev.standfirst.subscriber.Suppressions;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

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
    private final List<Place> places = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> changedPlaces = new ArrayList<>();
    private final List<Line> history = new ArrayList<>();
    private final List<Object[]> stops = new ArrayList<>();

    PieceWriter(Tools tools, ImportLog.Entry entry, boolean ours, Instant now) {
        this.jdbc = tools.jdbc();
        this.lookup = tools.lookup();
        this.suppressions = tools.suppressions();
        this.entry = entry;
        this.ours = ours;
        this.now = now;
    }

    /** What writing needs. */
    record Tools(JdbcTemplate jdbc, Lookup lookup, Suppressions suppressions) {}

    /** A place that is to be made. */
    private record Place(String normal, Status status, Instant since, Instant changed, Preferences preferences) {}

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
        writePlaces(ids);
        writeChangedPlaces();
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
        places.add(new Place(
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
            changePlace(change.place(), change.status(), change.preferences());
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
            changePlace(place.get(), Status.UNSUBSCRIBED, place.get().preferences());
        } else {
            places.add(new Place(
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

    private void changePlace(Known.Place place, Status status, Preferences preferences) {
        Map<String, @Nullable Object> values = new HashMap<>(PreferenceColumns.parameters(preferences));
        values.put("id", place.id());
        values.put("status", status.name());
        values.put("changed", time(status == place.status() ? place.changedAt() : now));
        values.put("cause", entry.reason("imported").cause());
        changedPlaces.add(values);
    }

    private void note(Candidate candidate, Event event, String cause) {
        history.add(new Line(candidate.normal(), event, entry.reason(cause)));
    }

    private List<String> normals() {
        return java.util.stream.Stream.concat(
                        places.stream().map(Place::normal), history.stream().map(Line::normal))
                .distinct()
                .toList();
    }

    private void writePlaces(Map<String, Long> ids) {
        batch(
                """
                insert into subscription (list_id, subscriber_id, status, since, changed_at, cause)
                values (?, ?, ?, ?, ?, ?)
                """,
                places.stream()
                        .map(place -> new Object[] {
                            entry.list(),
                            ids.get(place.normal()),
                            place.status().name(),
                            time(place.since()),
                            time(place.changed()),
                            entry.reason("imported").cause()
                        })
                        .toList());
        List<Map<String, @Nullable Object>> chosen = places.stream()
                .filter(place -> !place.preferences().equals(Preferences.NONE))
                .map(place -> {
                    Map<String, @Nullable Object> values =
                            new HashMap<>(PreferenceColumns.parameters(place.preferences()));
                    values.put("list", entry.list());
                    values.put("person", ids.get(place.normal()));
                    return values;
                })
                .toList();
        named(
                "update subscription set " + PreferenceColumns.ASSIGNMENTS
                        + " where list_id = :list and subscriber_id = :person",
                chosen);
    }

    private void writeChangedPlaces() {
        named(
                "update subscription set status = :status, changed_at = :changed, cause = :cause, version = version + 1, "
                        + PreferenceColumns.ASSIGNMENTS + " where id = :id",
                changedPlaces);
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

    @SuppressWarnings("unchecked") // an array of a generic type
    private void named(String sql, List<Map<String, @Nullable Object>> rows) {
        if (!rows.isEmpty()) {
            new NamedParameterJdbcTemplate(jdbc).batchUpdate(sql, rows.toArray(Map[]::new));
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
