package dev.standfirst.subscriber;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Subscription.Status;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;

/** People in and out as CSV. */
@Component
public class SubscriberCsv {

    private static final Set<String> ADDRESS_COLUMNS =
            Set.of("email", "e-mail", "mail", "address", "email address", "email_address", "e-mail-adresse");
    private static final Set<String> NAME_COLUMNS = Set.of("name", "full name", "full_name", "fullname");
    private static final Set<String> STATUS_COLUMNS = Set.of("status", "state", "subscription status");
    private static final Set<String> MAILED = Set.of("", "active", "confirmed", "enabled", "subscribed");
    private static final int NAME_LENGTH = 500;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final int PAGE = 1000;

    private final Lists lists;
    private final Subscriptions subscriptions;

    SubscriberCsv(Lists lists, Subscriptions subscriptions) {
        this.lists = lists;
        this.subscriptions = subscriptions;
    }

    /**
     * What an import does, or would do.
     *
     * @param rows how many rows the file has, without its header
     * @param added people who were not on the list
     * @param renamed people who are on it and get the name of the file
     * @param known people who are on it as they are
     * @param skipped rows that change nothing, each with its reason
     */
    public record Report(int rows, int added, int renamed, int known, List<Skipped> skipped) {

        public Report {
            skipped = List.copyOf(skipped);
        }
    }

    /**
     * A row that changes nothing.
     *
     * @param line its line in the file, from 1
     * @param value what stands where the address should be, cut to 60 characters
     * @param reason why, fit behind the value
     */
    public record Skipped(long line, String value, String reason) {}

    /**
     * Checks every row of a file without changing anything.
     *
     * @throws IOException where the file is no CSV text, with a message for people
     */
    public Report check(Path file, String list) throws IOException {
        return read(file, new Import(list, Optional.empty()));
    }

    /**
     * Puts the people of a file on a list. A row that cannot be used is skipped and told. Rows that were taken before a
     * failure stay; the same file can be imported again, it adds nobody twice.
     *
     * @param cause why these people are on the list, kept with each: "imported from readers.csv"
     * @throws IOException where the file is no CSV text, with a message for people
     */
    public Report apply(Path file, String list, String cause) throws IOException {
        lists.require(list);
        return read(file, new Import(list, Optional.of(cause)));
    }

    /**
     * Writes the people of a list who are mailed, in the order in which they came. A cell that a spreadsheet would take
     * for a formula gets an apostrophe in front.
     *
     * @return how many
     */
    public long export(String list, Appendable out) throws IOException {
        long count = 0;
        CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord("email", "name", "since");
        List<Subscription> page = subscriptions.page(list, 0, PAGE);
        while (!page.isEmpty()) {
            for (Subscription one : page) {
                if (one.status() == Status.CONFIRMED) {
                    printer.printRecord(safe(one.address().value()), safe(one.name()), one.since());
                    count++;
                }
            }
            page = subscriptions.page(list, page.get(page.size() - 1).id(), PAGE);
        }
        printer.flush();
        return count;
    }

    /** A name on one line, as long as there is room for. */
    private static String tidy(String name) {
        String line = name.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= NAME_LENGTH ? line : line.substring(0, NAME_LENGTH);
    }

    private static String safe(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static String unsafe(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@\t\r".indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }

    private Report read(Path file, Import target) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(CsvText.separator(file))
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(true)
                .get();
        try (Reader text = CsvText.open(file);
                CSVParser rows = CSVParser.parse(text, format)) {
            Columns columns = null;
            for (CSVRecord row : rows) {
                if (columns == null) {
                    columns = Columns.of(row);
                    if (columns.header()) {
                        continue;
                    }
                }
                target.take(row, rows.getCurrentLineNumber(), columns);
            }
        } catch (java.io.UncheckedIOException e) {
            throw new CsvText.NotCsv("the file is not CSV: " + e.getMessage());
        }
        return target.report();
    }

    /**
     * Where a row has what.
     *
     * @param address column of the address
     * @param name column of the name, or -1
     * @param status column that says whether the person is mailed, or -1
     * @param header whether the first row only names the columns
     */
    private record Columns(int address, int name, int status, boolean header) {

        static Columns of(CSVRecord first) throws CsvText.NotCsv {
            int address = find(first, ADDRESS_COLUMNS);
            if (address >= 0) {
                return new Columns(address, find(first, NAME_COLUMNS), find(first, STATUS_COLUMNS), true);
            }
            if (first.get(0).contains("@")) {
                return new Columns(0, first.size() > 1 ? 1 : -1, -1, false);
            }
            throw new CsvText.NotCsv("the file has no column of addresses. Name one \"email\" in its first line.");
        }

        private static int find(CSVRecord header, Set<String> names) {
            for (int i = 0; i < header.size(); i++) {
                if (names.contains(header.get(i).strip().toLowerCase(Locale.ROOT))) {
                    return i;
                }
            }
            return -1;
        }

        private static String cell(CSVRecord row, int column) {
            return column >= 0 && column < row.size() ? unsafe(row.get(column).strip()) : "";
        }
    }

    /** An import at work: counts, and what it does with one row. */
    private final class Import {

        private final String list;
        private final Optional<String> cause;
        private final Map<String, Long> seen = new HashMap<>();
        private final List<Skipped> skipped = new ArrayList<>();
        private int rows;
        private int added;
        private int renamed;
        private int known;

        /** Changes nothing where no cause is given. */
        Import(String list, Optional<String> cause) {
            this.list = list;
            this.cause = cause;
        }

        void take(CSVRecord row, long line, Columns columns) {
            rows++;
            String cell = Columns.cell(row, columns.address());
            String status = Columns.cell(row, columns.status()).toLowerCase(Locale.ROOT);
            if (cell.isEmpty()) {
                skip(line, "(empty)", "no email in this row");
            } else if (!MAILED.contains(status)) {
                skip(line, cell, "is marked \"%s\" in the file".formatted(status));
            } else if (EmailAddress.parse(cell) instanceof EmailAddress.Parsed.Valid valid) {
                take(valid.address(), tidy(Columns.cell(row, columns.name())), line);
            } else {
                skip(line, cell, ((EmailAddress.Parsed.Invalid) EmailAddress.parse(cell)).reason());
            }
        }

        private void take(EmailAddress address, String name, long line) {
            Long before = seen.putIfAbsent(address.normal(), line);
            if (before != null) {
                skip(line, address.value(), "same address as line " + before);
                return;
            }
            Addition outcome = cause.map(why -> subscriptions.add(list, address, name, Reason.of(why)))
                    .orElseGet(() -> subscriptions.foresee(list, address, name));
            if (outcome instanceof Addition.Left left) {
                String day = DAY.format(left.when().atZone(ZoneOffset.UTC));
                skip(line, address.value(), "left on %s; import never adds back".formatted(day));
            } else if (outcome instanceof Addition.Suppressed suppressed) {
                skip(
                        line,
                        address.value(),
                        "is never mailed: " + suppressed.by().words());
            } else if (outcome instanceof Addition.AlreadyThere there) {
                renamed += there.renamed() ? 1 : 0;
                known += there.renamed() ? 0 : 1;
            } else {
                added++;
            }
        }

        private void skip(long line, String value, String reason) {
            skipped.add(new Skipped(line, value.length() <= 60 ? value : value.substring(0, 59) + "…", reason));
        }

        Report report() {
            return new Report(rows, added, renamed, known, skipped);
        }
    }
}
