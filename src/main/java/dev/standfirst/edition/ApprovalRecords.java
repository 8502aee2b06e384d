package dev.standfirst.edition;

import dev.standfirst.digest.Approval.Otherwise;
import dev.standfirst.edition.Approval.Plan;
import dev.standfirst.edition.Approval.State;
import dev.standfirst.edition.ApprovalLine.Act;
import dev.standfirst.edition.EditionChecks.Check;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is kept of decisions about editions, and of the checks they failed. Decided is in {@link Approvals}. */
@Repository
public class ApprovalRecords {

    /** What {@link #approval} reads. */
    static final String COLUMNS =
            "approval, approval_by, approval_at, approval_why, hour_at, decide_at, lapse_at, otherwise";

    private final JdbcClient jdbc;

    ApprovalRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Has an edition wait for somebody's decision. Joins the transaction that freezes it. */
    public void ask(long edition, Plan plan) {
        jdbc.sql("""
                update edition set approval = 'WAITING', hour_at = :hour, decide_at = :decides, lapse_at = :lapses,
                       otherwise = :otherwise
                where id = :id
                """)
                .param("hour", utc(plan.hour()))
                .param("decides", utc(plan.decides()))
                .param("lapses", utc(plan.lapses()))
                .param("otherwise", plan.otherwise().name())
                .param("id", edition)
                .update();
    }

    /** Keeps the checks that an edition failed, the first of each name. Joins the transaction that freezes it. */
    public void keepFailed(long edition, Collection<Check> failed) {
        Map<EditionChecks.Name, Check> first = new EnumMap<>(EditionChecks.Name.class);
        failed.forEach(check -> first.putIfAbsent(check.name(), check));
        first.forEach((name, check) -> jdbc.sql("insert into edition_check (edition_id, name, words) values (?, ?, ?)")
                .params(edition, name.name(), check.words())
                .update());
    }

    /** How it stands with an edition. */
    public Approval of(long edition) {
        return jdbc.sql("select " + COLUMNS + " from edition where id = ?")
                .param(edition)
                .query((row, number) -> approval(row))
                .optional()
                .orElse(Approval.NONE);
    }

    /** The checks that an edition failed when it was composed. */
    public List<Check> failed(long edition) {
        return jdbc.sql("select name, words from edition_check where edition_id = ? order by name")
                .param(edition)
                .query((row, number) ->
                        new Check(EditionChecks.Name.valueOf(row.getString("name")), false, row.getString("words")))
                .list();
    }

    /** The editions that wait, the soonest first. */
    public List<WaitingApproval> waiting() {
        return jdbc.sql("select id, digest, local_date, title, zone, " + COLUMNS
                        + " from edition where approval = 'WAITING' order by decide_at, id")
                .query((row, number) -> new WaitingApproval(
                        row.getLong("id"),
                        row.getString("digest"),
                        row.getObject("local_date", LocalDate.class),
                        row.getString("title"),
                        ZoneId.of(row.getString("zone")),
                        approval(row).plan().orElseThrow()))
                .list();
    }

    /** What was decided about an edition, in order. */
    public List<ApprovalLine> history(long edition) {
        return jdbc.sql("select * from edition_decision where edition_id = ? order by id")
                .param(edition)
                .query((row, number) -> new ApprovalLine(
                        row.getObject("at_time", OffsetDateTime.class).toInstant(),
                        Act.valueOf(row.getString("act")),
                        row.getString("who"),
                        row.getString("why")))
                .list();
    }

    /** Keeps what was decided. */
    void keep(long edition, ApprovalLine line) {
        jdbc.sql("insert into edition_decision (edition_id, act, who, why, at_time) values (?, ?, ?, ?, ?)")
                .params(edition, line.act().name(), line.who(), line.why(), utc(line.at()))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Approval approval(ResultSet row) throws SQLException {
        State state = State.valueOf(row.getString("approval"));
        return state == State.NONE
                ? Approval.NONE
                : new Approval(
                        state,
                        row.getString("approval_by"),
                        Optional.ofNullable(row.getObject("approval_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        row.getString("approval_why"),
                        Optional.of(new Plan(
                                instant(row, "hour_at"),
                                instant(row, "decide_at"),
                                instant(row, "lapse_at"),
                                Otherwise.valueOf(row.getString("otherwise")))));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
