package dev.standfirst.bounce;

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
 * Reads the bounce mailbox again and again, while the program serves. Its thread is never interrupted: that would close
 * H2's file under the rest of the program.
 */
@Component
public class BounceTimer implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(BounceTimer.class);

    private final BounceMailbox mailbox;
    private final BounceSettings settings;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "bounces");
        thread.setDaemon(true);
        return thread;
    });

    private volatile boolean ending;
    private @Nullable ScheduledFuture<?> reading;

    BounceTimer(BounceMailbox mailbox, BounceSettings settings) {
        this.mailbox = mailbox;
        this.settings = settings;
    }

    /** Begins; does nothing where there is no mailbox. */
    public void begin() {
        if (mailbox.isSet()) {
            reading =
                    timer.scheduleWithFixedDelay(this::read, 0, settings.every().toSeconds(), TimeUnit.SECONDS);
        }
    }

    private void read() {
        try {
            BounceMailbox.Pass pass = mailbox.read(() -> ending);
            if (pass.mails() > 0) {
                log.info(
                        "{} mails came back: {} addresses given up, {} failed for a while, {} complaints, {} left",
                        pass.mails(),
                        pass.count(Outcome.Kind.HARD),
                        pass.count(Outcome.Kind.SOFT),
                        pass.count(Outcome.Kind.COMPLAINT),
                        pass.count(Outcome.Kind.LEFT));
            }
        } catch (RuntimeException e) {
            log.error("the bounce mailbox could not be read; it is tried again in {}", settings.every(), e);
        }
    }

    /** Finishes the mail in hand; the others wait in the mailbox. */
    @Override
    public void destroy() throws InterruptedException {
        ending = true;
        if (reading != null) {
            reading.cancel(false);
        }
        timer.shutdown();
        if (!timer.awaitTermination(30, TimeUnit.SECONDS)) {
            log.warn("the bounce mailbox still waits for its server; what it was about to read is read next time");
        }
    }
}
