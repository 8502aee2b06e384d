package dev.standfirst.job;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A process that may hold a lease. Its start time tells it from a later process with the same number.
 *
 * @param host name of its machine
 * @param pid its process number
 * @param started when it started, in milliseconds since 1970, or 0 where the system does not say
 * @param world where its process number is unique: machines and containers may share a name; empty where the system
 *     does not say
 */
public record LeaseOwner(String host, long pid, long started, String world) {

    private static final Path NAMESPACE = Path.of("/proc/self/ns/pid");

    /** This process. */
    static LeaseOwner current() {
        ProcessHandle self = ProcessHandle.current();
        return new LeaseOwner(hostName(), self.pid(), startOf(self), namespace());
    }

    static LeaseOwner parse(String text) {
        String[] parts = text.split(" ", 4);
        return new LeaseOwner(
                parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts.length > 3 ? parts[3] : "");
    }

    /** The form that is stored. */
    String text() {
        return (host + " " + pid + " " + started + " " + world).strip();
    }

    /** Whether it ran on this machine, or in this container, and is certainly over. */
    boolean isGone() {
        return host.equals(hostName())
                && world.equals(namespace())
                && ProcessHandle.of(pid)
                        .map(process -> startOf(process) != started)
                        .orElse(true);
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static String namespace() {
        try {
            String name =
                    Files.exists(NAMESPACE) ? Files.readSymbolicLink(NAMESPACE).toString() : "";
            return name.replaceAll("\\D", "");
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName().replace(' ', '-');
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
