package dev.standfirst.source;

import dev.standfirst.digest.SourceSpec;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sources that were read, and how they are. */
@Repository
public class Sources {

    private static final int PROBLEM_LENGTH = 1000;
    private static final String SELECT =
            "select s.*, (select count(*) from entry e where e.source_id = s.id) as entries" + " from source s";

    private final JdbcClient jdbc;
    private final Clock clock;

    Sources(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The row of a source; made where it is read for the first time. */
    public StoredSource register(SourceSpec spec) {
        Optional<StoredSource> known = find(spec.location());
        if (known.isPresent()) {
            jdbc.sql("update source set name = ? where id = ? and name <> ?")
                    .params(spec.name(), known.get().id(), spec.name())
                    .update();
            return known.get();
        }
        try {
            jdbc.sql("insert into source (location, kind, name) values (?, ?, ?)")
                    .params(spec.location().toString(), spec.kind().name(), spec.name())
                    .update();
        } catch (DuplicateKeyException e) {
            // Another digest reads it for the first time in the same moment.
        }
        return find(spec.location()).orElseThrow();
    }

    /** What is known of a location. */
    public Optional<StoredSource> find(URI location) {
        return jdbc.sql(SELECT + " where s.location = ?")
                .param(location.toString())
                .query(Sources::source)
                .optional();
    }

    /** All sources that were ever read, the failing ones first. */
    public List<StoredSource> all() {
        return jdbc.sql(SELECT + " order by case when s.failing_since is null then 1 else 0 end, s.name")
                .query(Sources::source)
                .list();
    }

    /** It answered with a list. */
    public void succeeded(long id, Validators validators) {
        jdbc.sql("update source set etag = ?, last_modified = ?, last_try = ?, last_success = ?,"
                        + " failing_since = null, problem = '' where id = ?")
                .params(validators.etag(), validators.lastModified(), now(), now(), id)
                .update();
    }

    /** It answered that nothing changed. */
    public void unchanged(long id) {
        jdbc.sql("update source set last_try = ?, last_success = ?, failing_since = null, problem = '' where id = ?")
                .params(now(), now(), id)
                .update();
    }

    /** It could not be read. */
    public void failed(long id, String reason) {
        String problem = reason.length() <= PROBLEM_LENGTH ? reason : reason.substring(0, PROBLEM_LENGTH);
        jdbc.sql("update source set last_try = ?, failing_since = coalesce(failing_since, ?), problem = ? where id = ?")
                .params(now(), now(), problem, id)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static StoredSource source(ResultSet row, int number) throws SQLException {
        return new StoredSource(
                row.getLong("id"),
                row.getString("name"),
                URI.create(row.getString("location")),
                new Validators(row.getString("etag"), row.getString("last_modified")),
                instant(row, "last_try"),
                instant(row, "last_success"),
                instant(row, "failing_since"),
                row.getString("problem"),
                row.getLong("entries"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
