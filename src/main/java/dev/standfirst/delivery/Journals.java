package dev.standfirst.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The journals of this machine, a folder an edition. */
@Component
class Journals {

    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    private static final Left NOTHING = new Left("", true, new LinkedHashMap<>());

    private final Path folder;
    private final String boot = boot();

    Journals(@Value("${standfirst.data}") Path data) {
        this.folder = data.resolve("journal");
    }

    /** A journal of an edition. */
    Journal open(long edition, String name, String owner) {
        return new Journal(folder(edition), name, new JournalRecord.Begun(owner, boot));
    }

    /**
     * What one run left.
     *
     * @param owner who claimed the rows
     * @param sameBoot whether the machine ran on since, so that no record is lost
     * @param mails the last thing said of each mail
     */
    record Left(String owner, boolean sameBoot, Map<Long, Said> mails) {}

    /**
     * The last thing said of a mail.
     *
     * @param attempt which try it is about
     * @param result empty where its dot was about to be sent
     */
    record Said(int attempt, Optional<Settlement> result) {

        /** Whether it may have arrived. */
        boolean mayHaveArrived() {
            return result.map(said -> said.taken() || said.doubts() > 0).orElse(true);
        }

        /**
         * How many tries a row has at most that does not know of it. What was taken was taken, also where somebody who
         * did not know put it in doubt.
         */
        int newTo() {
            boolean taken = result.map(Settlement::taken).orElse(false);
            return taken ? attempt : attempt - 1;
        }

        private int gravity() {
            if (result.isEmpty()) {
                return 4;
            }
            if (result.get().taken()) {
                return 5;
            }
            return result.get().doubts() > 0 ? 3 : result.get().attempts();
        }
    }

    /** What runs left that did not end as they should, by their owners. */
    Map<String, Left> left(long edition) {
        Map<String, Map<Long, Said>> connections = new LinkedHashMap<>();
        Map<String, Left> left = new LinkedHashMap<>();
        for (Path file : files(edition)) {
            List<JournalRecord> records = read(file);
            if (!records.isEmpty() && records.get(0) instanceof JournalRecord.Begun begun) {
                left.computeIfAbsent(
                        begun.owner(), owner -> new Left(owner, begun.boot().equals(boot), new LinkedHashMap<>()));
                Map<Long, Said> mails = connections.computeIfAbsent(
                        begun.owner() + "/" + connection(file), key -> new LinkedHashMap<>());
                records.forEach(record -> note(record, mails));
            }
        }
        connections.forEach((key, mails) -> {
            Left of = left.getOrDefault(key.substring(0, key.lastIndexOf('/')), NOTHING);
            mails.forEach((id, said) -> of.mails().merge(id, said, Journals::graver));
        });
        return left;
    }

    /** The files of one connection follow one another by their names, which end in a number. */
    private static String connection(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, Math.max(0, name.lastIndexOf('-')));
    }

    /** The latest record of each mail is what counts; a mail may be tried more than once. */
    private static void note(JournalRecord record, Map<Long, Said> mails) {
        if (record instanceof JournalRecord.Handing handing) {
            mails.put(handing.id(), new Said(handing.attempt(), Optional.empty()));
        } else if (record instanceof JournalRecord.Result result) {
            mails.put(result.settlement().id(), new Said(result.attempt(), Optional.of(result.settlement())));
        }
    }

    /**
     * Of two connections the later try counts. Which of them made one try last, nobody knows: that the mail was taken
     * counts most then, and next that it may be.
     */
    private static Said graver(Said one, Said other) {
        if (one.attempt() != other.attempt()) {
            return one.attempt() > other.attempt() ? one : other;
        }
        return one.gravity() >= other.gravity() ? one : other;
    }

    /** Everything that runs left is settled. */
    void delete(long edition) {
        try {
            for (Path file : files(edition)) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder(edition));
        } catch (IOException e) {
            throw new JournalException(folder(edition), e);
        }
    }

    private Path folder(long edition) {
        return folder.resolve(Long.toString(edition));
    }

    private List<Path> files(long edition) {
        try (Stream<Path> files = Files.list(folder(edition))) {
            return files.filter(file -> file.toString().endsWith(".journal"))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new JournalException(folder(edition), e);
        }
    }

    private static List<JournalRecord> read(Path file) {
        try {
            return JournalRecord.read(ByteBuffer.wrap(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new JournalException(file, e);
        }
    }

    private static String boot() {
        try {
            return Files.exists(BOOT) ? Files.readString(BOOT).strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
