package dev.standfirst.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One reading of a file, in pieces that fit into a transaction. Where the pieces end depends on the file alone. */
final class Pass implements Closeable {

    /** Rows a piece. */
    static final int PIECE = 5_000;

    /** The most rows a file may have; more do not fit into the memory of a command. */
    static final long MOST = 5_000_000;

    private final Rows rows;
    private final RowReader reader;
    private final SeenLines seen;
    private final Set<String> inPiece = new HashSet<>();
    private List<Item> ahead = new ArrayList<>();

    private Pass(Rows rows, RowReader reader, SeenLines seen) {
        this.rows = rows;
        this.reader = reader;
        this.seen = seen;
    }

    /**
     * A row and what it says.
     *
     * @param again whether an earlier line has the same address
     */
    record Item(Row row, RowReader.Reading reading, boolean again) {}

    static Pass over(PeopleFile file, RowReader reader) throws IOException {
        return new Pass(
                file.rows(), reader, new SeenLines(Math.min(file.survey().lines(), MOST)));
    }

    /** The next piece; empty after the last. */
    List<Item> next() throws IOException {
        List<Item> piece = ahead;
        ahead = new ArrayList<>();
        inPiece.clear();
        piece.forEach(item -> normalOf(item).ifPresent(inPiece::add));
        while (piece.size() < PIECE) {
            Row row = rows.next();
            if (row == null) {
                return piece;
            }
            Item item = item(row);
            if (item.again() && normalOf(item).filter(inPiece::contains).isPresent()) {
                // What the file said of this person before has to be done first.
                ahead.add(item);
                return piece;
            }
            normalOf(item).ifPresent(inPiece::add);
            piece.add(item);
        }
        return piece;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private static Optional<String> normalOf(Item item) {
        return item.reading() instanceof RowReader.Reading.Person person
                ? Optional.of(person.candidate().normal())
                : Optional.empty();
    }

    /** A second line about somebody counts where it says that the person left: that is never passed over. */
    private Item item(Row row) {
        RowReader.Reading reading = reader.read(row);
        if (reading instanceof RowReader.Reading.Person person) {
            int before = seen.put(person.candidate().normal(), row.line());
            boolean mailed = person.candidate().standing() == Standing.ACTIVE
                    || person.candidate().standing() == Standing.UNCONFIRMED;
            return before > 0 && mailed
                    ? new Item(
                            row,
                            new RowReader.Reading.Unusable(SkipReason.TWICE, "same address as line " + before),
                            true)
                    : new Item(row, reading, before > 0);
        }
        return new Item(row, reading, false);
    }
}
