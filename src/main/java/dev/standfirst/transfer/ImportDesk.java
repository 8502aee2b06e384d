package dev.standfirst.transfer;

import dev.standfirst.transfer.Imports.Entry;
import dev.standfirst.transfer.Imports.State;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Checks and applies files of people that are handed in, one after the other, while whoever handed them in looks on.
 * Programs and browsers come to the same desk.
 */
@Component
public class ImportDesk implements DisposableBean {

    /** How many are kept; a new one has room when others are removed. */
    public static final int MOST = 100;

    static final String CHECK_BROKEN_OFF = "The program ended before the file was checked to its end. Send it again.";

    private static final Logger log = LoggerFactory.getLogger(ImportDesk.class);
    private static final Duration KEPT = Duration.ofDays(7);

    private final Importer importer;
    private final Imports imports;
    private final ImportFiles files;
    private final Set<Long> atWork = ConcurrentHashMap.newKeySet();
    private final Object step = new Object();
    private final ImportWorker worker;

    ImportDesk(Importer importer, Imports imports, ImportFiles files) {
        this.importer = importer;
        this.imports = imports;
        this.files = files;
        this.worker = new ImportWorker(imports, files);
    }

    /**
     * How far a file is read that is at work.
     *
     * @param line the line that was reached
     * @param lines about how many there are
     */
    public record Progress(long line, long lines) {}

    /** An import as it is: one that a program left in the middle of its work says so. */
    public Optional<Entry> find(long id) {
        return imports.find(id).map(this::asItIs);
    }

    /** The same of one that was read before. */
    public Entry asItIs(Entry entry) {
        if (!isWorking(entry) || atWork.contains(entry.id())) {
            return entry;
        }
        // It may have come to its end since it was read: the end is written before the work is put aside.
        Entry now = imports.find(entry.id()).orElse(entry);
        return atWork.contains(entry.id()) ? now : atRest(now);
    }

    /** How far one is; empty where it waits, or is not at work. */
    public Optional<Progress> progress(long id) {
        return worker.progress(id);
    }

    /** The longest file that is taken, in millions of bytes. */
    public long megabytes() {
        return files.megabytes();
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

    /** Makes one; empty where {@link #MOST} are kept already. */
    public Optional<Entry> add(Entry wanted) {
        sweep();
        return imports.count() >= MOST ? Optional.empty() : imports.find(imports.add(wanted));
    }

    /** Forgets imports of more than a week ago, and files that nobody waits for. */
    public void sweep() {
        imports.olderThan(KEPT).forEach(old -> remove(old.id()));
        files.removeParts();
        files.numbers().forEach(this::removeDone);
    }

    private void removeDone(long id) {
        if (take(id)) {
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
    public ImportAnswer receive(long id, InputStream body) {
        return holding(id, entry -> {
            if (entry.state() == State.APPLIED) {
                return ImportAnswer.NOT_READY;
            }
            // Whatever ends this in the middle: what was checked is not the file that is there then.
            imports.set(id, State.EMPTY, "", "");
            ImportAnswer received = files.receive(id, body);
            if (received != ImportAnswer.BEGUN) {
                imports.set(id, entry.state(), entry.report(), entry.problem());
                return received;
            }
            return begin(
                    entry.at(State.EMPTY, "Too many imports waited. Send the file again."),
                    State.CHECKING,
                    told -> importer.check(request(entry), told));
        });
    }

    /** Begins to put its people on the list, or goes on with that. */
    public ImportAnswer apply(long id) {
        return apply(id, "");
    }

    /**
     * Begins to put its people on the list, or goes on with that.
     *
     * @param consent how these people agreed to get mail; counts where that was not said before
     */
    public ImportAnswer apply(long id, String consent) {
        return holding(id, entry -> {
            boolean ready = entry.state() == State.CHECKED || entry.state() == State.INTERRUPTED;
            if (!ready || !files.has(id)) {
                return ImportAnswer.NOT_READY;
            }
            Entry agreed = entry.consent().isBlank() ? entry.agreed(consent) : entry;
            if (agreed.consent().isBlank()) {
                return ImportAnswer.NO_CONSENT;
            }
            imports.agree(id, agreed.consent());
            return begin(agreed, State.APPLYING, told -> importer.apply(request(agreed), told));
        });
    }

    /**
     * Writes the rows that one would skip as a CSV file that can be mended and imported again.
     *
     * @param out not closed by this; nothing is written where the file is not checked, or not there any more
     */
    public void writeSkipped(Entry entry, Writer out) throws IOException {
        if (entry.state() == State.CHECKED && files.has(entry.id())) {
            importer.check(request(entry), out);
        }
    }

    /**
     * Forgets one and its file; people who were put on a list stay there.
     *
     * @return false where it is at work
     */
    public boolean remove(long id) {
        if (!take(id)) {
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
    private ImportAnswer holding(long id, Function<Entry, ImportAnswer> beginning) {
        if (!take(id)) {
            return ImportAnswer.AT_WORK;
        }
        ImportAnswer answer = ImportAnswer.MISSING;
        try {
            answer = imports.find(id).map(ImportDesk::atRest).map(beginning).orElse(ImportAnswer.MISSING);
            return answer;
        } finally {
            if (answer != ImportAnswer.BEGUN) {
                atWork.remove(id);
            }
        }
    }

    private ImportAnswer begin(Entry before, State state, ImportWorker.Work work) {
        return worker.begin(before, state, work, note -> end(before.id(), note))
                ? ImportAnswer.BEGUN
                : ImportAnswer.NO_ROOM;
    }

    /** Notes how work ended and puts it aside in one step: whoever reads the new state finds nobody at work. */
    private void end(long id, Runnable note) {
        synchronized (step) {
            try {
                note.run();
            } catch (RuntimeException e) {
                log.error("what came of import {} could not be noted", id, e);
            } finally {
                atWork.remove(id);
            }
        }
    }

    private boolean take(long id) {
        synchronized (step) {
            return atWork.add(id);
        }
    }

    private ImportRequest request(Entry entry) {
        ImportRequest request = ImportRequest.of(files.of(entry.id()), entry.list())
                .called(entry.fileName())
                .by(entry.actor())
                .agreed(entry.consent());
        return entry.optOuts() ? request : request.withoutOptOuts();
    }

    @Override
    public void destroy() throws InterruptedException {
        worker.end();
    }
}
