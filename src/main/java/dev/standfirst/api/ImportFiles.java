package dev.standfirst.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** The files of imports, in the data folder; named by number alone, whatever they were called. */
@Component
class ImportFiles {

    private static final int PIECE = 64 * 1024;

    private final Path folder;
    private final DataSize limit;

    ImportFiles(@Value("${standfirst.data}") Path data, @Value("${standfirst.api.import-limit:512MB}") DataSize limit) {
        this.folder = data.resolve("imports");
        this.limit = limit;
    }

    Path of(long id) {
        return folder.resolve(id + ".csv");
    }

    /**
     * Takes a file in, whole or not at all.
     *
     * @throws Refusal where it is too long, or was not sent to its end
     */
    void receive(long id, InputStream body) {
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, id + "-", ".part");
            try {
                copy(body, part);
                Files.move(part, of(id), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw Refusal.of(
                    ProblemKind.REQUEST_WRONG,
                    "The file was not sent to its end, or there is no room for it. Nothing was changed.");
        }
    }

    void remove(long id) {
        try {
            Files.deleteIfExists(of(id));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + of(id), e);
        }
    }

    private void copy(InputStream body, Path target) throws IOException {
        byte[] piece = new byte[PIECE];
        long all = 0;
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int length = body.read(piece); length >= 0; length = body.read(piece)) {
                all += length;
                if (all > limit.toBytes()) {
                    throw Refusal.of(
                                    ProblemKind.TOO_LARGE,
                                    "The file is larger than %d megabytes. Split it and import the parts one after the other. Nothing was changed."
                                            .formatted(limit.toMegabytes()))
                            .header("Connection", "close");
                }
                out.write(piece, 0, length);
            }
        }
    }
}
