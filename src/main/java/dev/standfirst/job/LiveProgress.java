package dev.standfirst.job;

import dev.standfirst.text.OneLine;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How far runs are, for whoever looks from whichever process. It commits by itself, so that it is seen while a chunk is
 * at work; that it cannot be written stops nothing.
 */
@Repository
class LiveProgress {

    private static final Logger log = LoggerFactory.getLogger(LiveProgress.class);
    private static final int PROBLEM_LENGTH = 1000;

    private final JdbcClient jdbc;
    private final TransactionTemplate alone;

    LiveProgress(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void write(long run, Progress progress) {
        try {
            alone.executeWithoutResult(status -> {
                if (update(run, progress) == 0) {
                    insert(run, progress);
                }
            });
        } catch (DataAccessException | TransactionException e) {
            log.warn("how far run {} is could not be kept; it goes on", run, e);
        }
    }

    Optional<Progress> find(long run) {
        return jdbc.sql("select * from run_progress where run_id = ?")
                .param(run)
                .query((row, number) -> new Progress(
                        RunStep.of(row.getString("step")),
                        row.getLong("seen"),
                        row.getLong("total"),
                        row.getDouble("per_second"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getString("problem")))
                .optional();
    }

    private int update(long run, Progress progress) {
        return bound("""
                update run_progress set step = :step, seen = :seen, total = :total, per_second = :pace,
                       started_at = :started, changed_at = :changed, problem = :problem
                where run_id = :run
                """, run, progress);
    }

    private void insert(long run, Progress progress) {
        bound("""
                insert into run_progress (run_id, step, seen, total, per_second, started_at, changed_at, problem)
                values (:run, :step, :seen, :total, :pace, :started, :changed, :problem)
                """, run, progress);
    }

    private int bound(String sql, long run, Progress progress) {
        return jdbc.sql(sql)
                .param("run", run)
                .param("step", progress.step().key())
                .param("seen", progress.seen())
                .param("total", progress.total())
                .param("pace", progress.perSecond())
                .param("started", progress.started().atOffset(ZoneOffset.UTC))
                .param("changed", progress.changed().atOffset(ZoneOffset.UTC))
                .param("problem", OneLine.of(progress.problem(), PROBLEM_LENGTH))
                .update();
    }
}
