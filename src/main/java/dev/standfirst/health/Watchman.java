package dev.standfirst.health;

import dev.standfirst.watch.Alerts;
import dev.standfirst.watch.Trouble;
import dev.standfirst.watch.TroubleKind;
import dev.standfirst.watch.Troubles;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Looks twice a minute how the program is, while it serves, and has told what begins and what is over. A database that
 * is silent once may only be busy; it is told of when it is silent twice.
 */
@Component
public class Watchman implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Watchman.class);
    private static final int SECONDS = 30;

    private final Health health;
    private final DueCheck due;
    private final Troubles troubles;
    private final Alerts alerts;
    private final Standing standing;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "watchman");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable ScheduledFuture<?> looking;
    private @Nullable Trouble silence;

    Watchman(Health health, DueCheck due, Troubles troubles, Alerts alerts, Standing standing) {
        this.health = health;
        this.due = due;
        this.troubles = troubles;
        this.alerts = alerts;
        this.standing = standing;
    }

    /** Begins to look. */
    public void begin() {
        looking = timer.scheduleWithFixedDelay(this::look, 0, SECONDS, TimeUnit.SECONDS);
    }

    /** Looks once. */
    void look() {
        try {
            Report report = health.look();
            standing.note(report);
            Optional<Trouble> silent = report.troubles().stream()
                    .filter(trouble -> trouble.kind() == TroubleKind.DATABASE_SILENT)
                    .findFirst();
            if (silent.isPresent()) {
                meet(silent.get());
            } else {
                keep(report);
            }
        } catch (RuntimeException e) {
            log.error("the program could not be looked after; it is tried again in half a minute", e);
        }
    }

    private void meet(Trouble silent) {
        if (silence != null) {
            alerts.tellWithoutDatabase(silent);
        }
        silence = silent;
    }

    private void keep(Report report) {
        Trouble over = silence;
        if (over != null) {
            alerts.overWithoutDatabase(over);
            silence = null;
        }
        due.note();
        troubles.found(
                health::finds,
                report.troubles().stream()
                        .filter(trouble -> health.lookedFor().contains(trouble.kind()))
                        .toList());
        alerts.tell();
        standing.count();
    }

    /** Finishes what it is at. */
    @Override
    public void destroy() throws InterruptedException {
        if (looking != null) {
            looking.cancel(false);
        }
        timer.shutdown();
        if (!timer.awaitTermination(SECONDS, TimeUnit.SECONDS)) {
            log.warn("an alert is still being told; it is told again by the next start, unless it arrived");
        }
    }
}
