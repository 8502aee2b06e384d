package dev.standfirst.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What other processes used, as Linux tells it. */
final class ProcessCpu {

    /** Ticks a second, the same on every Linux that one meets. */
    private static final double TICKS = 100;

    private static final int OWN = 11;
    private static final int ENDED_CHILDREN = 13;

    private ProcessCpu() {}

    /** Seconds of processor time that a process, its children, and their ended children used. */
    static double tree(long pid) {
        double below = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToDouble(child -> used(child.pid(), OWN))
                .sum();
        return used(pid, OWN) + used(pid, ENDED_CHILDREN) + below;
    }

    /** The most memory that a process ever held, in MB. */
    static long peakMemory(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0)
                    * 1024
                    / 1_000_000;
        } catch (IOException e) {
            return 0;
        }
    }

    /** How many processes want a processor, on average over the last minute. */
    static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static double used(long pid, int from) {
        try {
            String all = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = all.substring(all.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[from]) + Long.parseLong(fields[from + 1])) / TICKS;
        } catch (IOException e) {
            return 0;
        }
    }
}
