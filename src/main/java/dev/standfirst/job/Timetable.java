package dev.standfirst.job;

import dev.standfirst.delivery.Ledger;
import dev.standfirst.digest.Digest;
import dev.standfirst.digest.DigestFiles;
import dev.standfirst.digest.Schedule.Due;
import dev.standfirst.edition.CutOff;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.WaitingEdition;
import dev.standfirst.node.Nodes;
import dev.standfirst.watch.Pulse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
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
 * Runs each digest when it is due. It sleeps until the next due time, but never longer than half a minute, so that a
 * clock that was set, and a digest file that was changed, are noticed. An edition that is not finished is run, also
 * when the program was off at its time, as late as its digest allows; one that has begun goes on, without its digest's
 * file, until its mails are given up. The database keeps two programs from running the same one, and a copy of it from
 * running any.
 */
@Component
public class Timetable implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Timetable.class);
    private static final Duration RETRY_AFTER = Duration.ofMinutes(2);

    /** By what sign of life it is missed when it stands still. */
    private static final String PULSE = "timetable";
    /** How far back an edition that was cut off is looked for: mails are given up after five days at most. */
    private static final Duration LONGEST_TRIES = Duration.ofDays(5);

    /** How long after its date an edition is remembered: longer than it is run. */
    private static final Duration REMEMBERED = LONGEST_TRIES.multipliedBy(3);

    /** A clock that was set is noticed after this. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    private static final Duration AT_THE_END = Duration.ofMinutes(1);

    private final Runs runs;
    private final Editions editions;
    private final Ledger ledger;
    private final ApprovalPlans approvals;
    private final Pulse pulse;
    private final Nodes nodes;
    private final DueDigests digests;
    private final Clock clock;
    private final Duration maxLateness;
    private final Map<EditionKey, Instant> tried = new ConcurrentHashMap<>();
    private final Map<EditionKey, Instant> restDue = new ConcurrentHashMap<>();
    private final Set<EditionKey> quiet = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ScheduledFuture<?> resting;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService workers = Executors.newCachedThreadPool();

    Timetable(
            Runs runs,
            Editions editions,
            Ledger ledger,
            ApprovalPlans approvals,
            Pulse pulse,
            Nodes nodes,
            Clock clock,
            @Value("${standfirst.home}") Path home,
            @Value("${standfirst.schedule.max-lateness:6h}") Duration maxLateness) {
        this.runs = runs;
        this.editions = editions;
        this.ledger = ledger;
        this.pulse = pulse;
        this.nodes = nodes;
        this.approvals = approvals;
        this.digests = new DueDigests(new DigestFiles(home), editions, ledger, approvals, clock, maxLateness);
        this.clock = clock;
        this.maxLateness = maxLateness;
    }

    /** A digest and its next due time. */
    public record Next(Digest digest, Due due) {}

    /** What is due next, the soonest first; digests whose files are wrong are left out. */
    public List<Next> next() {
        return digests.digests().stream()
                .flatMap(digest -> digests.next(digest).map(due -> new Next(digest, due)).stream())
                .sorted(Comparator.comparing((Next next) -> next.due().at()))
                .toList();
    }

    /** The editions that went out to some and wait for the hour that others chose, the soonest first. */
    public List<WaitingEdition> waiting() {
        return editions.waiting();
    }

    /** Begins to look for what is due. */
    public void begin() {
        timer.execute(this::lookAndRest);
    }

    private void lookAndRest() {
        look();
        try {
            resting = timer.schedule(this::lookAndRest, rest().toMillis() + 1, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("the timetable has ended", e);
        }
    }

    /** Looks once, and starts what is due. */
    void look() {
        pulse.beat(PULSE);
        try {
            forget();
            if (nodes.mayMail()) {
                approvals.decide();
                digests.digests().forEach(this::runIfDue);
                editions.waiting().forEach(this::goOnIfDue);
                editions.cutOff(clock.instant().minus(LONGEST_TRIES)).forEach(this::goOnIfCutOff);
            }
        } catch (RuntimeException e) {
            log.error("the timetable could not be read; it is tried again in half a minute", e);
        }
    }

    /** What is known of editions of weeks ago helps nobody any more. */
    private void forget() {
        LocalDate oldest = LocalDate.ofInstant(clock.instant().minus(REMEMBERED), ZoneOffset.UTC);
        Stream.of(tried.keySet(), restDue.keySet(), quiet)
                .forEach(keys -> keys.removeIf(key -> key.date().isBefore(oldest)));
    }

    /** How long there is nothing to do, as far as is known now. */
    Duration rest() {
        Instant now = clock.instant();
        try {
            Stream<Instant> begin = digests.digests().stream().flatMap(digest -> digests.moments(digest, now));
            Stream<Instant> goOn = editions.waiting().stream().map(WaitingEdition::next);
            return Stream.concat(begin, goOn)
                    .filter(at -> at.isAfter(now))
                    .map(at -> Duration.between(now, at))
                    .filter(rest -> rest.compareTo(LONGEST_REST) < 0)
                    .min(Comparator.naturalOrder())
                    .orElse(LONGEST_REST);
        } catch (RuntimeException e) {
            log.error("the next due time could not be found; it is tried again in half a minute", e);
            return LONGEST_REST;
        }
    }

    private void runIfDue(Digest digest) {
        due(digest).forEach(request -> start(request.key(), () -> runs.run(request, RunListener.NONE)));
    }

    /**
     * Goes on with an edition when the hour of more people has come. What is too late by then is left; whoever runs it
     * by hand sends that too.
     */
    private void goOnIfDue(WaitingEdition edition) {
        EditionKey key = new EditionKey(edition.digest(), edition.date());
        Instant now = clock.instant();
        Instant tooLate = now.minus(edition.tries().compareTo(maxLateness) > 0 ? edition.tries() : maxLateness);
        if (edition.next().isBefore(tooLate)) {
            log.warn("{}: mails that were due at {} are too late and are left", key, edition.next());
            editions.waitUntil(edition.id(), ledger.nextDue(edition.id(), tooLate));
        } else if (!edition.next().isAfter(now)) {
            start(key, () -> runs.goOn(key, RunListener.NONE));
        }
    }

    /** A run that was killed goes on, also where its digest's file says something else by now. */
    private void goOnIfCutOff(CutOff edition) {
        if (edition.composedAt().plus(edition.tries()).isAfter(clock.instant())) {
            EditionKey key = new EditionKey(edition.digest(), edition.date());
            start(key, () -> runs.goOn(key, RunListener.NONE));
        }
    }

    private void start(EditionKey key, Supplier<RunResult> run) {
        Instant last = tried.get(key);
        Instant now = clock.instant();
        // A time that is still to come was taken from a clock that has been set back since.
        boolean rested =
                last == null || last.isAfter(now) || last.plus(RETRY_AFTER).isBefore(now);
        boolean waits = restDue.getOrDefault(key, Instant.MIN).isAfter(now);
        if (rested && !waits && !quiet.contains(key)) {
            tried.put(key, now);
            workers.execute(() -> run(key, run));
        }
    }

    /** The editions of a digest that have to begin, or to go on, now. */
    List<RunRequest> due(Digest digest) {
        return digests.due(digest);
    }

    private void run(EditionKey key, Supplier<RunResult> run) {
        try {
            RunResult result = run.get();
            if (result instanceof RunResult.NothingNew) {
                // The day's turn is over: what comes in later waits for the next edition.
                quiet.add(key);
            } else if (result instanceof RunResult.Waits || result instanceof RunResult.Held) {
                // Once it is approved, or whoever runs it has gone, there is nothing to rest from.
                tried.remove(key);
            } else if (result instanceof RunResult.Later later) {
                // It went well, so there is nothing to rest from when the next hour comes.
                restDue.put(key, later.rest().next());
                tried.remove(key);
            }
            log.info("{}: {}", key, result);
        } catch (RuntimeException e) {
            log.error("{} could not be run; it is tried again in two minutes", key, e);
        }
    }

    /** Starts nothing more, and waits for the ends of the runs it started, which need the database. */
    @Override
    public void destroy() {
        ScheduledFuture<?> next = resting;
        if (next != null) {
            next.cancel(false);
        }
        pulse.end(PULSE);
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
