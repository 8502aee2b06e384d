package dev.standfirst.api;

import dev.standfirst.api.ImportViews.ImportReportView;
import dev.standfirst.api.Imports.Entry;
import dev.standfirst.api.Imports.State;
import dev.standfirst.transfer.ImportOutcome;
import dev.standfirst.transfer.ImportRequest;
import dev.standfirst.transfer.Importer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Checks and applies imports that were sent to the API, one after the other, while their callers look on. */
@Component
class ImportDesk implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ImportDesk.class);
    private static final int WAITING = 20;
    private static final int MOST = 100;
    private static final Duration KEPT = Duration.ofDays(7);
    private static final long PATIENCE_SECONDS = 30;
    private static final String CHECK_BROKEN_OFF =
            "The program ended before the file was checked to its end. Send it again.";

    private final Importer importer;
    private final Imports imports;
    /** Longer than it takes to let go of what is done. */
    private static final Duration MOMENT = Duration.ofMillis(500);

    private final ImportFiles files;
    private final ApiJson json;
    private final Set<Long> atWork = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor worker =
            new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(WAITING));
    private volatile boolean ending;

    ImportDesk(Importer importer, Imports imports, ImportFiles files, ApiJson json) {
        this.importer = importer;
        this.imports = imports;
        this.files = files;
        this.json = json;
        worker.allowCoreThreadTimeOut(true);
    }

    /** An import as it is: one that a program left in the middle of its work says so. */
    Optional<Entry> find(long id) {
        return imports.find(id).map(this::asItIs);
    }

    Entry asItIs(Entry entry) {
        if (!isWorking(entry) || atWork.contains(entry.id())) {
            return entry;
        }
        // It may have come to its end since it was read: the end is written before the work is put aside.
        Entry now = imports.find(entry.id()).orElse(entry);
        return atWork.contains(entry.id()) ? now : atRest(now);
    }

    /** What becomes of one that is not at work: a check begins anew, while putting people on a list goes on. */
    private static Entry atRest(Entry entry) {
        if (entry.state() == State.CHECKING) {
            return entry.at(State.EMPTY, CHECK_BROKEN_OFF);
        }
        return entry.state() == State.APPLYING ? entry.at(State.INTERRUPTED, entry.problem()) : entry;
    }

    private static boolean isWorking(Entry entry) {
        return entry.state() == State.CHECKING || entry.state() == State.APPLYING;
    }

    /** Makes one, while there is room. */
    Entry add(Entry wanted) {
        sweep();
        if (imports.count() >= MOST) {
            throw Refusal.of(
                    ProblemKind.CONFLICT,
                    "%d imports are kept already. Remove some that are done with. Nothing was changed."
                            .formatted(MOST));
        }
        return imports.find(imports.add(wanted)).orElseThrow();
    }

    /** Forgets imports of more than a week ago, and files that nobody waits for. */
    void sweep() {
        imports.olderThan(KEPT).forEach(old -> remove(old.id()));
        files.removeParts();
        files.numbers().forEach(this::removeDone);
    }

    private void removeDone(long id) {
        if (atWork.add(id)) {
            try {
                if (imports.find(id).map(ImportDesk::isDone).orElse(true)) {
                    files.remove(id);
                }
            } finally {
                atWork.remove(id);
            }
        }
    }

    /** Takes its file in and begins to check it. */
    void receive(long id, InputStream body) {
        holding(id, entry -> {
            if (entry.state() == State.APPLIED) {
                throw Refusal.of(
                        ProblemKind.CONFLICT,
                        "This import was applied. Make a new one for another file. Nothing was changed.");
            }
            // Whatever ends this in the middle: what was checked is not the file that is there then.
            imports.set(id, State.EMPTY, "", "");
            try {
                files.receive(id, body);
            } catch (Refusal e) {
                imports.set(id, entry.state(), entry.report(), entry.problem());
                throw e;
            }
            begin(
                    entry.at(State.EMPTY, "Too many imports waited. Send the file again."),
                    State.CHECKING,
                    () -> importer.check(request(entry), this::stopAtEnd));
        });
    }

    /** Begins to put its people on the list, or goes on with that. */
    void apply(long id) {
        holding(id, entry -> {
            boolean ready = entry.state() == State.CHECKED || entry.state() == State.INTERRUPTED;
            if (!ready || !files.has(id)) {
                throw Refusal.of(
                        ProblemKind.CONFLICT,
                        "An import is applied once, after its file was checked; this one is %s. Nothing was changed."
                                .formatted(entry.state()));
            }
            begin(entry, State.APPLYING, () -> importer.apply(request(entry), this::stopAtEnd));
        });
    }

    /**
     * Forgets one and its file; people who were put on a list stay there.
     *
     * @return false where it is at work
     */
    boolean remove(long id) {
        if (!atWork.add(id)) {
            return false;
        }
        try {
            files.remove(id);
            imports.remove(id);
            return true;
        } finally {
            atWork.remove(id);
        }
    }

    private static boolean isDone(Entry entry) {
        return entry.state() == State.APPLIED || entry.state() == State.REFUSED;
    }

    /** Begins with an import as it is once nobody else works at it; where it comes to nothing, it is let go. */
    private void holding(long id, Consumer<Entry> beginning) {
        if (!take(id)) {
            throw Refusal.of(
                    ProblemKind.CONFLICT, "This import is at work. Nothing was changed; look again in a moment.");
        }
        boolean begun = false;
        try {
            beginning.accept(imports.find(id)
                    .map(ImportDesk::atRest)
                    .orElseThrow(() -> Refusal.notFound("import of that number")));
            begun = true;
        } finally {
            if (!begun) {
                atWork.remove(id);
            }
        }
    }

    /**
     * Takes an import into one's hand. Its end is written a moment before it is put aside: whoever saw that end is not
     * sent away for it.
     */
    private boolean take(long id) {
        long end = System.nanoTime() + MOMENT.toNanos();
        while (!atWork.add(id)) {
            boolean ended = imports.find(id).filter(entry -> !isWorking(entry)).isPresent();
            if (!ended || System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        return true;
    }

    /** Hands the work over; where there is no room for it, the import becomes what it was. */
    private void begin(Entry before, State state, Work work) {
        try {
            imports.set(before.id(), state, "", "");
            worker.execute(() -> run(before, state, work));
        } catch (RejectedExecutionException e) {
            imports.set(before.id(), before.state(), before.report(), before.problem());
            throw Refusal.of(ProblemKind.UNAVAILABLE, "Too many imports wait. Nothing was changed; try again later.")
                    .header("Retry-After", "60");
        }
    }

    private void run(Entry entry, State state, Work work) {
        try {
            stopAtEnd(0);
            keep(entry, state, work.outcome());
        } catch (Ending e) {
            log.info("import {} stops because the program ends", entry.id());
            breakOff(entry, state, CHECK_BROKEN_OFF);
        } catch (IOException | RuntimeException e) {
            log.error("import {} could not be read", entry.id(), e);
            breakOff(entry, state, "The log of the program tells what happened.");
        } finally {
            atWork.remove(entry.id());
        }
    }

    private void breakOff(Entry entry, State state, String problem) {
        boolean check = state == State.CHECKING;
        imports.set(entry.id(), check ? State.EMPTY : State.INTERRUPTED, "", problem);
    }

    /** Between two pieces of a file. */
    private void stopAtEnd(long line) {
        if (ending) {
            throw new Ending();
        }
    }

    private void keep(Entry entry, State state, ImportOutcome outcome) {
        if (outcome instanceof ImportOutcome.Done done) {
            String report = json.mapper().writeValueAsString(ImportReportView.of(done.report()));
            imports.set(entry.id(), state == State.CHECKING ? State.CHECKED : State.APPLIED, report, "");
        } else if (outcome instanceof ImportOutcome.Refused refused) {
            String problem = "%s. %s Nothing was changed.".formatted(refused.what(), refused.remedy());
            imports.set(entry.id(), State.REFUSED, "", problem);
        }
        if (state == State.APPLYING || outcome instanceof ImportOutcome.Refused) {
            removeFile(entry.id());
        }
    }

    private void removeFile(long id) {
        try {
            files.remove(id);
        } catch (UncheckedIOException e) {
            log.warn("the file of import {} stays for now; the next sweep tries again", id, e);
        }
    }

    private ImportRequest request(Entry entry) {
        ImportRequest request = ImportRequest.of(files.of(entry.id()), entry.list())
                .called(entry.fileName())
                .by(entry.actor())
                .agreed(entry.consent());
        return entry.optOuts() ? request : request.withoutOptOuts();
    }

    /** No thread is interrupted: in the middle of a statement that would close H2's file. */
    @Override
    public void destroy() throws InterruptedException {
        ending = true;
        worker.shutdown();
        if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            log.warn("an import is still at work; it goes on when it is applied again");
        }
    }

    private interface Work {
        ImportOutcome outcome() throws IOException;
    }

    /** The program ends. */
    private static final class Ending extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
