package dev.standfirst.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * The figures of this process, for Prometheus. No label ever holds an address, a title or anything else whose values
 * have no end.
 */
@Component
public class Meters {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private boolean tellsOfMachine;

    /**
     * All figures as text.
     *
     * @param type content type of the answer: {@code text/plain} or {@code application/openmetrics-text}
     */
    public synchronized String text(String type) {
        if (!tellsOfMachine) {
            tellsOfMachine = true;
            tellOfMachine();
        }
        return registry.scrape(type);
    }

    /**
     * A figure that goes up and down.
     *
     * @param name as {@code standfirst.people}
     * @param words what it is
     * @param labels pairs of name and value
     * @return where its value is kept
     */
    public AtomicLong gauge(String name, String words, String... labels) {
        AtomicLong value = new AtomicLong();
        Gauge.builder(name, value, AtomicLong::doubleValue)
                .description(words)
                .tags(labels)
                .strongReference(true)
                .register(registry);
        return value;
    }

    Counter counter(String name, String words, String... labels) {
        return Counter.builder(name).description(words).tags(labels).register(registry);
    }

    Timer timer(String name, String words, Duration[] limits, String... labels) {
        return Timer.builder(name)
                .description(words)
                .tags(labels)
                .serviceLevelObjectives(limits)
                .register(registry);
    }

    /** Only a process that is asked pays for it. */
    @SuppressWarnings("resource") // as long as the process
    private void tellOfMachine() {
        MeterRegistry all = registry;
        new JvmMemoryMetrics().bindTo(all);
        new JvmGcMetrics().bindTo(all);
        new JvmThreadMetrics().bindTo(all);
        new ClassLoaderMetrics().bindTo(all);
        new ProcessorMetrics().bindTo(all);
        new UptimeMetrics().bindTo(all);
    }
}
