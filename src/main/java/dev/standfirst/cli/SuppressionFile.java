package dev.standfirst.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.SuppressionEntry;
import dev.standfirst.subscriber.Suppressions.Cause;
import dev.standfirst.subscriber.Suppressions.Kept;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A file of entries: as this program exports them, a table of entry, kind, reason and time, or with one entry a line,
 * as other list managers write them. It is read as often as it is asked, and never kept in memory.
 */
final class SuppressionFile {

    /** The first line of a table. */
    static final List<String> COLUMNS = List.of("entry", "kind", "reason", "since");

    /** How many wrong lines are told. */
    static final int SHOWN = 20;

    private static final String TABLE = String.join(",", COLUMNS);
    private static final long BYTES = 200_000_000;
    private static final Pattern CELL_END = Pattern.compile("[,;\\t]");
    private static final Set<String> HEADINGS = Set.of("email", "email address", "address", "entry", "domain");
    private static final Set<String> KINDS =
            Arrays.stream(Cause.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private final Path file;
    private final Reason otherwise;

    /** @param otherwise the reason of entries that come without one */
    SuppressionFile(Path file, Reason otherwise) {
        this.file = file;
        this.otherwise = otherwise;
    }

    /**
     * A line that is no entry.
     *
     * @param number from 1
     * @param text cut where it is long
     */
    record Wrong(long number, String text) {

        private static final int LENGTH = 60;

        Wrong {
            text = text.length() <= LENGTH ? text : text.substring(0, LENGTH) + "…";
        }
    }

    /**
     * What the whole file has.
     *
     * @param entries how many
     * @param wrong how many lines are none
     * @param first the first of these
     */
    record Checked(long entries, long wrong, List<Wrong> first) {

        Checked {
            first = List.copyOf(first);
        }
    }

    Checked check() {
        List<Wrong> first = new ArrayList<>();
        long[] counts = new long[2];
        read(entry -> counts[0]++, wrong -> {
            counts[1]++;
            if (first.size() < SHOWN) {
                first.add(wrong);
            }
        });
        return new Checked(counts[0], counts[1], first);
    }

    /** Hands on each entry, in the order of the file. */
    void each(Consumer<Kept> action) {
        read(action, wrong -> {
            throw new CommandException(
                    ExitCode.FAILED, file + " was changed while it was read", "Nothing was changed. Import it again.");
        });
    }

    private void read(Consumer<Kept> entries, Consumer<Wrong> wrong) {
        try {
            requireSmall();
            try (BufferedReader text = Files.newBufferedReader(file)) {
                String first = text.readLine();
                if (first != null && withoutMark(first).strip().equals(TABLE)) {
                    readTable(text, entries, wrong);
                } else {
                    readLines(first, text, entries, wrong);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            IOException cause = e instanceof IOException plain
                    ? plain
                    : Objects.requireNonNull(((UncheckedIOException) e).getCause());
            throw new CommandException(ExitCode.WRONG_USE, reason(cause), "Nothing was changed.").causedBy(e);
        } catch (CsvParseException e) {
            throw new CommandException(
                            ExitCode.WRONG_USE,
                            "%s is no table: %s".formatted(file, e.getMessage()),
                            "Nothing was changed.")
                    .causedBy(e);
        }
    }

    private void readTable(BufferedReader text, Consumer<Kept> entries, Consumer<Wrong> wrong) {
        CsvReader<CsvRecord> rows =
                CsvReader.builder().allowUnclosedQuote(false).ofCsvRecord(text);
        for (CsvRecord row : rows) {
            List<String> cells = row.getFields();
            Optional<Kept> entry = cells.size() == COLUMNS.size() ? kept(cells) : Optional.empty();
            entry.ifPresentOrElse(
                    entries, () -> wrong.accept(new Wrong(row.getStartingLineNumber() + 1, String.join(",", cells))));
        }
    }

    private Optional<Kept> kept(List<String> cells) {
        if (!KINDS.contains(cells.get(1))) {
            return Optional.empty();
        }
        try {
            Instant since = Instant.parse(cells.get(3));
            Reason reason = cells.get(2).isBlank()
                    ? otherwise
                    : new Reason(cells.get(2), otherwise.actor(), otherwise.origin(), otherwise.words());
            return SuppressionEntry.parse(cells.get(0))
                    .map(entry -> new Kept(entry, Cause.valueOf(cells.get(1)), reason, Optional.of(since)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void readLines(@Nullable String first, BufferedReader text, Consumer<Kept> entries, Consumer<Wrong> wrong)
            throws IOException {
        long number = 0;
        for (String line = first; line != null; line = text.readLine()) {
            number++;
            String cell = CELL_END.split(withoutMark(line), 2)[0].strip().replaceAll("^\"|\"$", "");
            boolean heading = number == 1 && HEADINGS.contains(cell.toLowerCase(Locale.ROOT));
            if (!heading && !cell.isEmpty() && !cell.startsWith("#")) {
                Wrong none = new Wrong(number, cell);
                SuppressionEntry.parse(cell)
                        .map(entry -> new Kept(entry, Cause.OPERATOR, otherwise, Optional.empty()))
                        .ifPresentOrElse(entries, () -> wrong.accept(none));
            }
        }
    }

    private static String withoutMark(String line) {
        return line.replace("\uFEFF", "");
    }

    private void requireSmall() throws IOException {
        if (Files.size(file) > BYTES) {
            throw new IOException("it is larger than %,d MB; split it".formatted(BYTES / 1_000_000));
        }
    }

    private String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no file " + file;
        }
        return e instanceof MalformedInputException
                ? file + " is no text in UTF-8; save it as one"
                : "cannot read %s: %s".formatted(file, e.getMessage());
    }
}
