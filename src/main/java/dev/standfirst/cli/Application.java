package dev.standfirst.cli;

import dev.standfirst.job.Runs;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * The application behind the commands, started when a command first needs it: help and wrong arguments never wait for
 * it.
 */
final class Application implements AutoCloseable {

    private final Boot boot;
    private final Home home;
    private final Map<String, Object> settings = new HashMap<>();
    private volatile @Nullable ConfigurableApplicationContext context;

    Application(Boot boot, Home home) {
        this.boot = boot;
        this.home = home;
    }

    /** Starts the pages as well. */
    void startWithPages() {
        context = start(true);
    }

    /** Stops the runs of this process, if it has got so far as to have any. */
    void stopRuns() {
        ConfigurableApplicationContext started = context;
        if (started != null && started.isActive()) {
            started.getBean(Runs.class).stopAll();
        }
    }

    /** The port that the pages are on. */
    int port() {
        return get(Environment.class).getRequiredProperty("local.server.port", Integer.class);
    }

    /** Works on a copy of the database, and leaves the real one alone. Call it before anything else. */
    void use(DataCopy copy) {
        copy.settings().forEach(this::set);
        // What happens on a copy is nobody's trouble.
        set("standfirst.alerts.silent", "true");
        set("standfirst.copy", "true");
    }

    /** Sets a setting for this command alone. Call it before anything else. */
    void set(String name, String value) {
        if (context != null) {
            throw new IllegalStateException("the application was started before %s was set".formatted(name));
        }
        settings.put(name, value);
    }

    <T> T get(Class<T> type) {
        ConfigurableApplicationContext started = context;
        if (started == null) {
            started = start(false);
            context = started;
        }
        return started.getBean(type);
    }

    private ConfigurableApplicationContext start(boolean web) {
        home.requireWritableData();
        settings.putIfAbsent("standfirst.home", home.root().toString());
        settings.putIfAbsent("standfirst.data", home.data().toString());
        try {
            return boot.start(web, settings);
        } catch (RuntimeException e) {
            throw StartFailure.explain(e, home);
        }
    }

    @Override
    public void close() {
        ConfigurableApplicationContext started = context;
        if (started != null) {
            started.close();
            context = null;
        }
    }
}
