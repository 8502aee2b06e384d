package dev.standfirst.job;

import dev.standfirst.delivery.Ledger;
import dev.standfirst.digest.Digest;
import dev.standfirst.digest.DigestFiles;
import dev.standfirst.digest.DigestResult;
import dev.standfirst.digest.Schedule.Due;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.edition.WaitingEdition;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Runs each digest when it is due. Twice a minute it asks which edition was due last; one that is not finished is run,
 * also when the program was off at its time, up to a lateness. An edition that waits for an hour that people chose goes
 * on from what was frozen, without its digest's file. The database keeps two programs from running the same one.
 */
@Component
public class Timetable implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Timetable.class);
    private static final Duration RETRY_AFTER = Duration.ofMinutes(10);

    private static final Duration AT_THE_END = Duration.ofMinutes(1);

    private final DigestFiles files;
    private final Runs runs;
    private final Editions editions;
    private final Ledger ledger;
    private final ApprovalPlans approvals;
    private final Clock clock;
    private final Duration maxLateness;
    private final Map<EditionKey, Instant> tried = new ConcurrentHashMap<>();
    private final Map<EditionKey, Instant> restDue = new ConcurrentHashMap<>();
    private final Set<EditionKey> quiet = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private @Nullable ScheduledFuture<?> looking;
    private final ExecutorService workers = Executors.newCachedThreadPool();

    Timetable(
            Runs runs,
            Editions editions,
            Ledger ledger,
            ApprovalPlans approvals,
            Clock clock,
            @Value("${standfirst.home}") Path home,
            @Value("${standfirst.schedule.max-lateness:6h}") Duration maxLateness) {
        this.files = new DigestFiles(home);
        this.runs = runs;
        this.editions = editions;
        this.ledger = ledger;
        this.approvals = approvals;
        this.clock = clock;
        this.maxLateness = maxLateness;
    }

    /** A digest and its next due time. */
    public record Next(Digest digest, Due due) {}

    /** What is due next, the soonest first; digests whose files are wrong are left out. */
    public List<Next> next() {
        Instant now = clock.instant();
        return digests().stream()
                .flatMap(digest -> digest.schedule().nextAfter(now).map(due -> new Next(digest, due)).stream())
                .sorted(Comparator.comparing((Next next) -> next.due().at()))
                .toList();
    }

    /** The editions that went out to some and wait for the hour that others chose, the soonest first. */
    public List<WaitingEdition> waiting() {
        return editions.waiting();
    }

    /** Begins to look for what is due. */
    public void begin() {
        looking = timer.scheduleWithFixedDelay(this::look, 0, 30, TimeUnit.SECONDS);
    }

    /** Looks once, and starts what is due. */
    void look() {
        try {
            approvals.decide();
            digests().forEach(this::runIfDue);
            editions.waiting().forEach(this::goOnIfDue);
        } catch (RuntimeException e) {
            log.error("the timetable could not be read; it is tried again in half a minute", e);
        }
    }

    private void runIfDue(Digest digest) {
        Stream.concat(due(digest).stream(), approvals.ahead(digest).stream())
                .forEach(request -> start(request.key(), () -> runs.run(request, RunListener.NONE)));
    }

    /**
     * Goes on with an edition when the hour of more people has come. What is too late by then is left, so that a
     * restored backup never mails by itself; whoever runs it by hand sends that too.
     */
    private void goOnIfDue(WaitingEdition edition) {
        EditionKey key = new EditionKey(edition.digest(), edition.date());
        Instant now = clock.instant();
        Instant tooLate = now.minus(maxLateness);
        if (edition.next().isBefore(tooLate)) {
            log.warn("{}: mails that were due at {} are too late and are left", key, edition.next());
            editions.waitUntil(edition.id(), ledger.nextDue(edition.id(), tooLate));
        } else if (!edition.next().isAfter(now)) {
            start(key, () -> runs.goOn(key, RunListener.NONE));
        }
    }

    private void start(EditionKey key, Supplier<RunResult> run) {
        Instant last = tried.get(key);
        Instant now = clock.instant();
        boolean rested = last == null || last.plus(RETRY_AFTER).isBefore(now);
        boolean waits = restDue.getOrDefault(key, Instant.MIN).isAfter(now);
        if (rested && !waits && !quiet.contains(key)) {
            tried.put(key, now);
            workers.execute(() -> run(key, run));
        }
    }

    /** The edition that was due last, if it is not finished. */
    Optional<RunRequest> due(Digest digest) {
        return digest.schedule()
                .lastUpTo(clock.instant(), maxLateness)
                .filter(due -> editions.find(digest.name(), due.date())
                        .flatMap(StoredEdition::completedAt)
                        .isEmpty())
                .filter(due -> !waitsForAnHour(digest.name(), due.date()))
                .filter(due -> !approvals.hold(new EditionKey(digest.name(), due.date())))
                .map(due -> new RunRequest(digest, due.date(), false));
    }

    /** Whether everybody whose hour has come has the edition, and others do not yet. */
    private boolean waitsForAnHour(String digest, LocalDate date) {
        return editions.find(digest, date)
                .filter(edition -> ledger.later(edition.id()) > 0 && !ledger.isDue(edition.id()))
                .isPresent();
    }

    private void run(EditionKey key, Supplier<RunResult> run) {
        try {
            RunResult result = run.get();
            if (result instanceof RunResult.NothingNew) {
                // The day's turn is over: what comes in later waits for the next edition.
                quiet.add(key);
            } else if (result instanceof RunResult.Waits) {
                // Once it is approved, there is nothing to rest from.
                tried.remove(key);
            } else if (result instanceof RunResult.Later later) {
                // It went well, so there is nothing to rest from when the next hour comes.
                restDue.put(key, later.rest().next());
                tried.remove(key);
            }
            log.info("{}: {}", key, result);
        } catch (RuntimeException e) {
            log.error("{} could not be run; it is tried again in ten minutes", key, e);
        }
    }

    private List<Digest> digests() {
        return files.names().stream().flatMap(name -> load(name).stream()).toList();
    }

    private Optional<Digest> load(String name) {
        DigestResult result = files.load(name);
        if (result instanceof DigestResult.Broken broken) {
            log.warn("{} is left out: {}", name, broken.problems().get(0));
        }
        return result instanceof DigestResult.Loaded loaded ? Optional.of(loaded.digest()) : Optional.empty();
    }

    /** Starts nothing more, and waits for the ends of the runs it started, which need the database. */
    @Override
    public void destroy() {
        if (looking != null) {
            looking.cancel(false);
        }
        timer.shutdownNow();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(AT_THE_END.toSeconds(), TimeUnit.SECONDS)) {
                log.warn("a run did not end in {}", AT_THE_END);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
