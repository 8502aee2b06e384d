package dev.standfirst.transfer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.FieldModifier;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file, one after the other, empty lines left out. Cells that stand in quotes are as they are; others are
 * without the space around them.
 */
final class Rows implements Closeable {

    /** Larger cells and rows are a slip: an open quote, or no table at all. In characters. */
    private static final int CELL = 1 << 18;

    private static final int ROW = 1 << 20;
    /** As many columns as a table of people may have. */
    static final int COLUMNS = 1_000;

    private static final FieldModifier STRIPPED = new FieldModifier() {
        @Override
        public String modify(long line, int column, boolean quoted, String cell) {
            return quoted ? cell : cell.strip();
        }
    };

    private final Path file;
    private final Layout layout;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> rows;

    private Rows(Path file, Layout layout, CsvReader<CsvRecord> reader) {
        this.file = file;
        this.layout = layout;
        this.reader = reader;
        this.rows = reader.iterator();
    }

    /**
     * How the rows of a file are written.
     *
     * @param charset how bytes are characters
     * @param mark the length of its byte order mark, in bytes
     * @param separator what stands between cells
     * @param saysSeparator whether the first line only names the separator: {@code sep=;}
     */
    record Layout(Charset charset, int mark, char separator, boolean saysSeparator) {}

    static Rows open(Path file, Layout layout) throws IOException {
        Reader text = text(file, layout);
        CsvReader<CsvRecord> reader = read(text, layout.separator());
        if (layout.saysSeparator()) {
            reader.skipLines(1);
        }
        return new Rows(file, layout, reader);
    }

    static CsvReader<CsvRecord> read(Reader text, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .trimWhitespacesAroundQuotes(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(ROW)
                .build(
                        CsvRecordHandler.of(limits -> limits.maxFields(COLUMNS)
                                .maxFieldSize(CELL)
                                .maxRecordSize(ROW)
                                .fieldModifier(STRIPPED)),
                        text);
    }

    /** The characters of a file; a byte that is none stops the reading instead of becoming another one. */
    static Reader text(Path file, Layout layout) throws IOException {
        var bytes = Files.newInputStream(file);
        bytes.skipNBytes(layout.mark());
        return new BufferedReader(new InputStreamReader(
                bytes,
                layout.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    static FileProblem notInEncoding(Path file, Charset charset) {
        return new FileProblem(
                "%s has bytes that are no letters in %s".formatted(Survey.name(file), charset),
                "Save it as \"CSV UTF-8\", or name another encoding.");
    }

    /**
     * The next row, or nothing after the last.
     *
     * @throws FileProblem where a quote is open, or a row is too long to be one
     */
    @Nullable
    Row next() throws IOException {
        try {
            while (rows.hasNext()) {
                Row row = new Row(rows.next());
                if (!row.isBlank()) {
                    return row;
                }
            }
            return null;
        } catch (CsvParseException e) {
            throw problem();
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CharacterCodingException
                    ? notInEncoding(file, layout.charset())
                    : e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** The reader tells what is wrong in words for programmers; which line it is, and what to do, is found anew. */
    private FileProblem problem() throws IOException {
        String name = Survey.name(file);
        Slip.At slip = Slip.find(text(file, layout), layout.separator(), CELL);
        if (slip.quote()) {
            return new FileProblem(
                    "line %,d of %s: a quote opens here that is not closed at the end of its cell"
                            .formatted(slip.line(), name),
                    "Close it, or write a quote inside a cell twice (\"\").");
        }
        return new FileProblem(
                "line %,d of %s is too long to be a row of people".formatted(slip.line(), name),
                "A row may have %,d columns, a cell %,d characters. Look whether this is a CSV file."
                        .formatted(COLUMNS, CELL));
    }
}
