package dev.standfirst.transfer;

import dev.standfirst.subscriber.Reason;
import dev.standfirst.transfer.ImportReport.Counts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the database knows of imports: how far each is, what it came to, and which rows it left out. */
@Repository
class ImportLog {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    ImportLog(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * An import.
     *
     * @param id its number
     * @param list number of its list
     * @param file what the file is called
     * @param hash SHA-256 of the file
     * @param consent how these people agreed, in the operator's words
     * @param actor who imports
     * @param optOuts whether who left elsewhere is kept out
     * @param lineDone line of the last row that was taken, or 0
     */
    record Entry(
            long id,
            long list,
            String file,
            String hash,
            String consent,
            String actor,
            boolean optOuts,
            long lineDone) {

        /** Why people are changed by it. */
        Reason reason(String cause) {
            return new Reason("%s from %s".formatted(cause, file), actor, "import " + id, consent);
        }

        boolean isOf(Survey survey) {
            return hash.equals(survey.hash());
        }
    }

    /** The import of a list that is not finished, if there is one. */
    Optional<Entry> unfinished(long list) {
        return jdbc.sql("select * from import where list_id = ? and state = 'RUNNING' order by id limit 1")
                .param(list)
                .query(ImportLog::entry)
                .optional();
    }

    Optional<Entry> find(long id) {
        return jdbc.sql("select * from import where id = ?")
                .param(id)
                .query(ImportLog::entry)
                .optional();
    }

    Entry start(long list, ImportRequest request, Survey survey) {
        jdbc.sql("""
                insert into import (list_id, file_name, hash, state, consent, actor, opt_outs, started_at)
                values (:list, :file, :hash, 'RUNNING', :consent, :actor, :optOuts, :now)
                """)
                .param("list", list)
                .param("file", cut(request.name(), 200))
                .param("hash", survey.hash())
                .param("consent", cut(request.consent(), 2000))
                .param("actor", cut(request.actor(), 200))
                .param("optOuts", request.optOuts())
                .param("now", now())
                .update();
        return unfinished(list).orElseThrow();
    }

    /**
     * Notes that a piece was done, in the transaction that did it.
     *
     * @return whether the import was where it is thought to be: false where another process goes on with it
     */
    boolean advance(Entry entry, long from, long to, Counts counts) {
        return jdbc.sql("""
                        update import set line_done = :to, rows_done = rows_done + :rows, added = added + :added,
                               changed = changed + :changed, known = known + :known, skipped = skipped + :skipped,
                               kept_out = kept_out + :keptOut
                        where id = :id and line_done = :from and state = 'RUNNING'
                        """)
                        .param("to", to)
                        .param("rows", counts.rows())
                        .param("added", counts.added())
                        .param("changed", counts.changed())
                        .param("known", counts.known())
                        .param("skipped", counts.skipped())
                        .param("keptOut", counts.keptOut())
                        .param("id", entry.id())
                        .param("from", from)
                        .update()
                == 1;
    }

    void skip(long id, List<Skipped> rows) {
        batches.batchUpdate(
                "insert into import_skip (import_id, line, reason, words) values (?, ?, ?, ?)",
                rows.stream()
                        .map(row -> new Object[] {id, row.line(), row.reason().name(), cut(row.words(), 600)})
                        .toList());
    }

    void finish(long id) {
        end(id, "DONE");
    }

    /** Gives an import up; what it did stays. */
    void giveUp(long id) {
        end(id, "GIVEN_UP");
    }

    Counts counts(long id) {
        return jdbc.sql("select * from import where id = ?")
                .param(id)
                .query((row, number) -> new Counts(
                        row.getLong("rows_done"),
                        row.getLong("added"),
                        row.getLong("changed"),
                        row.getLong("known"),
                        row.getLong("skipped"),
                        row.getLong("kept_out")))
                .single();
    }

    Map<SkipReason, Long> reasons(long id) {
        Map<SkipReason, Long> reasons = new EnumMap<>(SkipReason.class);
        jdbc.sql("select reason, count(*) from import_skip where import_id = ? group by reason")
                .param(id)
                .query(row -> {
                    reasons.put(SkipReason.valueOf(row.getString(1)), row.getLong(2));
                });
        return reasons;
    }

    /** The next rows that were left out, behind a line; their values are in the file alone. */
    List<Skipped> skipped(long id, long after, int limit) {
        return jdbc.sql("""
                select line, reason, words from import_skip where import_id = ? and line > ? order by line limit ?
                """)
                .params(id, after, limit)
                .query((row, number) -> new Skipped(
                        row.getLong("line"), "", SkipReason.valueOf(row.getString("reason")), row.getString("words")))
                .list();
    }

    private void end(long id, String state) {
        jdbc.sql("update import set state = ?, finished_at = ? where id = ? and state = 'RUNNING'")
                .params(state, now(), id)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getLong("list_id"),
                row.getString("file_name"),
                row.getString("hash"),
                row.getString("consent"),
                row.getString("actor"),
                row.getBoolean("opt_outs"),
                row.getLong("line_done"));
    }
}
