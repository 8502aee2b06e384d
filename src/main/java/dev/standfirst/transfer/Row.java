package dev.standfirst.transfer;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;

/**
 * A row as it stands in a file.
 *
 * @param line the line on which it begins, from 1
 * @param cells from the left; no row has none
 */
record Row(long line, List<String> cells) {

    Row(CsvRecord read) {
        this(read.getStartingLineNumber(), read.getFields());
    }

    /** What a cell means, empty where the row is too short for it or the column is -1. */
    String cell(int column) {
        return column >= 0 && column < cells.size() ? SafeCell.open(cells.get(column)) : "";
    }

    /** How many cells there are up to the last that is filled. */
    int width() {
        int width = cells.size();
        while (width > 0 && cells.get(width - 1).isBlank()) {
            width--;
        }
        return width;
    }

    /** Spreadsheets write such rows below their tables. */
    boolean isBlank() {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }
}
