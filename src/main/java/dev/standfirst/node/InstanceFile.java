package dev.standfirst.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file {@code instance} of the data folder: who this installation is, and how far it has mailed. */
final class InstanceFile {

    private static final Pattern CONTENT = Pattern.compile("id=([\\w.-]{1,90})\\R+mark=(\\d{1,18})\\R*");

    private final Path file;

    InstanceFile(Path data) {
        this.file = data.resolve("instance");
    }

    /**
     * What it says.
     *
     * @param id the installation's
     * @param mark the highest mark of the database that this installation saw
     */
    record Kept(String id, long mark) {}

    /** Empty where there is none, or where it is not ours any more. */
    Optional<Kept> read() {
        try {
            Matcher matcher = CONTENT.matcher(Files.exists(file) ? Files.readString(file) : "");
            return matcher.matches()
                    ? Optional.of(new Kept(matcher.group(1), Long.parseLong(matcher.group(2))))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** What it says; where there is none yet, it is made. Of two processes that do so at once, one is the maker. */
    Kept readOrMake() {
        Optional<Kept> kept = read();
        if (kept.isEmpty()) {
            write(new Kept(UUID.randomUUID().toString(), 0));
        }
        return kept.or(this::read).orElseThrow();
    }

    /** Writes it anew; whoever reads meanwhile sees the old or the new one. */
    void write(Kept kept) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "instance", ".new");
            try {
                force(fresh, "id=%s%nmark=%d%n".formatted(kept.id(), kept.mark()));
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** On the disk before it takes the place of the old one: a power cut leaves one of them whole. */
    private static void force(Path fresh, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
