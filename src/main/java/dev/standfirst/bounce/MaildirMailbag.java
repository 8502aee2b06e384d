package dev.standfirst.bounce;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** A Maildir folder: mails lie as files in {@code new}; those that are kept move to {@code cur} when they were read. */
final class MaildirMailbag implements Mailbag {

    private static final String SEEN = ":2,S";

    private final Path folder;
    private final boolean keep;

    MaildirMailbag(Path folder, boolean keep) {
        this.folder = folder;
        this.keep = keep;
    }

    @Override
    public void empty(Reader reader, int most) throws MailbagException {
        try {
            Files.createDirectories(folder.resolve("cur"));
            for (Path file : fresh(most)) {
                if (reader.isEnding()) {
                    return;
                }
                String fingerprint = Fingerprints.of("maildir", folder.toString(), name(file));
                if (reader.known(List.of(fingerprint)).isEmpty()) {
                    reader.read(fingerprint, bytes(file));
                }
                done(file);
            }
        } catch (IOException e) {
            throw new MailbagException(
                    "the mailbox %s cannot be read: %s. Check standfirst.bounces.maildir and who may read and write there"
                            .formatted(folder, e),
                    e);
        }
    }

    private void done(Path file) throws IOException {
        if (keep) {
            Files.move(file, folder.resolve("cur").resolve(name(file) + SEEN), StandardCopyOption.ATOMIC_MOVE);
        } else {
            Files.delete(file);
        }
    }

    @Override
    public String place() {
        return folder.toString();
    }

    private List<Path> fresh(int most) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("new"))) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !name(file).startsWith("."))
                    .sorted()
                    .limit(most)
                    .toList();
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(Recogniser.LONGEST_MAIL);
        }
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        int flags = name.indexOf(':');
        return flags < 0 ? name : name.substring(0, flags);
    }
}
