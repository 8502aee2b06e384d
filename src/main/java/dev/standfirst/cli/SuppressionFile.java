package dev.standfirst.cli;

import dev.standfirst.subscriber.SuppressionEntry;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A file with one entry a line, as this program and other list managers write them.
 *
 * @param entries in the order of the file
 * @param wrong lines that are none
 */
record SuppressionFile(List<SuppressionEntry> entries, List<Wrong> wrong) {

    private static final long BYTES = 200_000_000;
    private static final Pattern CELL_END = Pattern.compile("[,;\\t]");
    private static final Set<String> HEADINGS = Set.of("email", "email address", "address", "entry", "domain");

    SuppressionFile {
        entries = List.copyOf(entries);
        wrong = List.copyOf(wrong);
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

    static SuppressionFile read(Path file) {
        List<SuppressionEntry> entries = new ArrayList<>();
        List<Wrong> wrong = new ArrayList<>();
        try {
            requireSmall(file);
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                long number = 0;
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    read(line, ++number, entries, wrong);
                }
            }
        } catch (IOException e) {
            throw new CommandException(ExitCode.WRONG_USE, reason(file, e), "Nothing was changed.").causedBy(e);
        }
        return new SuppressionFile(entries, wrong);
    }

    private static void read(String line, long number, List<SuppressionEntry> entries, List<Wrong> wrong) {
        String cell = CELL_END.split(line.replace("\uFEFF", ""), 2)[0].strip().replaceAll("^\"|\"$", "");
        boolean heading = number == 1 && HEADINGS.contains(cell.toLowerCase(Locale.ROOT));
        if (heading || cell.isEmpty() || cell.startsWith("#")) {
            return;
        }
        Optional<SuppressionEntry> entry = SuppressionEntry.parse(cell);
        entry.ifPresentOrElse(entries::add, () -> wrong.add(new Wrong(number, cell)));
    }

    private static void requireSmall(Path file) throws IOException {
        if (Files.size(file) > BYTES) {
            throw new IOException("%s is larger than %,d MB; split it".formatted(file, BYTES / 1_000_000));
        }
    }

    private static String reason(Path file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no file " + file;
        }
        return e instanceof MalformedInputException
                ? file + " is no text in UTF-8; save it as one"
                : "cannot read %s: %s".formatted(file, e.getMessage());
    }
}
