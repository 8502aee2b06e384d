package dev.standfirst.job;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobExecutionNotRunningException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.beans.factory.ObjectProvider;
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

    private final ObjectProvider<JobOperator> operator;
    private final Map<JobExecution, CountDownLatch> running = new ConcurrentHashMap<>();
    private volatile boolean started;
    private volatile boolean ending;

    GracefulStop(ObjectProvider<JobOperator> operator) {
        this.operator = operator;
    }

    @Override
    public void beforeJob(JobExecution execution) {
        running.put(execution, new CountDownLatch(1));
        if (ending) {
            ask(execution);
        }
    }

    @Override
    public void afterJob(JobExecution execution) {
        CountDownLatch over = running.remove(execution);
        if (over != null) {
            over.countDown();
        }
    }

    @Override
    public void stop() {
        ending = true;
        List<CountDownLatch> asked = running.entrySet().stream()
                .filter(run -> ask(run.getKey()) || run.getKey().isStopping())
                .map(Map.Entry::getValue)
                .toList();
        try {
            for (CountDownLatch over : asked) {
                over.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        started = false;
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
                .filter(this::ask)
                .isPresent();
    }

    private boolean ask(JobExecution execution) {
        try {
            return operator.getObject().stop(execution);
        } catch (JobExecutionNotRunningException e) {
            log.debug("run {} ended by itself", execution.getId(), e);
            return false;
        }
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
