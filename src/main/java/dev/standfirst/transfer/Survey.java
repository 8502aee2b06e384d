package dev.standfirst.transfer;

import dev.standfirst.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * What one look at every byte of a file tells, before a row of it is read.
 *
 * @param charset how its bytes are characters; all of them are, not only the first
 * @param mark the length of its byte order mark, in bytes
 * @param lines about how many lines it has: line ends plus one
 * @param hash SHA-256 of its bytes, in hexadecimal
 */
record Survey(Charset charset, int mark, long lines, String hash) {

    private static final int BLOCK = 1 << 16;

    /**
     * Looks at a file.
     *
     * @param named the encoding that somebody named for it, or empty where it is to be found
     * @throws FileProblem where the file is no text, or its encoding cannot be told
     */
    static Survey of(Path file, Optional<Charset> named) throws IOException {
        String name = name(file);
        requireFile(file, name);
        byte[] head = head(file);
        Optional<FileKind> other = FileKind.of(head);
        if (other.isPresent()) {
            throw other.get().problem(name);
        }
        if (Files.size(file) > ImportRequest.LARGEST_FILE) {
            throw new FileProblem(
                    "%s has %,d MB; an import takes files of up to %,d MB"
                            .formatted(name, Files.size(file) / 1_000_000, ImportRequest.LARGEST_FILE / 1_000_000),
                    "Split it and import the parts one after the other.");
        }
        Utf8Check check = new Utf8Check();
        String hash = readAll(file, check);
        if (named.isPresent()) {
            return new Survey(named.get(), markOf(head, named.get()), check.lines(), hash);
        }
        Mark mark = Mark.of(head).orElseGet(() -> new Mark(wide(head).orElse(StandardCharsets.UTF_8), 0));
        Charset charset = mark.charset().equals(StandardCharsets.UTF_8) ? narrow(file, mark, check) : mark.charset();
        return new Survey(charset, mark.length(), check.lines(), hash);
    }

    /** The last part of its path, cut where it is long, on one line. */
    static String name(Path file) {
        Path last = file.getFileName();
        String name = (last == null ? file : last).toString().replaceAll("\\p{Cntrl}", "?");
        return name.length() <= 80 ? name : name.substring(0, 79) + "…";
    }

    /** A byte order mark. */
    private record Mark(Charset charset, int length) {

        static Optional<Mark> of(byte[] head) {
            if (starts(head, 0xEF, 0xBB, 0xBF)) {
                return Optional.of(new Mark(StandardCharsets.UTF_8, 3));
            }
            if (starts(head, 0xFF, 0xFE, 0, 0)) {
                return Optional.of(new Mark(Charset.forName("UTF-32LE"), 4));
            }
            if (starts(head, 0xFF, 0xFE)) {
                return Optional.of(new Mark(StandardCharsets.UTF_16LE, 2));
            }
            return starts(head, 0xFE, 0xFF) ? Optional.of(new Mark(StandardCharsets.UTF_16BE, 2)) : Optional.empty();
        }

        private static boolean starts(byte[] head, int... bytes) {
            for (int i = 0; i < bytes.length; i++) {
                if (head.length <= i || (head[i] & 0xFF) != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private static int markOf(byte[] head, Charset named) {
        return Mark.of(head)
                .filter(mark -> mark.charset().equals(named))
                .map(Mark::length)
                .orElse(0);
    }

    private static void requireFile(Path file, String name) throws IOException {
        if (!Files.exists(file)) {
            throw new FileProblem("there is no file " + name, "Look at how it is written, and where it is.");
        }
        if (Files.isDirectory(file)) {
            throw new FileProblem(name + " is a folder", "Name the CSV file in it.");
        }
        if (!Files.isRegularFile(file)) {
            throw new FileProblem(name + " is no file that can be read twice", "Save it as a file first.");
        }
        if (!Files.isReadable(file)) {
            throw new FileProblem(name + " may not be read", "Give yourself the right to read it.");
        }
        if (Files.size(file) == 0) {
            throw new FileProblem(name + " is empty", "Export the people again and look into the file first.");
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(FileKind.HEAD);
        }
    }

    private static String readAll(Path file, Utf8Check check) throws IOException {
        MessageDigest digest = Sha256.begin();
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int length = in.read(block); length >= 0; length = in.read(block)) {
                digest.update(block, 0, length);
                check.take(block, length);
            }
        }
        check.end();
        return Sha256.hex(digest);
    }

    /** UTF-16 without a mark: of the letters and separators of a table, every other byte is zero. */
    private static Optional<Charset> wide(byte[] head) {
        long even = zeros(head, 0);
        long odd = zeros(head, 1);
        long enough = head.length / 8;
        if (odd > enough && even == 0) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return even > enough && odd == 0 ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static long zeros(byte[] head, int from) {
        long zeros = 0;
        for (int i = from; i < head.length; i += 2) {
            zeros += head[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static Charset narrow(Path file, Mark mark, Utf8Check check) throws IOException {
        String name = name(file);
        if (check.binary()) {
            throw new FileProblem(
                    name + " is not a text file", "Save the people as \"CSV UTF-8\" and import that file.");
        }
        if (check.broken() == 0) {
            return StandardCharsets.UTF_8;
        }
        if (mark.length() > 0 || check.mixed()) {
            throw new FileProblem(
                    "line %,d of %s is not in UTF-8 as the rest of the file is".formatted(check.brokenLine(), name),
                    "Mend that line, or save the file anew as \"CSV UTF-8\".");
        }
        return OldEncoding.of(file)
                .orElseThrow(() -> new FileProblem(
                        "nobody can tell for sure which letters are meant in %s, as in line %,d"
                                .formatted(name, check.brokenLine()),
                        "Save it as \"CSV UTF-8\", or name its encoding, such as windows-1251."));
    }
}
