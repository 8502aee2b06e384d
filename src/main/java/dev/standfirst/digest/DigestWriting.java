package dev.standfirst.digest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Optional;

/** What came of writing the file of a digest. */
public sealed interface DigestWriting {

    /** It is written. */
    record Written() implements DigestWriting {}

    /** The file is another one than it was thought to be; it was left alone. */
    record Changed() implements DigestWriting {}

    /** It cannot be written; {@code why} says what the machine says. */
    record Impossible(String why) implements DigestWriting {}

    /** Writes beside the file first, and moves that into its place: nobody ever reads half of it. */
    static DigestWriting of(Path file, Optional<String> before, String text) {
        synchronized (DigestWriting.class) {
            try {
                if (Files.isSymbolicLink(file)) {
                    return new Impossible(file.getFileName() + " leads to another file");
                }
                if (!now(file).equals(before)) {
                    return new Changed();
                }
                replace(file, text);
                return new Written();
            } catch (IOException e) {
                return new Impossible(e.toString());
            }
        }
    }

    private static Optional<String> now(Path file) throws IOException {
        try {
            return Optional.of(DigestFiles.decode(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static void replace(Path file, String text) throws IOException {
        Path folder = file.resolveSibling("");
        Files.createDirectories(folder);
        Path beside = folder.resolve("." + file.getFileName() + ".new");
        try {
            Files.writeString(beside, text, StandardCharsets.UTF_8);
            keepPermissions(file, beside);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView old =
                Files.getFileAttributeView(from, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (old != null && Files.exists(from)) {
            Files.setPosixFilePermissions(to, old.readAttributes().permissions());
        }
    }
}
