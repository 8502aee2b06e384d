package dev.standfirst.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.standfirst.StandfirstApplication;
import dev.standfirst.digest.Days;
import dev.standfirst.digest.Digest;
import dev.standfirst.digest.Schedule;
import dev.standfirst.digest.Selection;
import dev.standfirst.digest.SourceSpec;
import dev.standfirst.job.Progress;
import dev.standfirst.job.RunListener;
import dev.standfirst.job.RunRequest;
import dev.standfirst.job.RunStep;
import dev.standfirst.job.Runs;
import dev.standfirst.source.SourceKeeper;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The program as it runs everywhere, on a data folder of its own, with a clock that can be set ahead. */
final class Reader implements AutoCloseable {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final LaterClock clock = new LaterClock();
    private final Stopwatch storing = new Stopwatch();
    private final ConfigurableApplicationContext context;
    private int runs;

    Reader(Path data, List<URI> feeds, Duration gap) {
        String hosts = feeds.stream().map(URI::getHost).distinct().collect(Collectors.joining(","));
        context = new SpringApplicationBuilder(StandfirstApplication.class)
                .web(WebApplicationType.NONE)
                .initializers(one -> measure((GenericApplicationContext) one))
                .run(
                        "--standfirst.data=" + data,
                        "--standfirst.fetch.gap=" + gap.toMillis() + "ms",
                        "--standfirst.fetch.allowed-hosts=" + hosts);
    }

    private void measure(GenericApplicationContext starting) {
        starting.registerBean("laterClock", Clock.class, () -> clock, definition -> definition.setPrimary(true));
        starting.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof SourceKeeper ? storing.around(bean, "keep") : bean;
            }
        });
    }

    /**
     * A run and what it took.
     *
     * @param steps how long each took
     * @param told the problems that Collect told
     * @param began when
     * @param cpu of this process
     * @param collectCpu of that, until every feed was settled
     * @param peakHeap in bytes, with its garbage, as seen whenever something was stored
     * @param threads before the run, at most, and after it
     * @param storing how long each source took to be stored, in milliseconds
     */
    record Run(
            Map<RunStep, Duration> steps,
            List<String> told,
            Instant began,
            Duration took,
            Duration cpu,
            Duration collectCpu,
            long peakHeap,
            List<Integer> threads,
            List<Double> storing) {

        double seconds(RunStep step) {
            return steps.getOrDefault(step, Duration.ZERO).toMillis() / 1000.0;
        }
    }

    /** Reads these feeds up to a finished edition that nobody is sent. */
    Run run(List<URI> feeds) {
        Map<RunStep, Duration> steps = new EnumMap<>(RunStep.class);
        List<String> told = new ArrayList<>();
        Peak heap = new Peak();
        long[] collectCpu = new long[1];
        THREADS.resetPeakThreadCount();
        storing.reset();
        int before = THREADS.getThreadCount();
        long cpu = SYSTEM.getProcessCpuTime();
        Instant began = clock.instant();
        long start = System.nanoTime();
        Digest digest = digest("bench" + ++runs, feeds);
        context.getBean(Runs.class)
                .preview(
                        new RunRequest(digest, began.atZone(ZoneOffset.UTC).toLocalDate()),
                        new RunListener() {
                            @Override
                            public void stepDone(RunStep step, String facts, Duration took) {
                                steps.put(step, took);
                                if (step == RunStep.COLLECT) {
                                    collectCpu[0] = SYSTEM.getProcessCpuTime() - cpu;
                                }
                            }

                            @Override
                            public void progress(Progress progress) {
                                heap.look();
                            }

                            @Override
                            public void problem(RunStep step, String problem) {
                                if (step == RunStep.COLLECT) {
                                    told.add(problem);
                                }
                            }
                        });
        return new Run(
                steps,
                told,
                began,
                Duration.ofNanos(System.nanoTime() - start),
                Duration.ofNanos(SYSTEM.getProcessCpuTime() - cpu),
                Duration.ofNanos(collectCpu[0]),
                heap.bytes,
                List.of(before, THREADS.getPeakThreadCount(), THREADS.getThreadCount()),
                storing.millis());
    }

    /** Sets the clock ahead. */
    void later(Duration by) {
        clock.ahead = clock.ahead.plus(by);
    }

    /** A number from the database. */
    long count(String sql) {
        return database().sql(sql).query(Long.class).single();
    }

    JdbcClient database() {
        return context.getBean(JdbcClient.class);
    }

    @Override
    public void close() {
        context.close();
    }

    private static Digest digest(String name, List<URI> feeds) {
        List<SourceSpec> sources = feeds.stream()
                .map(feed -> new SourceSpec(feed.getHost() + feed.getPath(), SourceSpec.Kind.FEED, feed, ""))
                .toList();
        return new Digest(
                name,
                "Measured Brief",
                Locale.ENGLISH,
                sources,
                new Schedule(LocalTime.of(7, 0), ZoneId.of("UTC"), Days.DAILY),
                Optional.of(Duration.ofHours(36)),
                new Digest.Length(12, 3, 3, 1, 5),
                Selection.ANY,
                new Digest.Audience(List.of(name), Optional.empty()),
                new Digest.Sender("Measured Brief", "brief@standfirst.example", Optional.empty(), ""),
                "edition",
                true);
    }

    /** The most memory seen in use. */
    private static final class Peak {

        private long bytes;

        void look() {
            bytes = Math.max(
                    bytes,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
    }

    /** The time of the machine, and some. */
    private static final class LaterClock extends Clock {

        private final Clock real = Clock.systemUTC();
        private volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return real.instant().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return real.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
