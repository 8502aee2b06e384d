package dev.standfirst.job;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;

/**
 * A process that may hold a lease. Its start time tells it from a later process with the same number.
 *
 * @param host name of its machine
 * @param pid its process number
 * @param started when it started, in milliseconds since 1970, or 0 where the system does not say
 */
public record LeaseOwner(String host, long pid, long started) {

    /** This process. */
    static LeaseOwner current() {
        ProcessHandle self = ProcessHandle.current();
        return new LeaseOwner(hostName(), self.pid(), startOf(self));
    }

    static LeaseOwner parse(String text) {
        String[] parts = text.split(" ", 3);
        return new LeaseOwner(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }

    /** The form that is stored. */
    String text() {
        return host + " " + pid + " " + started;
    }

    /** Whether it ran on this machine and is certainly over. */
    boolean isGone() {
        return host.equals(hostName())
                && ProcessHandle.of(pid)
                        .map(process -> startOf(process) != started)
                        .orElse(true);
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName().replace(' ', '-');
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
