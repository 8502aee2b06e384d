package dev.standfirst.job;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Ends the runs of this process when it is asked to end (Ctrl-C, SIGTERM): all stop after the batch they are at, before
 * the database below them is closed, and one that only begins does so at once. It is the first thing that the context
 * stops, and it waits.
 */
@Component
class GracefulStop implements JobExecutionListener, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(GracefulStop.class);

    /** In milliseconds. */
    private static final long GLANCE = 100;

    /** The job that a thread runs. */
    private static final ThreadLocal<JobExecution> HERE = new ThreadLocal<>();

    private final Map<JobExecution, CountDownLatch> running = new ConcurrentHashMap<>();
    private volatile boolean started;
    private volatile boolean ending;

    @Override
    public void beforeJob(JobExecution execution) {
        running.put(execution, new CountDownLatch(1));
        HERE.set(execution);
        if (ending) {
            ask(execution);
        }
    }

    @Override
    public void afterJob(JobExecution execution) {
        HERE.remove();
        CountDownLatch over = running.remove(execution);
        if (over != null) {
            over.countDown();
        }
    }

    /**
     * The job that this thread ran is over, however it ended: where the database went away, Batch gives up without
     * telling anybody.
     */
    void isOver() {
        JobExecution execution = HERE.get();
        if (execution != null) {
            afterJob(execution);
        }
    }

    /** All are asked before the first is waited for. */
    @Override
    public void stop() {
        ending = true;
        running.keySet().forEach(GracefulStop::ask);
        try {
            for (Map.Entry<JobExecution, CountDownLatch> run : List.copyOf(running.entrySet())) {
                awaitEnd(run.getKey(), run.getValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        started = false;
    }

    /** It is asked again and again: a step may just be beginning. */
    private static void awaitEnd(JobExecution run, CountDownLatch over) throws InterruptedException {
        while (!over.await(GLANCE, TimeUnit.MILLISECONDS)) {
            if (!ask(run)) {
                log.debug("run {} is ending by itself", run.getId());
            }
        }
    }

    /**
     * Asks one run to stop, and does not wait for it.
     *
     * @return whether it is a run of this process that is at work
     */
    boolean ask(long id) {
        return running.keySet().stream()
                .filter(execution -> execution.getId() == id)
                .findFirst()
                .filter(GracefulStop::ask)
                .isPresent();
    }

    /**
     * Batch's own way to stop also writes the row of the step, and where the step does so in the same moment it fails
     * instead of stopping. The step that works looks at what is in memory.
     */
    private static boolean ask(JobExecution execution) {
        if (!execution.getStatus().isRunning()) {
            return false;
        }
        execution.setStatus(BatchStatus.STOPPING);
        execution.getStepExecutions().stream()
                .filter(step -> step.getStatus().isRunning())
                .forEach(StepExecution::setTerminateOnly);
        return true;
    }

    @Override
    public void start() {
        ending = false;
        started = true;
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
