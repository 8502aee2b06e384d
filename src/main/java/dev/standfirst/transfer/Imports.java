package dev.standfirst.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** Files of people that were handed in, by programs or in a browser: what is wanted of each, and how far it is. */
@Repository
public class Imports {

    private static final int PROBLEM_LENGTH = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;

    Imports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How far an import is. */
    public enum State {
        /** Its file is still to be sent, or to be sent again: the problem says why. */
        EMPTY,
        /** Its file is being checked; nothing is changed. */
        CHECKING,
        /** The report says what it would do. */
        CHECKED,
        /** Its people are being put on the list. */
        APPLYING,
        /** The report says what it did. */
        APPLIED,
        /** The file cannot be imported; the problem says why. */
        REFUSED,
        /** The program ended while its people were put on the list; apply again, and it goes on. */
        INTERRUPTED
    }

    /**
     * One of them.
     *
     * @param id its number
     * @param list name of the list that its people go on
     * @param fileName what its file is called towards people; not a path
     * @param consent how these people agreed to get mail; may be empty until it is applied
     * @param optOuts whether people who are marked as having left in the file are kept out from now on
     * @param actor who handed it in
     * @param state how far it is
     * @param report what it would do, or did, as {@link #outcome()} reads it; empty before the check
     * @param problem why not, empty while there is none
     * @param createdAt when it was made
     */
    public record Entry(
            long id,
            String list,
            String fileName,
            String consent,
            boolean optOuts,
            String actor,
            State state,
            String report,
            String problem,
            Instant createdAt) {

        /** One whose file is still to come. */
        public static Entry wanted(String list, String fileName, boolean optOuts, String actor, Instant now) {
            return new Entry(0, list, fileName, "", optOuts, actor, State.EMPTY, "", "", now);
        }

        /** The same, of people who agreed. */
        public Entry agreed(String how) {
            return new Entry(id, list, fileName, how.strip(), optOuts, actor, state, report, problem, createdAt);
        }

        /** What it would do, or did; empty before the check. */
        public Optional<ImportReport> outcome() {
            return report.isEmpty() ? Optional.empty() : Optional.of(KeptReport.read(fileName, report));
        }

        /** The same, this far. */
        Entry at(State now, String problemNow) {
            return new Entry(id, list, fileName, consent, optOuts, actor, now, report, problemNow, createdAt);
        }
    }

    /** Keeps a new one, and gives its number. */
    long add(Entry wanted) {
        KeyHolder number = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into api_import (list, file_name, consent, opt_outs, actor, state, report, created_at)
                values (:list, :file, :consent, :optOuts, :actor, :state, '', :now)
                """)
                .param("list", wanted.list())
                .param("file", wanted.fileName())
                .param("consent", wanted.consent())
                .param("optOuts", wanted.optOuts())
                .param("actor", wanted.actor())
                .param("state", wanted.state().name())
                .param("now", wanted.createdAt().atOffset(ZoneOffset.UTC))
                .update(number, "id");
        return Objects.requireNonNull(number.getKey()).longValue();
    }

    /** How many there are. */
    long count() {
        return jdbc.sql("select count(*) from api_import")
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /** One by its number. */
    public Optional<Entry> find(long id) {
        return jdbc.sql("select * from api_import where id = ?")
                .param(id)
                .query(Imports::entry)
                .optional();
    }

    /** The imports before one, newest first. */
    public List<Entry> before(long id, int limit) {
        return jdbc.sql("select * from api_import where id < ? order by id desc limit ?")
                .params(id, limit)
                .query(Imports::entry)
                .list();
    }

    /** Those that were made longer ago than this. */
    List<Entry> olderThan(Duration age) {
        return jdbc.sql("select * from api_import where created_at < ? order by id limit 1000")
                .param(clock.instant().minus(age).atOffset(ZoneOffset.UTC))
                .query(Imports::entry)
                .list();
    }

    /** Those whose report holds a text, in whatever case. */
    List<Entry> naming(String text) {
        return jdbc.sql("select * from api_import where position(? in lower(report)) > 0 order by id")
                .param(text.toLowerCase(Locale.ROOT))
                .query(Imports::entry)
                .list();
    }

    /** Notes how far one is. */
    public void set(long id, State state, String report, String problem) {
        jdbc.sql("update api_import set state = ?, report = ?, problem = ? where id = ?")
                .params(
                        state.name(),
                        report,
                        problem.length() <= PROBLEM_LENGTH ? problem : problem.substring(0, PROBLEM_LENGTH),
                        id)
                .update();
    }

    /** Notes how its people agreed, where that was still to be said. */
    void agree(long id, String consent) {
        jdbc.sql("update api_import set consent = ? where id = ? and consent = ''")
                .params(consent, id)
                .update();
    }

    void remove(long id) {
        jdbc.sql("delete from api_import where id = ?").param(id).update();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getString("list"),
                row.getString("file_name"),
                row.getString("consent"),
                row.getBoolean("opt_outs"),
                row.getString("actor"),
                State.valueOf(row.getString("state")),
                row.getString("report"),
                row.getString("problem"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
