package dev.standfirst.source;

import dev.standfirst.digest.SourceSpec;
import dev.standfirst.source.StoredSource.Copy;
import dev.standfirst.source.StoredSource.Counts;
import dev.standfirst.source.StoredSource.Moves;
import dev.standfirst.source.StoredSource.Turn;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sources that were read, and how they are. What a reading changes is {@link SourceKeeper}'s. */
@Repository
public class Sources {

    private static final Duration LATELY = Duration.ofDays(28);

    /** What is held is little, and found by its state; the rest is counted along an index, without its rows. */
    private static final String COUNTED = """
            select s.*,
                   (select count(*) from entry e where e.source_id = s.id) as entries,
                   coalesce(h.held, 0) as held,
                   (select count(*) from entry e where e.source_id = s.id and e.dated > :lately) as lately,
                   (select min(dated) from entry e where e.source_id = s.id and e.dated > :lately) as since
            from source s
            left join (select source_id, count(*) as held from entry where state = 'HELD' group by source_id) h
                   on h.source_id = s.id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Sources(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The row of a source; made where it is read for the first time. What was said of it as another kind, that a page
     * is no feed for instance, says nothing any more: it is asked at once, for all of it.
     */
    public StoredSource register(SourceSpec spec) {
        Optional<StoredSource> known = find(spec.location());
        if (known.isPresent()) {
            jdbc.sql("update source set name = ? where id = ? and name <> ?")
                    .params(spec.name(), known.get().id(), spec.name())
                    .update();
            return isOfAnotherKind(spec, known.get().id())
                    ? find(spec.location()).orElseThrow()
                    : known.get();
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

    /** Whether it was another kind of source until now; it is none any more. */
    private boolean isOfAnotherKind(SourceSpec spec, long id) {
        return jdbc.sql("update source set kind = :kind, etag = '', last_modified = '', body_hash = '', seen_at = '',"
                                + " sightings = 0, moved_to = '', failing_since = null, failures = 0, problem = '',"
                                + " gone_since = null, next_try = case when asks_to_wait then next_try end"
                                + " where id = :id and kind <> :kind")
                        .param("kind", spec.kind().name())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** What is known of a location, without counts. */
    public Optional<StoredSource> find(URI location) {
        return jdbc.sql("select * from source where location = ?")
                .param(location.toString())
                .query((row, number) -> source(row, Counts.NONE))
                .optional();
    }

    /** All sources that were ever read, those that need somebody first. */
    public List<StoredSource> all() {
        return jdbc.sql(COUNTED + " order by case when s.failing_since is null then 1 else 0 end, s.name, s.id")
                .param("lately", Entries.utc(clock.instant().minus(LATELY)))
                .query((row, number) -> source(row, counts(row)))
                .list();
    }

    /** How many of the sources that were ever read need somebody. */
    public long failing() {
        return jdbc.sql("select count(*) from source where failing_since is not null")
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /** How many sources were ever read. */
    public long count() {
        return jdbc.sql("select count(*) from source")
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /**
     * How many entries of each source are dated in each of the days before now, the latest last, by the source's
     * number.
     */
    public Map<Long, List<Long>> daily(int days) {
        Instant now = clock.instant();
        StringBuilder columns = new StringBuilder();
        Map<String, Object> values = new HashMap<>(Map.of("t0", Entries.utc(now)));
        for (int day = 1; day <= days; day++) {
            values.put("t" + day, Entries.utc(now.minus(Duration.ofDays(day))));
            columns.insert(
                    0,
                    ", (select count(*) from entry e where e.source_id = s.id and e.dated > :t%d and e.dated <= :t%d)"
                            .formatted(day, day - 1));
        }
        Map<Long, List<Long>> daily = new HashMap<>();
        jdbc.sql("select s.id" + columns + " from source s").params(values).query(row -> {
            List<Long> counts = new ArrayList<>();
            for (int day = 1; day <= days; day++) {
                counts.add(row.getLong(day + 1));
            }
            daily.put(row.getLong(1), counts);
        });
        return daily;
    }

    /** Makes a source due at once, whatever it said or asked for. */
    public void retry(long id) {
        jdbc.sql("update source set next_try = null, skip_hours = 0, skip_days = 0, gone_since = null, failures = 0,"
                        + " asks_to_wait = false where id = ?")
                .param(id)
                .update();
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(row.getLong("entries"), row.getLong("held"), row.getLong("lately"), instant(row, "since"));
    }

    private static StoredSource source(ResultSet row, Counts counts) throws SQLException {
        return new StoredSource(
                row.getLong("id"),
                row.getString("name"),
                URI.create(row.getString("location")),
                copy(row),
                new Moves(row.getString("seen_at"), row.getInt("sightings"), row.getString("moved_to")),
                turn(row),
                instant(row, "last_try"),
                instant(row, "last_success"),
                instant(row, "failing_since"),
                row.getInt("failures"),
                row.getString("problem"),
                instant(row, "gone_since"),
                counts);
    }

    private static Copy copy(ResultSet row) throws SQLException {
        return new Copy(
                new Validators(row.getString("etag"), row.getString("last_modified")),
                row.getString("validators_of"),
                instant(row, "full_at"),
                row.getString("body_hash"),
                row.getInt("listed"));
    }

    private static Turn turn(ResultSet row) throws SQLException {
        return new Turn(
                instant(row, "next_try"),
                Duration.ofSeconds(row.getLong("rest_seconds")),
                new QuietHours(row.getInt("skip_hours"), row.getInt("skip_days")),
                row.getBoolean("asks_to_wait"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
