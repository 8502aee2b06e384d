package dev.standfirst.delivery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What one connection did, written before each final dot and after each answer, so that a process that dies leaves no
 * more in doubt than the mail whose dot was on its way. A record is handed to the system in one write: the death of the
 * process loses none. What the death of the machine may lose is bounded by {@link #sync}, which is called often.
 *
 * <p>It is kept in files of some thousand records; one whose rows are all settled in the database is deleted. Written
 * by the thread of the connection, synchronised and told of settled rows by others.
 */
final class Journal implements AutoCloseable {

    private static final int HANDINGS_IN_A_FILE = 2_000;

    private final Path folder;
    private final String name;
    private final JournalRecord.Begun header;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(JournalRecord.LONGEST);
    private final Deque<Full> full = new ArrayDeque<>();
    private final AtomicLong settled = new AtomicLong();
    private volatile FileChannel channel;
    private Path file;
    private int files;
    private final AtomicLong handed = new AtomicLong();
    private long handedBefore;
    private volatile boolean dirty;

    /**
     * Opens one.
     *
     * @param folder of the edition's journals; made where it is not there
     * @param name of the connection, unique in this process's run
     * @param header whose it is
     * @throws JournalException if it cannot be written
     */
    Journal(Path folder, String name, JournalRecord.Begun header) {
        this.folder = folder;
        this.name = name;
        this.header = header;
        try {
            Files.createDirectories(folder);
            this.file = nextFile();
            this.channel = open(file);
        } catch (IOException e) {
            throw new JournalException(folder, e);
        }
    }

    private record Full(Path file, long handed) {}

    /** The final dot of a row's mail is about to be sent. */
    void handing(Waiting row) {
        if (handed.get() - handedBefore >= HANDINGS_IN_A_FILE) {
            turnOver();
        }
        handed.incrementAndGet();
        write(new JournalRecord.Handing(row.id(), row.attempts() + 1));
    }

    /** A server answered, or the connection broke. */
    void result(Waiting row, Settlement settlement) {
        write(new JournalRecord.Result(settlement, row.attempts() + 1));
    }

    /** That many of the mails whose handing was written are settled in the database. */
    void settled(long mails) {
        settled.addAndGet(mails);
    }

    /** Whether everything that it tells of is settled in the database. */
    boolean isSettled() {
        return settled.get() >= handed.get();
    }

    /** Brings what was written to the disk itself, if there is anything new. */
    void sync() {
        if (dirty) {
            dirty = false;
            try {
                channel.force(false);
            } catch (ClosedChannelException e) {
                // Turned over in this moment: it was brought to the disk then.
                dirty = true;
            } catch (IOException e) {
                throw new JournalException(file, e);
            }
        }
    }

    /** Ends it. Where everything that it tells of is settled, nothing is left. */
    @Override
    public void close() {
        try {
            channel.close();
            deleteSettled();
            if (isSettled()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new JournalException(file, e);
        }
    }

    private void turnOver() {
        try {
            channel.force(false);
            channel.close();
            full.add(new Full(file, handed.get()));
            handedBefore = handed.get();
            file = nextFile();
            channel = open(file);
            deleteSettled();
        } catch (IOException e) {
            throw new JournalException(file, e);
        }
    }

    private void deleteSettled() throws IOException {
        while (!full.isEmpty() && full.peek().handed() <= settled.get()) {
            Files.deleteIfExists(full.remove().file());
        }
    }

    private Path nextFile() {
        return folder.resolve("%s-%06d.journal".formatted(name, files++));
    }

    private FileChannel open(Path path) throws IOException {
        FileChannel opened = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        write(opened, header);
        return opened;
    }

    private void write(JournalRecord written) {
        try {
            write(channel, written);
            dirty = true;
        } catch (IOException e) {
            throw new JournalException(file, e);
        }
    }

    private void write(FileChannel to, JournalRecord written) throws IOException {
        buffer.clear();
        written.put(buffer);
        buffer.flip();
        while (buffer.hasRemaining()) {
            to.write(buffer);
        }
    }
}
