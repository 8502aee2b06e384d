package dev.standfirst.node;

import dev.standfirst.text.Sha256;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What tells this machine, and this data folder on it, from every other. */
final class Machine {

    /** By systemd; not to be told to others, so that only a hash of it is kept (machine-id(5)). */
    private static final Path ID = Path.of("/etc/machine-id");

    private static final int LONGEST_HOST = 255;

    private Machine() {}

    /** A hash of the machine's id, or of its name where it has none, and of the folder's place. */
    static String fingerprint(Path data) {
        return Sha256.hex("standfirst node\n" + id() + "\n" + place(data));
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

    private static String id() {
        try {
            String id = Files.isReadable(ID) ? Files.readString(ID).strip() : "";
            return id.isEmpty() ? host() : id;
        } catch (IOException e) {
            return host();
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
