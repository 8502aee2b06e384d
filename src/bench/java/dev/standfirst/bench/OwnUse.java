package dev.standfirst.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.standfirst.bench.Measured.Report;
import java.lang.management.ManagementFactory;

/** What this process uses from a moment on. */
final class OwnUse {

    private final double start = System.nanoTime() / 1e9;
    private final double cpu = cpu();
    private long heap;

    /** Collects garbage and keeps what is left, if it is the most so far. */
    void collect() {
        System.gc();
        heap = Math.max(
                heap, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1_000_000);
    }

    Report report(long mails) {
        double seconds = System.nanoTime() / 1e9 - start;
        double used = cpu() - cpu;
        collect();
        return new Report(
                mails, seconds, used, ProcessCpu.peakMemory(ProcessHandle.current().pid()), heap);
    }

    static double cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }
}
