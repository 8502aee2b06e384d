package dev.standfirst.job;

import dev.standfirst.delivery.Ledger;
import dev.standfirst.digest.Approval;
import dev.standfirst.digest.Digest;
import dev.standfirst.digest.DigestFiles;
import dev.standfirst.digest.DigestResult;
import dev.standfirst.digest.Schedule;
import dev.standfirst.digest.Schedule.Due;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.StoredEdition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which editions are due, as the digest files say at this moment. An edition is its digest and its local date: where a
 * file moves to another zone or time, a date that has had its edition gets no second one, and one whose time the change
 * moved into the past is late from the change on.
 */
final class DueDigests {

    private static final Logger log = LoggerFactory.getLogger(DueDigests.class);

    /** Between the earliest zone and the latest a date lasts fifty hours. */
    private static final Duration LOOK_BACK = Duration.ofHours(50);

    /** An edition that came out already, by hand or by the clock of another zone, is not the next one. */
    private static final int MOST_DONE_AHEAD = 8;

    private final DigestFiles files;
    private final Editions editions;
    private final Ledger ledger;
    private final ApprovalPlans approvals;
    private final Clock clock;
    private final Duration usualLateness;
    private final Map<String, Watched> watched = new ConcurrentHashMap<>();

    DueDigests(
            DigestFiles files,
            Editions editions,
            Ledger ledger,
            ApprovalPlans approvals,
            Clock clock,
            Duration usualLateness) {
        this.files = files;
        this.editions = editions;
        this.ledger = ledger;
        this.approvals = approvals;
        this.clock = clock;
        this.usualLateness = usualLateness;
    }

    /** A schedule as it was seen last, and the one before it, if it changed under our eyes. */
    private record Watched(Schedule schedule, @Nullable Schedule before, Instant since) {}

    /** The digests whose files are right. */
    List<Digest> digests() {
        return files.names().stream().flatMap(name -> load(name).stream()).toList();
    }

    /** What of a digest has to begin, or to go on, now. */
    List<RunRequest> due(Digest digest) {
        Instant now = clock.instant();
        Schedule schedule = digest.schedule();
        Stream<Due> last = schedule.lastUpTo(now, longest(LOOK_BACK, begun(digest))).stream();
        Stream<Due> ahead = schedule
                .nextAfter(now)
                .filter(due -> !due.at().minus(ahead(digest)).isAfter(now))
                .stream();
        return Stream.concat(last, ahead)
                .filter(due -> isOpen(digest, due, now))
                .map(due -> new RunRequest(digest, due.date()))
                .toList();
    }

    /** The next edition that has not come out. */
    Optional<Due> next(Digest digest) {
        Schedule schedule = digest.schedule();
        return Stream.iterate(
                        schedule.nextAfter(clock.instant()),
                        Optional::isPresent,
                        due -> schedule.nextAfter(due.orElseThrow().at()))
                .limit(MOST_DONE_AHEAD)
                .flatMap(Optional::stream)
                .filter(due -> isStillToCome(new EditionKey(digest.name(), due.date())))
                .findFirst();
    }

    private boolean isStillToCome(EditionKey key) {
        return !approvals.skipped(key)
                && editions.find(key.digest(), key.date())
                        .flatMap(StoredEdition::completedAt)
                        .isEmpty();
    }

    /** When something of a digest may begin after a moment: the due time, and that of composing ahead of it. */
    Stream<Instant> moments(Digest digest, Instant now) {
        return digest.schedule().nextAfter(now).stream()
                .flatMap(due -> Stream.of(due.at(), due.at().minus(ahead(digest))))
                .filter(at -> at.isAfter(now));
    }

    private boolean isOpen(Digest digest, Due due, Instant now) {
        Optional<StoredEdition> edition = editions.find(digest.name(), due.date());
        if (edition.isEmpty()) {
            Duration limit = digest.schedule().lateness().within(usualLateness);
            return !lateFrom(digest, due).plus(limit).isBefore(now);
        }
        return edition.get().completedAt().isEmpty()
                && !due.at().plus(begun(digest)).isBefore(now)
                && !approvals.hold(edition.get())
                && !waitsForAnHour(edition.get());
    }

    /** Whether everybody whose hour has come has the edition, and others do not yet. */
    private boolean waitsForAnHour(StoredEdition edition) {
        return ledger.later(edition.id()) > 0 && !ledger.isDue(edition.id());
    }

    /** When an edition begins to be late. */
    private Instant lateFrom(Digest digest, Due due) {
        Watched known = watched.get(digest.name());
        Schedule before = known == null ? null : known.before();
        if (known == null || before == null || !known.since().isAfter(due.at())) {
            return due.at();
        }
        boolean wasAhead =
                before.dueOn(due.date()).filter(at -> at.isAfter(known.since())).isPresent();
        return wasAhead ? known.since() : due.at();
    }

    /** How long an edition that has begun goes on, from its due time. */
    private Duration begun(Digest digest) {
        return longest(
                digest.schedule().lateness().within(usualLateness),
                digest.delivery().tries());
    }

    private static Duration ahead(Digest digest) {
        return digest.approval().map(Approval::ahead).orElse(Duration.ZERO);
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Optional<Digest> load(String name) {
        DigestResult result = files.load(name);
        if (result instanceof DigestResult.Broken broken) {
            log.warn("{} is left out: {}", name, broken.problems().get(0));
        }
        Optional<Digest> digest =
                result instanceof DigestResult.Loaded loaded ? Optional.of(loaded.digest()) : Optional.empty();
        digest.ifPresent(this::watch);
        return digest;
    }

    private void watch(Digest digest) {
        watched.compute(digest.name(), (name, known) -> {
            if (known == null) {
                return new Watched(digest.schedule(), null, Instant.EPOCH);
            }
            return known.schedule().equals(digest.schedule())
                    ? known
                    : new Watched(digest.schedule(), known.schedule(), clock.instant());
        });
    }
}
