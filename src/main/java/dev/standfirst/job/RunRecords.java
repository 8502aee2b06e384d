package dev.standfirst.job;

import dev.standfirst.text.Fact;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is kept of a run for people, beside the batch metadata: the facts of its steps and its problems. */
@Repository
class RunRecords {

    private static final int FACTS_LENGTH = 500;
    private static final int PROBLEM_LENGTH = 1000;

    private final JdbcClient jdbc;

    RunRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void stepDone(long run, RunStep step, Fact done, Duration took) {
        jdbc.sql("insert into run_step (run_id, step, facts, millis) values (?, ?, ?, ?)")
                .params(run, step.key(), done.kept(FACTS_LENGTH), took.toMillis())
                .update();
    }

    void problem(long run, RunStep step, String problem) {
        jdbc.sql("""
                insert into run_problem (run_id, number, step, problem)
                select :run, count(*) + 1, :step, :problem from run_problem where run_id = :run
                """)
                .param("run", run)
                .param("step", step.key())
                .param("problem", problem.length() <= PROBLEM_LENGTH ? problem : problem.substring(0, PROBLEM_LENGTH))
                .update();
    }

    List<Run.StepFacts> steps(long run) {
        return jdbc.sql("select step, facts, millis from run_step where run_id = ?")
                .param(run)
                .query((row, number) -> new Run.StepFacts(
                        RunStep.of(row.getString("step")),
                        Fact.read(row.getString("facts")),
                        Duration.ofMillis(row.getLong("millis"))))
                .list();
    }

    List<String> problems(long run) {
        return jdbc.sql("select problem from run_problem where run_id = ? order by number")
                .param(run)
                .query((row, number) -> row.getString("problem"))
                .list();
    }

    /** How much went wrong in each run; runs without a problem are missing. */
    Map<Long, Long> problemCounts(Collection<Long> runs) {
        Map<Long, Long> counts = new HashMap<>();
        if (!runs.isEmpty()) {
            jdbc.sql("select run_id, count(*) from run_problem where run_id in (:runs) group by run_id")
                    .param("runs", runs)
                    .query(row -> {
                        counts.put(row.getLong(1), row.getLong(2));
                    });
        }
        return counts;
    }
}
