package dev.standfirst.job;

import dev.standfirst.delivery.Ledger;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.StoredEdition;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Starting, resuming and looking at runs: the one way in for command line, pages and timetable. */
@Component
public class Runs {

    private final Launcher launcher;
    private final EditionLease leases;
    private final Heartbeat heartbeat;
    private final ActiveRuns active;
    private final Editions editions;
    private final Ledger ledger;
    private final RunHistory history;
    private final GracefulStop gracefulStop;
    private final Clock clock;
    private final LeaseOwner self = LeaseOwner.current();

    Runs(
            Launcher launcher,
            EditionLease leases,
            Heartbeat heartbeat,
            ActiveRuns active,
            Editions editions,
            Ledger ledger,
            RunHistory history,
            GracefulStop gracefulStop,
            Clock clock) {
        this.launcher = launcher;
        this.leases = leases;
        this.heartbeat = heartbeat;
        this.active = active;
        this.editions = editions;
        this.ledger = ledger;
        this.history = history;
        this.gracefulStop = gracefulStop;
        this.clock = clock;
    }

    /**
     * Runs an edition to its end, or goes on where an earlier run of it stopped. Returns when the run is over.
     *
     * @param listener watches it; called from this thread
     */
    public RunResult run(RunRequest request, RunListener listener) {
        Optional<LeaseOwner> holder = leases.take(request.key(), self);
        if (holder.isPresent()) {
            return new RunResult.Held(holder.get());
        }
        heartbeat.start(request.key(), self);
        try {
            return runHoldingLease(request, listener);
        } finally {
            heartbeat.stop(request.key());
            leases.release(request.key(), self);
        }
    }

    /**
     * Runs an edition up to the point where it is frozen, and delivers nothing. Meant for a copy of the database: what
     * it composes counts as composed.
     */
    public RunResult preview(RunRequest request, RunListener listener) {
        active.begin(request, listener);
        try {
            return launcher.preview(request.key());
        } finally {
            active.end(request);
        }
    }

    /** Stops every run of this process after the batch it is at, and waits until they have ended. */
    public void stopAll() {
        gracefulStop.stop();
    }

    /**
     * Asks a run of this process to stop after the batch it is at; does not wait for it.
     *
     * @return whether it is at work in this process
     */
    public boolean stop(long id) {
        return gracefulStop.ask(id);
    }

    /**
     * The next page of runs, newest first.
     *
     * @param digest of this digest alone; empty for all
     * @param before number of the last run of the page before, or {@link Long#MAX_VALUE}
     */
    public List<Run> page(String digest, long before, int limit) {
        return history.before(digest, before, limit);
    }

    /** The latest runs, newest first. */
    public List<Run> latest(int limit) {
        return history.latest(limit);
    }

    /** One run with its facts and problems. */
    public Optional<Run.Details> find(long id) {
        return history.find(id);
    }

    private RunResult runHoldingLease(RunRequest request, RunListener listener) {
        active.begin(request, listener);
        try {
            Optional<StoredEdition> finished = editions.find(request.key().digest(), request.date())
                    .filter(edition -> edition.completedAt().isPresent());
            return finished.isPresent() ? again(request, finished.get()) : launcher.launch(request.key());
        } finally {
            active.end(request);
        }
    }

    private RunResult again(RunRequest request, StoredEdition edition) {
        if (request.repeatDoubtful() && ledger.repeatDoubtful(edition.id()) > 0) {
            return launcher.deliverAgain(request.key(), clock.millis());
        }
        return new RunResult.AlreadySent(edition.id(), request.date(), ledger.counts(edition.id()));
    }
}
