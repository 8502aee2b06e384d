package dev.standfirst.transfer;

import dev.standfirst.transfer.ImportDesk.Progress;
import dev.standfirst.transfer.Imports.Entry;
import dev.standfirst.transfer.Imports.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the files of imports to their ends, one after the other, and notes what came of each. */
final class ImportWorker {

    private static final Logger log = LoggerFactory.getLogger(ImportWorker.class);
    private static final int WAITING = 20;
    private static final long PATIENCE_SECONDS = 30;

    private final Imports imports;
    private final ImportFiles files;
    private final Map<Long, Progress> progress = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor worker =
            new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(WAITING));
    private volatile boolean ending;

    ImportWorker(Imports imports, ImportFiles files) {
        this.imports = imports;
        this.files = files;
        worker.allowCoreThreadTimeOut(true);
    }

    /** What is done with a file; it tells the line after each piece. */
    interface Work {
        ImportOutcome outcome(LongConsumer told) throws IOException;
    }

    /**
     * Takes work over.
     *
     * @param state that the import is in as long as it lasts
     * @param end called once, whatever comes of it, with what notes that; it must be run
     * @return whether there is room for it; where not, the import becomes what it was
     */
    boolean begin(Entry before, State state, Work work, Consumer<Runnable> end) {
        try {
            imports.set(before.id(), state, "", "");
            worker.execute(() -> {
                Runnable note = run(before, state, work);
                progress.remove(before.id());
                end.accept(note);
            });
            return true;
        } catch (RejectedExecutionException e) {
            imports.set(before.id(), before.state(), before.report(), before.problem());
            return false;
        }
    }

    Optional<Progress> progress(long id) {
        return Optional.ofNullable(progress.get(id));
    }

    /** Does the work, and gives what notes how it ended. */
    private Runnable run(Entry entry, State state, Work work) {
        try {
            stopAtEnd();
            long lines = files.lines(entry.id());
            ImportOutcome outcome = work.outcome(line -> {
                stopAtEnd();
                progress.put(entry.id(), new Progress(line, Math.max(line, lines)));
            });
            return () -> keep(entry, state, outcome);
        } catch (Ending e) {
            log.info("import {} stops because the program ends", entry.id());
            return () -> breakOff(entry, state, ImportDesk.CHECK_BROKEN_OFF);
        } catch (IOException | RuntimeException e) {
            log.error("import {} could not be read", entry.id(), e);
            return () -> breakOff(entry, state, "The log of the program tells what happened.");
        }
    }

    private void breakOff(Entry entry, State state, String problem) {
        boolean check = state == State.CHECKING;
        imports.set(entry.id(), check ? State.EMPTY : State.INTERRUPTED, "", problem);
    }

    /** Between two pieces of a file. */
    private void stopAtEnd() {
        if (ending) {
            throw new Ending();
        }
    }

    private void keep(Entry entry, State state, ImportOutcome outcome) {
        if (outcome instanceof ImportOutcome.Done done) {
            String report = KeptReport.write(done.report());
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

    /** Ends between two pieces of a file. No thread is interrupted: inside a statement that would close H2's file. */
    void end() throws InterruptedException {
        ending = true;
        worker.shutdown();
        if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            log.warn("an import is still at work; it goes on when it is applied again");
        }
    }

    /** The program ends. */
    private static final class Ending extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
