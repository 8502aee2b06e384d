package dev.standfirst.watch;

import io.micrometer.core.instrument.Counter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Counts what web servers answered: {@code standfirst_pages_total{status}}. */
@Component
public class PageMeter {

    private static final int LEAST = 100;
    private static final int MOST = 599;

    private final Meters meters;
    private final Map<String, Counter> classes = new ConcurrentHashMap<>();

    PageMeter(Meters meters) {
        this.meters = meters;
    }

    /**
     * Counts an answer.
     *
     * @param status of HTTP, or 0 where none came
     */
    public void count(int status) {
        classes.computeIfAbsent(label(status), this::open).increment();
    }

    private static String label(int status) {
        return status >= LEAST && status <= MOST ? status / 100 + "xx" : "none";
    }

    private Counter open(String label) {
        return meters.counter("standfirst.pages", "Answers of web servers by class.", "status", label);
    }
}
