package dev.standfirst.job;

import dev.standfirst.delivery.DeliveryState;
import dev.standfirst.delivery.Ledger;
import dev.standfirst.delivery.Repeats;
import dev.standfirst.edition.ApprovalRecords;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.Imprint;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.node.Nodes;
import dev.standfirst.node.Silence;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Starting, resuming and looking at runs: the one way in for command line, pages and timetable. */
@Component
public class Runs {

    private final Launcher launcher;
    private final Alone alone;
    private final ActiveRuns active;
    private final Editions editions;
    private final Ledger ledger;
    private final Repeats repeats;
    private final ApprovalRecords approvals;
    private final RunHistory history;
    private final GracefulStop gracefulStop;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Nodes nodes;
    private final CatchUp catchUp;

    Runs(
            Launcher launcher,
            Alone alone,
            ActiveRuns active,
            Editions editions,
            Ledger ledger,
            Repeats repeats,
            ApprovalRecords approvals,
            RunHistory history,
            GracefulStop gracefulStop,
            ApplicationEventPublisher events,
            Clock clock,
            Nodes nodes,
            CatchUp catchUp) {
        this.launcher = launcher;
        this.alone = alone;
        this.active = active;
        this.editions = editions;
        this.ledger = ledger;
        this.repeats = repeats;
        this.approvals = approvals;
        this.history = history;
        this.gracefulStop = gracefulStop;
        this.events = events;
        this.clock = clock;
        this.nodes = nodes;
        this.catchUp = catchUp;
    }

    /**
     * Runs an edition to its end, or goes on where an earlier run of it stopped. Returns when the run is over.
     *
     * @param listener watches it; called from this thread
     */
    public RunResult run(RunRequest request, RunListener listener) {
        return holding(request.key(), () -> runHoldingLease(request, listener));
    }

    /**
     * Goes on with an edition that was composed: mails go to those who are due by now. Its digest's file may be gone.
     * Returns when the run is over.
     *
     * @param listener watches it; called from this thread
     */
    public RunResult goOn(EditionKey key, RunListener listener) {
        return holding(key, () -> {
            active.begin(key, listener);
            try {
                StoredEdition edition = editions.find(key.digest(), key.date()).orElseThrow();
                return settled(edition).orElseGet(() -> launcher.deliverAgain(key, clock.millis()));
            } finally {
                active.end(key);
            }
        });
    }

    /**
     * Has mails of an edition that went out sent once more, the same mails, to those who still want them. Returns when
     * the run is over.
     *
     * @param states which: refused, in doubt, or both
     * @param listener watches it; called from this thread
     */
    public RunResult retry(EditionKey key, Set<DeliveryState> states, RunListener listener) {
        return holding(key, () -> {
            active.begin(key, listener);
            try {
                StoredEdition edition = editions.find(key.digest(), key.date()).orElseThrow();
                if (repeats.count(edition.id(), states) == 0) {
                    return settled(edition).orElseGet(() -> launcher.deliverAgain(key, clock.millis()));
                }
                // In this order: whatever ends the program between the two, the edition goes on by itself.
                editions.reopen(edition.id());
                repeats.repeat(edition.id(), states);
                return launcher.deliverAgain(key, clock.millis());
            } finally {
                active.end(key);
            }
        });
    }

    /**
     * Runs an edition up to the point where it is frozen, and delivers nothing. Meant for a copy of the database: what
     * it composes counts as composed.
     */
    public RunResult preview(RunRequest request, RunListener listener) {
        active.begin(catchUp.of(request), listener);
        try {
            return launcher.preview(request.key());
        } finally {
            active.end(request.key());
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

    /** How far a run is, also one of another process; empty where it is not at work. */
    public Optional<Progress> progress(Run run) {
        return history.progress(run);
    }

    /** How many problems each of these runs had, by its number; runs without any are missing. */
    public Map<Long, Long> problems(List<Run> of) {
        return history.problems(of);
    }

    /** One run with its facts and problems. */
    public Optional<Run.Details> find(long id) {
        return history.find(id);
    }

    /** Works on an edition while nobody else does, if mails may leave from here, and tells how it ended. */
    private RunResult holding(EditionKey key, Supplier<RunResult> work) {
        RunResult result = nodes.silence()
                .map(Runs::silent)
                .orElseGet(() -> alone.on(key, RunResult.Held::new, () -> remembering(work)));
        events.publishEvent(new RunEnded(key, result));
        return result;
    }

    private static RunResult silent(Silence reason) {
        return new RunResult.Silent(new RunResult.Problem(reason.happened(), reason.safe(), reason.remedy()));
    }

    private RunResult remembering(Supplier<RunResult> work) {
        nodes.advance();
        RunResult result = work.get();
        nodes.advance();
        return result;
    }

    private RunResult runHoldingLease(RunRequest request, RunListener listener) {
        active.begin(catchUp.of(request), listener);
        try {
            Optional<StoredEdition> frozen = editions.find(request.key().digest(), request.date());
            frozen.ifPresent(edition -> editions.sign(edition.id(), Imprint.of(request.digest())));
            return frozen.flatMap(this::settled).orElseGet(() -> launcher.launch(request.key(), clock.millis()));
        } finally {
            active.end(request.key());
        }
    }

    /** How things stand with an edition of which no mail is due; empty where there is something to do. */
    private Optional<RunResult> settled(StoredEdition edition) {
        if (approvals.of(edition.id()).holds()) {
            return Optional.of(launcher.heldBack(edition, OptionalLong.empty()));
        }
        if (edition.completedAt().isPresent()) {
            return Optional.of(new RunResult.AlreadySent(edition.id(), edition.date(), ledger.counts(edition.id())));
        }
        return ledger.isDue(edition.id())
                ? Optional.empty()
                : ledger.rest(edition.id()).map(rest -> launcher.later(edition, OptionalLong.empty(), rest));
    }
}
