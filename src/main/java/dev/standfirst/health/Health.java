package dev.standfirst.health;

import dev.standfirst.text.Fact;
import dev.standfirst.watch.Trouble;
import dev.standfirst.watch.TroubleKind;
import dev.standfirst.watch.Troubles;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Tells how the program is. It always answers, and soon: a database that does not is what it tells then. */
@Component
public class Health implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Health.class);

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final List<Check> checks;
    private final Troubles troubles;
    private final Clock clock;
    private final Duration limit;
    private final ReentrantLock looking = new ReentrantLock();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "health");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Future<List<Trouble>> pending;
    private volatile @Nullable Report last;

    @Autowired
    Health(List<Check> checks, Troubles troubles, Clock clock) {
        this(checks, troubles, clock, LIMIT);
    }

    /**
     * Makes one.
     *
     * @param limit how long all checks together may take
     */
    Health(List<Check> checks, Troubles troubles, Clock clock, Duration limit) {
        this.checks = List.copyOf(checks);
        this.troubles = troubles;
        this.clock = clock;
        this.limit = limit;
    }

    /** How it was a moment ago: for those who ask again and again. */
    public Report latest() {
        Report known = last;
        if (known != null && known.at().plus(FRESH).isAfter(clock.instant())) {
            return known;
        }
        if (known != null && looking.isLocked()) {
            return known;
        }
        return look();
    }

    /** How it is now. */
    public Report look() {
        looking.lock();
        try {
            Report report = new Report(clock.instant(), judged());
            last = report;
            return report;
        } finally {
            looking.unlock();
        }
    }

    /** The kinds that are found by looking; all others are told by those who meet them. */
    Set<TroubleKind> lookedFor() {
        return checks.stream().map(Check::kind).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a trouble that was kept is over where looking does not find it. */
    boolean finds(Trouble kept) {
        return checks.stream().anyMatch(check -> check.kind() == kept.kind() && check.isOfThisOne(kept));
    }

    /** A check that hangs is not interrupted, which would close H2's file, and never waited for twice at a time. */
    private List<Trouble> judged() {
        Future<List<Trouble>> task = pending == null ? worker.submit(this::judge) : pending;
        pending = task;
        try {
            List<Trouble> found = task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            pending = null;
            return found;
        } catch (TimeoutException e) {
            return List.of(silent(Fact.of("fact.trouble.database.slow", limit.toSeconds())));
        } catch (ExecutionException e) {
            pending = null;
            log.error("the program cannot be judged", e);
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return List.of(silent(Fact.words(cause.getClass().getSimpleName())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(silent(Fact.of("fact.trouble.database.ends")));
        }
    }

    private List<Trouble> judge() {
        List<Trouble> all = new ArrayList<>();
        troubles.open().stream()
                .map(Troubles.Kept::trouble)
                .filter(trouble -> !lookedFor().contains(trouble.kind()))
                .forEach(all::add);
        checks.forEach(check -> all.addAll(check.look()));
        return all;
    }

    private static Trouble silent(Fact reason) {
        return new Trouble(
                TroubleKind.DATABASE_SILENT,
                "",
                Fact.of("fact.trouble.database", reason),
                Fact.of("fact.trouble.database.safe"),
                Fact.of("fact.trouble.database.remedy"));
    }

    @Override
    public void destroy() {
        worker.shutdown();
    }
}
