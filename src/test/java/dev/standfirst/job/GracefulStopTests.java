package dev.standfirst.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;

class GracefulStopTests {

    private final GracefulStop stop = new GracefulStop();
    private final JobExecution execution = new JobExecution(7L, new JobInstance(1L, "edition"), new JobParameters());

    @Test
    void aRunAtWorkIsAskedToStop() {
        execution.setStatus(BatchStatus.STARTED);
        stop.beforeJob(execution);

        assertThat(stop.ask(7)).isTrue();
        assertThat(execution.getStatus()).isEqualTo(BatchStatus.STOPPING);
        stop.afterJob(execution);
        assertThat(stop.ask(7)).isFalse();
    }

    @Test
    @Timeout(20)
    void nobodyWaitsForARunThatBatchGaveUpWithoutAWord() {
        stop.beforeJob(execution);
        stop.isOver();

        stop.stop();
        assertThat(stop.isRunning()).isFalse();
    }
}
