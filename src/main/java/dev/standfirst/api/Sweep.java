package dev.standfirst.api;

import dev.standfirst.transfer.ImportDesk;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Clears away what the API keeps for a day or a week: when the program begins to serve, and each hour from then on. */
@Component
class Sweep implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Sweep.class);

    private final KeptAnswers answers;
    private final ImportDesk imports;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sweep");
        thread.setDaemon(true);
        return thread;
    });

    private @Nullable ScheduledFuture<?> sweeping;

    Sweep(KeptAnswers answers, ImportDesk imports) {
        this.answers = answers;
        this.imports = imports;
    }

    @EventListener
    void begin(WebServerInitializedEvent serving) {
        sweeping = timer.scheduleWithFixedDelay(this::sweep, 0, 1, TimeUnit.HOURS);
    }

    void sweep() {
        try {
            answers.sweep();
            imports.sweep();
        } catch (RuntimeException e) {
            log.error("what the API keeps could not be cleared away; it is tried again in an hour", e);
        }
    }

    /** Waits for the statement that is at work: an interrupt would close H2's file. */
    @Override
    public void destroy() throws InterruptedException {
        if (sweeping != null) {
            sweeping.cancel(false);
        }
        timer.shutdown();
        if (!timer.awaitTermination(10, TimeUnit.SECONDS)) {
            log.warn("what the API keeps is still being cleared away");
        }
    }
}
