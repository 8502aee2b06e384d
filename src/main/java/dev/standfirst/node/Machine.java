package dev.standfirst.node;

import dev.standfirst.text.Sha256;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What tells this machine, and this data folder on it, from every other. */
final class Machine {

    private static final Logger log = LoggerFactory.getLogger(Machine.class);

    /** By systemd; not to be told to others, so that only a hash of it is kept (machine-id(5)). */
    private static final Path ID = Path.of("/etc/machine-id");

    private static final Pattern WHOLE_ID = Pattern.compile("[0-9a-f]{32}");

    /** Made once and never written again, so that it keeps its number: what is written anew gets another. */
    private static final String PLACE = "place";

    private static final int LONGEST_HOST = 255;

    private Machine() {}

    /**
     * A hash of the folder's place and of the machine's id. Where the machine has none, as a container, the number that
     * the file system gave to a file of the folder stands for it: a copy of the folder has another. The machine's name
     * tells nothing; it changes with the network.
     */
    static String fingerprint(Path data) {
        return fingerprint(ID, data);
    }

    static String fingerprint(Path machineId, Path data) {
        String id = id(machineId).or(() -> number(data)).orElseGet(Machine::host);
        return Sha256.hex("standfirst node\n" + id + "\n" + place(data));
    }

    /** The machine's name, for people. */
    static String host() {
        try {
            String host = InetAddress.getLocalHost().getHostName();
            return host.substring(0, Math.min(LONGEST_HOST, host.length()));
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private static Optional<String> id(Path file) {
        try {
            return Optional.of(Files.isReadable(file) ? Files.readString(file).strip() : "")
                    .filter(id -> WHOLE_ID.matcher(id).matches());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Empty where the file system numbers no files. */
    private static Optional<String> number(Path data) {
        Path file = data.resolve(PLACE);
        try {
            if (Files.notExists(file)) {
                make(file);
            }
            return Optional.of("file " + Files.getAttribute(file, "unix:ino"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            log.debug("the data folder has no number", e);
            return Optional.empty();
        }
    }

    private static void make(Path file) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            log.debug("another process made it", e);
        }
    }

    private static String place(Path data) {
        try {
            return data.toRealPath().toString();
        } catch (IOException e) {
            return data.toAbsolutePath().normalize().toString();
        }
    }
}
