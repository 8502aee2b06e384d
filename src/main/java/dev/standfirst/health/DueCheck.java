package dev.standfirst.health;

import dev.standfirst.delivery.DeliveryCounts;
import dev.standfirst.delivery.DeliveryState;
import dev.standfirst.delivery.Ledger;
import dev.standfirst.digest.Digest;
import dev.standfirst.digest.Schedule.Due;
import dev.standfirst.edition.EditionHead;
import dev.standfirst.edition.Editions;
import dev.standfirst.job.EditionKey;
import dev.standfirst.job.Progress;
import dev.standfirst.job.Run;
import dev.standfirst.job.Runs;
import dev.standfirst.text.Fact;
import dev.standfirst.text.Fact.Moment;
import dev.standfirst.watch.Trouble;
import dev.standfirst.watch.TroubleKind;
import dev.standfirst.watch.WatchSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whether each digest that was due has gone out: the edition that was due last, once its grace is over, is finished, or
 * waits for the hour of others, or for somebody who decides about it, or was skipped, or there was nothing new, or it
 * is going out at this moment.
 */
@Component
class DueCheck implements Check {

    private static final Duration LOOKS_BACK = Duration.ofDays(8);
    private static final Duration STILL = Duration.ofMinutes(15);
    private static final int LATEST = 20;

    private final NamedDigests digests;
    private final WatchedDigests watched;
    private final Editions editions;
    private final Ledger ledger;
    private final Runs runs;
    private final Duration grace;
    private final Clock clock;

    DueCheck(
            NamedDigests digests,
            WatchedDigests watched,
            Editions editions,
            Ledger ledger,
            Runs runs,
            WatchSettings settings,
            Clock clock) {
        this.digests = digests;
        this.watched = watched;
        this.editions = editions;
        this.ledger = ledger;
        this.runs = runs;
        this.grace = settings.grace();
        this.clock = clock;
    }

    @Override
    public TroubleKind kind() {
        return TroubleKind.NOT_SENT;
    }

    @Override
    public List<Trouble> look() {
        return digests.all().stream().flatMap(digest -> look(digest).stream()).toList();
    }

    /** Notes the digests that there are, so that from now on each is watched. */
    void note() {
        digests.all().forEach(watched::note);
    }

    private Optional<Trouble> look(Digest digest) {
        Optional<Instant> since = watched.since(digest);
        return digest.schedule()
                .lastUpTo(clock.instant().minus(grace), LOOKS_BACK)
                .filter(due -> since.isPresent() && !due.at().isBefore(since.get()))
                .filter(due -> isMissing(new EditionKey(digest.name(), due.date())))
                .map(due -> late(digest, due));
    }

    private boolean isMissing(EditionKey key) {
        Optional<EditionHead> edition = edition(key);
        boolean out = edition.filter(found ->
                        found.completedAt().isPresent() || found.approval().holds() || rests(found))
                .isPresent();
        return !out && runs(key).stream().noneMatch(run -> excuses(run, edition.isPresent()));
    }

    private Optional<EditionHead> edition(EditionKey key) {
        return editions.page(key.digest(), Long.MAX_VALUE, LATEST).stream()
                .filter(head -> head.date().equals(key.date()))
                .findFirst();
    }

    /** Whether it went out to those who are due, and the next hour of others has not passed for long. */
    private boolean rests(EditionHead edition) {
        return editions.waiting().stream()
                .anyMatch(waiting -> waiting.id() == edition.id()
                        && waiting.next().plus(grace).isAfter(clock.instant()));
    }

    private List<Run> runs(EditionKey key) {
        return runs.page(key.digest(), Long.MAX_VALUE, LATEST).stream()
                .filter(run -> run.key().equals(key))
                .toList();
    }

    private boolean excuses(Run run, boolean composed) {
        return run.state() == Run.State.RUNNING ? getsOn(run) : !composed && run.state() == Run.State.NOTHING_NEW;
    }

    private boolean getsOn(Run run) {
        Instant oldest = clock.instant().minus(STILL);
        return runs.progress(run).map(Progress::changed).orElse(run.started()).isAfter(oldest);
    }

    private Trouble late(Digest digest, Due due) {
        EditionKey key = new EditionKey(digest.name(), due.date());
        ZoneId zone = digest.schedule().zone();
        Fact safe = edition(key)
                .map(edition -> composed(ledger.counts(edition.id())))
                .orElse(Fact.of("fact.trouble.late.safe"));
        return new Trouble(
                kind(),
                key.toString(),
                Fact.of(
                        "fact.trouble.late",
                        digest.title(),
                        new Moment("fact.time.day", LocalDateTime.ofInstant(due.at(), zone)),
                        zone.getId()),
                safe,
                Fact.of("fact.trouble.late.remedy", digest.name(), due.date().toString()));
    }

    private static Fact composed(DeliveryCounts counts) {
        return Fact.of("fact.trouble.late.composed", counts.of(DeliveryState.SENT), counts.audience());
    }
}
