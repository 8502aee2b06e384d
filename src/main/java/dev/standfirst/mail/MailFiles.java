package dev.standfirst.mail;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** A folder of mails, one {@code .eml} file each, whose names sort by arrival and tell the recipient. */
final class MailFiles {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Clock clock;
    private final AtomicLong number = new AtomicLong();

    MailFiles(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Writes the bytes of one mail. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Keeps a mail. It appears in the folder whole or not at all, also when the process dies. */
    Path keep(String recipient, Content content) throws IOException {
        Files.createDirectories(folder);
        String name = "%s-%04d-%s".formatted(STAMP.format(clock.instant()), number.incrementAndGet(), safe(recipient));
        Path unfinished = folder.resolve(name + ".part");
        try (OutputStream out = Files.newOutputStream(unfinished)) {
            content.writeTo(out);
        }
        return Files.move(unfinished, folder.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * What a file's name says of the recipient: the same as {@link #safe} of it; empty where it is none of these files.
     */
    static String recipient(String name) {
        String[] parts = name.split("-", 3);
        return parts.length < 3 ? "" : parts[2];
    }

    /** A recipient in characters that every file system takes, cut where it is long. */
    static String safe(String recipient) {
        String safe = recipient.replaceAll("[^A-Za-z0-9@._+-]", "_");
        return safe.length() <= 100 ? safe : safe.substring(0, 100);
    }
}
