package dev.standfirst.job;

import dev.standfirst.digest.Digest;
import dev.standfirst.digest.DigestFiles;
import dev.standfirst.digest.DigestResult;
import dev.standfirst.digest.Schedule.Due;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.StoredEdition;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Runs each digest when it is due. Twice a minute it asks which edition was due last; one that is not finished is run,
 * also when the program was off at its time, up to a lateness. The database keeps two programs from running the same
 * one.
 */
@Component
public class Timetable implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Timetable.class);
    private static final Duration RETRY_AFTER = Duration.ofMinutes(10);

    private final DigestFiles files;
    private final Runs runs;
    private final Editions editions;
    private final Clock clock;
    private final Duration maxLateness;
    private final Map<EditionKey, Instant> tried = new ConcurrentHashMap<>();
    private final Set<EditionKey> quiet = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private @Nullable ScheduledFuture<?> looking;
    private final ExecutorService workers = Executors.newCachedThreadPool();

    Timetable(
            Runs runs,
            Editions editions,
            Clock clock,
            @Value("${standfirst.home}") Path home,
            @Value("${standfirst.schedule.max-lateness:6h}") Duration maxLateness) {
        this.files = new DigestFiles(home);
        this.runs = runs;
        this.editions = editions;
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

    /** Begins to look for what is due. */
    public void begin() {
        looking = timer.scheduleWithFixedDelay(this::look, 0, 30, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            digests().forEach(this::runIfDue);
        } catch (RuntimeException e) {
            log.error("the timetable could not be read; it is tried again in half a minute", e);
        }
    }

    private void runIfDue(Digest digest) {
        due(digest).ifPresent(request -> {
            Instant last = tried.get(request.key());
            Instant now = clock.instant();
            boolean rested = last == null || last.plus(RETRY_AFTER).isBefore(now);
            if (rested && !quiet.contains(request.key())) {
                tried.put(request.key(), now);
                workers.execute(() -> run(request));
            }
        });
    }

    /** The edition that was due last, if it is not finished. */
    Optional<RunRequest> due(Digest digest) {
        return digest.schedule()
                .lastUpTo(clock.instant(), maxLateness)
                .filter(due -> editions.find(digest.name(), due.date())
                        .flatMap(StoredEdition::completedAt)
                        .isEmpty())
                .map(due -> new RunRequest(digest, due.date(), false));
    }

    private void run(RunRequest request) {
        try {
            RunResult result = runs.run(request, RunListener.NONE);
            if (result instanceof RunResult.NothingNew) {
                // The day's turn is over: what comes in later waits for the next edition.
                quiet.add(request.key());
            }
            log.info("{}: {}", request.key(), result);
        } catch (RuntimeException e) {
            log.error("{} could not be run; it is tried again in ten minutes", request.key(), e);
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

    @Override
    public void destroy() {
        if (looking != null) {
            looking.cancel(false);
        }
        timer.shutdownNow();
        workers.shutdown();
    }
}
