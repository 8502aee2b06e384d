package dev.standfirst.delivery;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * One record of a {@link Journal}: its length in bytes (2), its kind (1), its content, and the CRC-32C of kind and
 * content (4). A file may end in the middle of one, where a process or a machine died.
 */
sealed interface JournalRecord {

    /** No record is longer, in bytes. */
    int LONGEST = 1_200;

    /** Texts are cut to so many bytes. */
    int TEXT = 1_000;

    /**
     * Whose file it is.
     *
     * @param owner who claims the rows, as the ledger keeps it
     * @param boot tells one start of the machine from another; empty where the system does not say
     */
    record Begun(String owner, String boot) implements JournalRecord {
        @Override
        public void content(ByteBuffer to) {
            text(to, owner);
            text(to, boot);
        }

        @Override
        public byte kind() {
            return 'B';
        }
    }

    /**
     * The final dot of a mail is about to be sent.
     *
     * @param id of the row
     * @param attempt how many tries this one makes: what a row has more of was written later
     */
    record Handing(long id, int attempt) implements JournalRecord {
        @Override
        public void content(ByteBuffer to) {
            to.putLong(id);
            to.putInt(attempt);
        }

        @Override
        public byte kind() {
            return 'H';
        }
    }

    /**
     * What became of it.
     *
     * @param attempt as of its {@link Handing}
     */
    record Result(Settlement settlement, int attempt) implements JournalRecord {
        @Override
        public void content(ByteBuffer to) {
            to.putInt(attempt);
            to.putLong(settlement.id());
            text(to, settlement.state().name());
            to.putLong(settlement.due().toEpochMilli());
            to.put((byte) settlement.attempts());
            to.put((byte) settlement.doubts());
            to.put((byte) (settlement.taken() ? 1 : 0));
            text(to, settlement.reply());
        }

        @Override
        public byte kind() {
            return 'R';
        }
    }

    /** Tells the kinds apart. */
    byte kind();

    /** Writes what it says. */
    void content(ByteBuffer to);

    /** Writes the record. */
    default void put(ByteBuffer to) {
        int start = to.position();
        to.putShort((short) 0).put(kind());
        content(to);
        int end = to.position();
        to.putInt(sum(to, start + 2, end));
        to.putShort(start, (short) (to.position() - start));
    }

    /** Reads the records of a file, up to the first that is not whole. */
    static List<JournalRecord> read(ByteBuffer from) {
        List<JournalRecord> records = new ArrayList<>();
        for (Optional<JournalRecord> next = next(from); next.isPresent(); next = next(from)) {
            records.add(next.get());
        }
        return records;
    }

    private static Optional<JournalRecord> next(ByteBuffer from) {
        int start = from.position();
        if (from.remaining() < 7) {
            return Optional.empty();
        }
        int length = from.getShort(start);
        int end = start + length - 4;
        if (length < 7 || length > from.remaining() || from.getInt(end) != sum(from, start + 2, end)) {
            return Optional.empty();
        }
        ByteBuffer content = from.duplicate().position(start + 3).limit(end);
        from.position(start + length);
        try {
            return Optional.of(of(from.get(start + 2), content));
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static JournalRecord of(byte kind, ByteBuffer content) {
        return switch (kind) {
            case 'B' -> new Begun(text(content), text(content));
            case 'H' -> new Handing(content.getLong(), content.getInt());
            default -> {
                int attempt = content.getInt();
                yield new Result(settlement(content), attempt);
            }
        };
    }

    private static Settlement settlement(ByteBuffer content) {
        long id = content.getLong();
        DeliveryState state = DeliveryState.valueOf(text(content));
        Instant due = Instant.ofEpochMilli(content.getLong());
        int attempts = content.get();
        int doubts = content.get();
        boolean taken = content.get() == 1;
        return new Settlement(id, state, text(content), due, attempts, doubts, taken);
    }

    private static void text(ByteBuffer to, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(bytes.length, TEXT / 2);
        to.putShort((short) length).put(bytes, 0, length);
    }

    private static String text(ByteBuffer from) {
        byte[] bytes = new byte[from.getShort()];
        from.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int sum(ByteBuffer bytes, int start, int end) {
        CRC32C sum = new CRC32C();
        sum.update(bytes.duplicate().position(start).limit(end));
        return (int) sum.getValue();
    }
}
