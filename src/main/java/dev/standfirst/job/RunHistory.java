package dev.standfirst.job;

import dev.standfirst.edition.Approval;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The runs that were, read from the batch metadata and from what was kept beside it. */
@Repository
class RunHistory {

    private static final String RUNS = """
            select e.JOB_EXECUTION_ID as id, digest.PARAMETER_VALUE as digest, edition_date.PARAMETER_VALUE as local_date,
                   e.STATUS as status, e.START_TIME as started, e.END_TIME as ended,
                   exists (select 1 from BATCH_STEP_EXECUTION s
                           where s.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID and s.EXIT_CODE = 'NOTHING_NEW') as nothing_new,
                   exists (select 1 from BATCH_STEP_EXECUTION s
                           where s.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID and s.EXIT_CODE = 'REST_LATER') as rest_later,
                   exists (select 1 from BATCH_STEP_EXECUTION s
                           where s.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID and s.EXIT_CODE = 'WAITS') as asked,
                   (select w.approval from edition w
                    where w.digest = digest.PARAMETER_VALUE
                      and cast(w.local_date as varchar) = edition_date.PARAMETER_VALUE) as approval,
                   (select l.owner from edition_lease l
                    where l.digest = digest.PARAMETER_VALUE and l.until_time > current_timestamp
                      and cast(l.local_date as varchar) = edition_date.PARAMETER_VALUE) as holder
            from BATCH_JOB_EXECUTION e
            join BATCH_JOB_EXECUTION_PARAMS digest
              on digest.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID and digest.PARAMETER_NAME = 'digest'
            join BATCH_JOB_EXECUTION_PARAMS edition_date
              on edition_date.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID and edition_date.PARAMETER_NAME = 'date'
            """;

    private final JdbcClient jdbc;
    private final RunRecords records;
    private final LiveProgress live;
    private final Clock clock;

    RunHistory(JdbcClient jdbc, RunRecords records, LiveProgress live, Clock clock) {
        this.jdbc = jdbc;
        this.records = records;
        this.live = live;
        this.clock = clock;
    }

    List<Run> latest(int limit) {
        return jdbc.sql(RUNS + " order by e.JOB_EXECUTION_ID desc limit ?")
                .param(limit)
                .query(RunHistory::run)
                .list();
    }

    /**
     * The runs before one, newest first.
     *
     * @param digest of this digest alone; empty for all
     */
    List<Run> before(String digest, long id, int limit) {
        return jdbc.sql(RUNS + """
                where e.JOB_EXECUTION_ID < :before and (:digest = '' or digest.PARAMETER_VALUE = :digest)
                order by e.JOB_EXECUTION_ID desc limit :limit
                """)
                .param("before", id)
                .param("digest", digest)
                .param("limit", limit)
                .query(RunHistory::run)
                .list();
    }

    Optional<Run.Details> find(long id) {
        return jdbc.sql(RUNS + " where e.JOB_EXECUTION_ID = ?")
                .param(id)
                .query(RunHistory::run)
                .optional()
                .map(this::details);
    }

    /** How far a run is; empty where it is not at work. */
    Optional<Progress> progress(Run run) {
        return run.state() == Run.State.RUNNING
                ? live.find(run.id()).map(found -> found.asOf(clock.instant()))
                : Optional.empty();
    }

    Map<Long, Long> problems(List<Run> runs) {
        return records.problemCounts(runs.stream().map(Run::id).toList());
    }

    private Run.Details details(Run run) {
        List<Run.StepFacts> steps = records.steps(run.id()).stream()
                .sorted(Comparator.comparing(Run.StepFacts::step))
                .toList();
        return new Run.Details(run, steps, records.problems(run.id()), progress(run));
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        EditionKey key = new EditionKey(row.getString("digest"), LocalDate.parse(row.getString("local_date")));
        Instant started = instant(row, "started");
        Instant ended = instant(row, "ended");
        Run.State state = state(row.getString("status"), isAtWork(row.getString("holder")));
        if (row.getBoolean("nothing_new")) {
            state = Run.State.NOTHING_NEW;
        } else if (row.getBoolean("rest_later")) {
            state = Run.State.REST_LATER;
        } else if (row.getBoolean("asked")) {
            // It did all it could; what became of the edition is told by the run that went on, or by the edition.
            state = asked(row.getString("approval"));
        }
        return new Run(
                row.getLong("id"), key, state, started == null ? Instant.EPOCH : started, Optional.ofNullable(ended));
    }

    /** Batch keeps the wall-clock time of the JVM, without a zone. */
    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var stamp = row.getTimestamp(column);
        return stamp == null
                ? null
                : stamp.toLocalDateTime().atZone(ZoneId.systemDefault()).toInstant();
    }

    /** A process of this machine that is over holds nothing, though its lease has not run out. */
    private static boolean isAtWork(@Nullable String holder) {
        return holder != null && !LeaseOwner.parse(holder).isGone();
    }

    private static Run.State asked(@Nullable String approval) {
        return approval == null
                ? Run.State.DONE
                : switch (Approval.State.valueOf(approval)) {
                    case WAITING -> Run.State.WAITS;
                    case SKIPPED -> Run.State.SKIPPED;
                    case NONE, APPROVED -> Run.State.DONE;
                };
    }

    private static Run.State state(String status, boolean held) {
        return switch (status) {
            case "COMPLETED" -> Run.State.DONE;
            case "STOPPED" -> Run.State.STOPPED;
            case "STARTING", "STARTED", "STOPPING" -> held ? Run.State.RUNNING : Run.State.CUT_OFF;
            default -> Run.State.FAILED;
        };
    }
}
