package dev.standfirst.transfer;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of people that can be read, as often as wanted: its encoding, separator and columns are known.
 *
 * @param file where it is
 * @param survey what its bytes tell
 * @param layout how its rows are written
 * @param header what its columns mean
 */
record PeopleFile(Path file, Survey survey, Rows.Layout layout, Header header) {

    private static final int SAMPLE = 1 << 16;
    private static final int SAMPLE_ROWS = 20;
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final Pattern SAYS_SEPARATOR = Pattern.compile("^\"?sep=([^\\p{L}\\p{Nd}\"\r\n])\"?\r?\n?");

    /**
     * Looks at every byte of a file, and at the rows at its beginning.
     *
     * @param encoding the encoding that somebody named, or empty where it is to be found
     * @throws FileProblem where there is no table of people in it
     */
    static PeopleFile open(Path file, Optional<Charset> encoding) throws IOException {
        Survey survey = Survey.of(file, encoding);
        String sample = sample(file, survey);
        Matcher said = SAYS_SEPARATOR.matcher(sample);
        boolean says = said.find();
        String table = says ? sample.substring(said.end()) : sample;
        char[] separators = says ? new char[] {said.group(1).charAt(0)} : SEPARATORS;
        requireFewColumns(file, table, separators);
        Guess best = Guess.best(table, separators);
        Header header = best.header().orElseThrow(() -> noAddresses(file, best));
        return new PeopleFile(
                file, survey, new Rows.Layout(survey.charset(), survey.mark(), best.separator(), says), header);
    }

    /** The rows below the header. */
    Rows rows() throws IOException {
        Rows rows = Rows.open(file, layout);
        if (header.inFile()) {
            rows.next();
        }
        return rows;
    }

    /**
     * How the rows look with one separator.
     *
     * @param rows the first ones
     * @param header what the columns mean, where one has addresses
     */
    private record Guess(char separator, List<Row> rows, Optional<Header> header) {

        /** The separator with which there is a column of addresses, and among those the most columns. */
        static Guess best(String table, char[] separators) {
            Guess best = of(table, separators[0]);
            for (char separator : separators) {
                Guess guess = of(table, separator);
                if (guess.worth() > best.worth()) {
                    best = guess;
                }
            }
            return best;
        }

        private static Guess of(String table, char separator) {
            List<Row> rows = firstRows(table, separator);
            if (rows.isEmpty()) {
                return new Guess(separator, rows, Optional.empty());
            }
            Row first = rows.get(0);
            return new Guess(
                    separator,
                    rows,
                    Header.named(first)
                            .or(() -> Header.unnamed(first))
                            .or(() -> Header.guessed(first, rows.subList(1, rows.size()))));
        }

        private int worth() {
            int width = rows.isEmpty() ? 0 : rows.get(0).cells().size();
            return header.isPresent() ? width + SAMPLE : width;
        }
    }

    private static String sample(Path file, Survey survey) throws IOException {
        try (Reader text = Rows.text(file, new Rows.Layout(survey.charset(), survey.mark(), ',', false))) {
            char[] sample = new char[SAMPLE];
            int length = 0;
            for (int more = text.read(sample); more > 0; more = text.read(sample, length, SAMPLE - length)) {
                length += more;
            }
            return new String(sample, 0, length);
        } catch (CharacterCodingException e) {
            throw Rows.notInEncoding(file, survey.charset());
        }
    }

    /** The rows of a text that may be cut anywhere: until it no longer is a table. */
    private static List<Row> firstRows(String table, char separator) {
        List<Row> first = new ArrayList<>();
        try (var rows = Rows.read(new StringReader(table), separator)) {
            for (var read : rows) {
                Row row = new Row(read);
                if (!row.isBlank()) {
                    first.add(row);
                }
                if (first.size() > SAMPLE_ROWS) {
                    break;
                }
            }
            return first;
        } catch (CsvParseException e) {
            return first;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A row that is too wide cannot be read, so a separator that stands nowhere would be taken for the right one. */
    private static void requireFewColumns(Path file, String table, char[] separators) throws FileProblem {
        String line = table.lines().findFirst().orElse("");
        for (char separator : separators) {
            long columns = 1 + line.chars().filter(c -> c == separator).count();
            if (columns > Rows.COLUMNS) {
                throw new FileProblem(
                        "the first line of %s has %,d columns".formatted(Survey.name(file), columns),
                        "A table of people may have %,d. Look whether this is a CSV file.".formatted(Rows.COLUMNS));
            }
        }
    }

    private static FileProblem noAddresses(Path file, Guess best) {
        String name = Survey.name(file);
        if (best.rows().isEmpty()) {
            return new FileProblem(
                    "there are no rows in " + name, "Export the people again and look into the file first.");
        }
        List<String> names = best.rows().get(0).cells();
        String shown = String.join(", ", names.subList(0, Math.min(names.size(), 6)));
        return new FileProblem(
                "%s has no column of addresses; its first line is: %s"
                        .formatted(name, shown.length() <= 80 ? shown : shown.substring(0, 79) + "…"),
                "Name the column of addresses \"email\" in the first line.");
    }
}
