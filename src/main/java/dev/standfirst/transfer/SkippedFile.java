package dev.standfirst.transfer;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes skipped rows as a file that can be mended and imported again: the columns of the input, then the line and the
 * reason, which an import passes over.
 */
final class SkippedFile {

    private final CsvWriter out;
    private final int width;

    SkippedFile(Writer writer, Header header) {
        out = Cells.writer(writer);
        width = header.names().size();
        List<String> names = new ArrayList<>(header.names());
        names.add("skipped_line");
        names.add("skipped_reason");
        out.writeRecord(names.stream().map(SafeCell::close).toList());
    }

    /** Adds a row as it stands in the input. */
    void add(Row row, Skipped skipped) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < Math.max(width, row.width()); column++) {
            cells.add(SafeCell.close(row.cell(column)));
        }
        cells.add(width, Long.toString(skipped.line()));
        cells.add(width + 1, SafeCell.close(skipped.words()));
        out.writeRecord(cells);
    }

    void end() throws IOException {
        out.flush();
    }
}
