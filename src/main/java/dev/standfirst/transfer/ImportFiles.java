package dev.standfirst.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** The files of imports, in the data folder; named by number alone, whatever they were called. */
@Component
class ImportFiles {

    private static final Logger log = LoggerFactory.getLogger(ImportFiles.class);
    private static final int PIECE = 64 * 1024;
    private static final long MEGABYTE = 1_000_000;
    private static final Duration ARRIVING = Duration.ofDays(1);
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}\\.csv");
    private static final Pattern PART = Pattern.compile("[0-9]{1,18}-[0-9]+\\.part");

    private final Path folder;
    private final DataSize limit;
    private final Clock clock;

    ImportFiles(
            @Value("${standfirst.data}") Path data,
            @Value("${standfirst.api.import-limit:" + ImportRequest.LARGEST_FILE + "B}") DataSize limit,
            Clock clock) {
        this.clock = clock;
        this.folder = data.resolve("imports");
        this.limit = limit;
    }

    Path of(long id) {
        return folder.resolve(id + ".csv");
    }

    /**
     * Takes a file in, whole or not at all.
     *
     * @return {@link ImportAnswer#BEGUN}, or why it is not here: it is too long, or was not sent to its end
     */
    ImportAnswer receive(long id, InputStream body) {
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, id + "-", ".part");
            try {
                if (!copy(body, part)) {
                    return ImportAnswer.TOO_LARGE;
                }
                Files.move(part, of(id), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                return ImportAnswer.BEGUN;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            log.warn("the file of import {} did not come in", id, e);
            return ImportAnswer.NOT_WHOLE;
        }
    }

    void remove(long id) {
        try {
            Files.deleteIfExists(of(id));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + of(id), e);
        }
    }

    boolean has(long id) {
        return Files.exists(of(id));
    }

    /** The longest file that is taken, in millions of bytes. */
    long megabytes() {
        return limit.toBytes() / MEGABYTE;
    }

    /** About how many lines a file has: its line ends. */
    long lines(long id) throws IOException {
        byte[] piece = new byte[PIECE];
        long lines = 0;
        try (InputStream in = Files.newInputStream(of(id))) {
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                for (int i = 0; i < length; i++) {
                    lines += piece[i] == '\n' ? 1 : 0;
                }
            }
        }
        return lines;
    }

    /** The numbers of the imports whose files are here. */
    List<Long> numbers() {
        return named(WHOLE)
                .map(file -> String.valueOf(file.getFileName()).replace(".csv", ""))
                .map(Long::valueOf)
                .toList();
    }

    /** Removes what began to arrive more than a day ago: its program ended meanwhile. */
    void removeParts() {
        named(PART).forEach(part -> {
            try {
                Instant arrived = Files.getLastModifiedTime(part).toInstant();
                if (arrived.plus(ARRIVING).isBefore(clock.instant())) {
                    Files.deleteIfExists(part);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot remove " + part, e);
            }
        });
    }

    private Stream<Path> named(Pattern name) {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all
                    .filter(file ->
                            name.matcher(String.valueOf(file.getFileName())).matches())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + folder, e);
        }
    }

    /** Whether it was within the limit. */
    private boolean copy(InputStream body, Path target) throws IOException {
        byte[] piece = new byte[PIECE];
        long all = 0;
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int length = body.read(piece); length >= 0; length = body.read(piece)) {
                all += length;
                if (all > limit.toBytes()) {
                    return false;
                }
                out.write(piece, 0, length);
            }
        }
        return true;
    }
}
