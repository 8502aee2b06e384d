package dev.standfirst.api;

import dev.standfirst.api.ImportViews.ImportReportView;
import dev.standfirst.api.Imports.Entry;
import dev.standfirst.api.Imports.State;
import dev.standfirst.transfer.ImportOutcome;
import dev.standfirst.transfer.ImportRequest;
import dev.standfirst.transfer.Importer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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

    private final Importer importer;
    private final Imports imports;
    private final ImportFiles files;
    private final ApiJson json;
    private final Set<Long> atWork = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor worker =
            new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(WAITING));

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
        return isWorking(now) && !atWork.contains(entry.id()) ? with(now, State.INTERRUPTED) : now;
    }

    private static boolean isWorking(Entry entry) {
        return entry.state() == State.CHECKING || entry.state() == State.APPLYING;
    }

    /** Makes one, while there is room; those of more than a week ago are forgotten. */
    Entry add(Entry wanted) {
        imports.olderThan(KEPT).forEach(this::remove);
        if (imports.count() >= MOST) {
            throw Refusal.of(
                    ProblemKind.CONFLICT,
                    "%d imports are kept already. Remove some that are done with. Nothing was changed."
                            .formatted(MOST));
        }
        return imports.find(imports.add(wanted)).orElseThrow();
    }

    /** Takes its file in and begins to check it. */
    void receive(Entry entry, InputStream body) {
        files.receive(entry.id(), body);
        begin(entry, State.CHECKING, () -> importer.check(request(entry)));
    }

    /** Begins to put its people on the list, or goes on with that. */
    void apply(Entry entry) {
        begin(entry, State.APPLYING, () -> importer.apply(request(entry), line -> {}));
    }

    /** Forgets one and its file; people who were put on a list stay there. */
    void remove(Entry entry) {
        if (!atWork.contains(entry.id())) {
            files.remove(entry.id());
            imports.remove(entry.id());
        }
    }

    boolean hasFile(Entry entry) {
        return Files.exists(files.of(entry.id()));
    }

    private void begin(Entry entry, State state, Work work) {
        if (!atWork.add(entry.id())) {
            throw Refusal.of(
                    ProblemKind.CONFLICT, "This import is at work. Nothing was changed; look again in a moment.");
        }
        try {
            imports.set(entry.id(), state, "", "");
            worker.execute(() -> run(entry, state, work));
        } catch (RejectedExecutionException e) {
            atWork.remove(entry.id());
            imports.set(entry.id(), entry.state(), entry.report(), entry.problem());
            throw Refusal.of(ProblemKind.UNAVAILABLE, "Too many imports wait. Nothing was changed; try again later.")
                    .header("Retry-After", "60");
        }
    }

    private void run(Entry entry, State state, Work work) {
        try {
            keep(entry, state, work.outcome());
        } catch (IOException | RuntimeException e) {
            log.error("import {} could not be read", entry.id(), e);
            imports.set(entry.id(), State.INTERRUPTED, "", "The log of the program tells what happened.");
        } finally {
            atWork.remove(entry.id());
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
    }

    private ImportRequest request(Entry entry) {
        ImportRequest request = ImportRequest.of(files.of(entry.id()), entry.list())
                .called(entry.fileName())
                .by(entry.actor())
                .agreed(entry.consent());
        return entry.optOuts() ? request : request.withoutOptOuts();
    }

    private static Entry with(Entry entry, State state) {
        return new Entry(
                entry.id(),
                entry.list(),
                entry.fileName(),
                entry.consent(),
                entry.optOuts(),
                entry.actor(),
                state,
                entry.report(),
                entry.problem(),
                entry.createdAt());
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }

    private interface Work {
        ImportOutcome outcome() throws IOException;
    }
}
