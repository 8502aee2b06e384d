package dev.standfirst.transfer;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What an import does, or did.
 *
 * @param number the number of the import; empty where the file was only checked
 * @param name what the file is called
 * @param shape how the file was read
 * @param counts how many rows came to what
 * @param reasons how many rows are skipped for each reason
 * @param first the first hundred rows that are skipped, and after a check one of every reason
 * @param resumedAt the line behind which an interrupted import went on, or empty
 */
public record ImportReport(
        OptionalLong number,
        String name,
        Shape shape,
        Counts counts,
        Map<SkipReason, Long> reasons,
        List<Skipped> first,
        OptionalLong resumedAt) {

    public ImportReport {
        reasons = Map.copyOf(reasons);
        first = List.copyOf(first);
    }

    /** The first rows that are skipped, where a few are enough. */
    public List<Skipped> first(int most) {
        return first.subList(0, Math.min(most, first.size()));
    }

    /** The same without rows of people. */
    ImportReport withoutRows() {
        return new ImportReport(number, name, shape, counts, reasons, List.of(), resumedAt);
    }

    /**
     * How a file was read.
     *
     * @param program the program that exported it, empty where it is not known
     * @param encoding the encoding of its letters
     * @param separator in words: "comma", "semicolon", "tab"
     * @param columns what each column means, from the left
     */
    public record Shape(String program, String encoding, String separator, List<Column> columns) {

        public Shape {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A column.
     *
     * @param name as the file has it
     * @param meaning as the program understands it: "email", "first_name", "attribute", or empty where it is left out
     */
    public record Column(String name, String meaning) {}

    /**
     * How many rows came to what; every row is one of added, changed, known and skipped.
     *
     * @param rows all of them, without the header and empty lines
     * @param added people who were not on the list
     * @param changed people who are on it and get a new name, attribute or preference, or are confirmed by it
     * @param known people who are on it as they are
     * @param skipped rows that put nobody on the list
     * @param keptOut of those, people who are kept out from now on because the file says that they left
     */
    public record Counts(long rows, long added, long changed, long known, long skipped, long keptOut) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);
    }
}
