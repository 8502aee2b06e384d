package dev.standfirst.job;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Starts runs for whoever does not wait for their end: pages and programs. Each is on a thread of its own, a few at
 * once.
 */
@Component
public class RunDesk implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(RunDesk.class);
    private static final int AT_ONCE = 8;
    private static final int START_SECONDS = 20;

    private final Runs runs;
    private final ThreadPoolExecutor workers =
            new ThreadPoolExecutor(0, AT_ONCE, 1, TimeUnit.MINUTES, new SynchronousQueue<>());

    RunDesk(Runs runs) {
        this.runs = runs;
    }

    /** What came of asking for a run, as far as is known at once. */
    public sealed interface Begun {

        /** It is at work. */
        record Started(long run) implements Begun {}

        /** It was over before it began: somebody else has it, or the edition was sent. */
        record Over(RunResult result) implements Begun {}

        /** Nobody knows yet; it is being started. */
        record Starting() implements Begun {}

        /** So many are at work that were started like this; nothing was done. */
        record Busy(int atWork) implements Begun {}
    }

    /** Starts a run and waits until its number is known. */
    public Begun begin(RunRequest request) {
        CompletableFuture<Begun> begun = new CompletableFuture<>();
        try {
            workers.execute(() -> run(request, begun));
        } catch (RejectedExecutionException e) {
            return new Begun.Busy(AT_ONCE);
        }
        return await(begun);
    }

    /**
     * Goes on with an edition that is approved, on a thread of its own; where too many are at work, the timetable does.
     */
    public void goOn(EditionKey key) {
        try {
            workers.execute(() -> send(key));
        } catch (RejectedExecutionException e) {
            log.info("{} is left to the timetable: {} runs are at work", key, AT_ONCE);
        }
    }

    private void send(EditionKey key) {
        try {
            log.info("{}: {}", key, runs.goOn(key, RunListener.NONE));
        } catch (RuntimeException e) {
            log.error("{} could not be sent; the timetable goes on with it", key, e);
        }
    }

    private void run(RunRequest request, CompletableFuture<Begun> begun) {
        try {
            RunResult result = runs.run(request, new RunListener() {
                @Override
                public void started(long run, boolean resumed) {
                    begun.complete(new Begun.Started(run));
                }
            });
            begun.complete(new Begun.Over(result));
            log.info("{} of {}: {}", request.digest().name(), request.date(), result);
        } catch (RuntimeException e) {
            log.error("{} of {} could not be run", request.digest().name(), request.date(), e);
            begun.completeExceptionally(e);
        }
    }

    private static Begun await(CompletableFuture<Begun> begun) {
        try {
            return begun.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return new Begun.Starting();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Begun.Starting();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the run could not be started", e.getCause());
        }
    }

    @Override
    public void destroy() {
        workers.shutdown();
    }
}
