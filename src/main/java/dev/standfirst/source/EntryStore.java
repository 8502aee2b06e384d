package dev.standfirst.source;

import dev.standfirst.source.Intake.Candidate;
import dev.standfirst.source.Intake.Decision;
import dev.standfirst.source.Intake.Known;
import dev.standfirst.source.Intake.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What sources list, each thing once. A listing of a thousand known entries costs a few statements, not a thousand. */
@Repository
class EntryStore {

    private static final int AT_ONCE = 500;

    private static final String INSERT = """
            insert into entry (source_id, guid, link, title, author, published, first_seen, summary, content,
                               state, problem, address_key, title_key, dated, categories)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    EntryStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * What came of a listing.
     *
     * @param fresh how many entries were new
     * @param held how many of the others look like old ones under new ids and wait for somebody
     */
    record Stored(int fresh, int held) {}

    /**
     * Stores the entries that this source did not list before.
     *
     * @param seen when the source listed them
     * @param lastSuccess when it was read last; at the first time only what is of the window is taken
     * @param window how old an entry may be at the first time
     */
    @Transactional
    Stored store(
            long sourceId,
            List<Entry> entries,
            Instant seen,
            Optional<Instant> lastSuccess,
            Optional<Duration> window) {
        Intake intake = new Intake(seen, lastSuccess, window);
        List<Candidate> candidates = intake.candidates(entries);
        Set<String> guids = knownGuids(sourceId, candidates);
        List<Candidate> strangers = candidates.stream()
                .filter(candidate -> !guids.contains(candidate.guid()))
                .toList();
        List<Decision> decisions =
                strangers.isEmpty() ? List.of() : intake.decide(strangers, like(sourceId, strangers));
        insert(sourceId, decisions, seen);
        Map<State, Long> counts = new HashMap<>(
                decisions.stream().collect(Collectors.groupingBy(Decision::state, Collectors.counting())));
        return new Stored(
                counts.getOrDefault(State.NEW, 0L).intValue(),
                counts.getOrDefault(State.HELD, 0L).intValue());
    }

    private Set<String> knownGuids(long sourceId, List<Candidate> candidates) {
        Set<String> known = new HashSet<>();
        for (List<String> guids : parts(candidates.stream().map(Candidate::guid).toList())) {
            known.addAll(jdbc.sql("select guid from entry where source_id = :source and guid in (:guids)")
                    .param("source", sourceId)
                    .param("guids", guids)
                    .query(String.class)
                    .list());
        }
        return known;
    }

    /** The stored entries that share a key with one of these. */
    private List<Known> like(long sourceId, List<Candidate> strangers) {
        List<Known> known = new ArrayList<>();
        Map<String, List<String>> keys = Map.of(
                "address_key", strangers.stream().map(Candidate::addressKey).toList(),
                "title_key", strangers.stream().map(Candidate::titleKey).toList());
        keys.forEach((column, values) -> {
            for (List<String> part : parts(
                    values.stream().filter(value -> !value.isEmpty()).distinct().toList())) {
                known.addAll(jdbc.sql("select guid, address_key, title_key, title, dated from entry"
                                + " where source_id = :source and " + column + " in (:keys)")
                        .param("source", sourceId)
                        .param("keys", part)
                        .query(EntryStore::known)
                        .list());
            }
        });
        return known;
    }

    private void insert(long sourceId, List<Decision> decisions, Instant seen) {
        batches.batchUpdate(INSERT, decisions, AT_ONCE, (statement, decision) -> {
            List<@Nullable Object> values = values(sourceId, decision, seen);
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
        });
    }

    private static List<@Nullable Object> values(long sourceId, Decision decision, Instant seen) {
        Candidate candidate = decision.candidate();
        Entry entry = candidate.entry();
        boolean leftOut = decision.state() == State.LEFT_OUT;
        List<@Nullable Object> values = new ArrayList<>();
        values.add(sourceId);
        values.add(candidate.guid());
        values.add(link(entry));
        values.add(cut(entry.title(), 2000));
        values.add(cut(entry.author(), 1000));
        values.add(Entries.utc(candidate.published()));
        values.add(Entries.utc(seen));
        // Nobody will ever read what is left out.
        values.add(leftOut ? "" : clean(entry.summary()));
        values.add(leftOut ? "" : clean(entry.content()));
        values.add(decision.state().name());
        values.add(leftOut ? Intake.OLD : "");
        values.add(candidate.addressKey());
        values.add(candidate.titleKey());
        values.add(Entries.utc(candidate.dated()));
        values.add(Categories.line(entry.categories()));
        return values;
    }

    /** Half an address leads nowhere. */
    private static String link(Entry entry) {
        String link = entry.link() == null ? "" : entry.link().toString();
        return link.length() <= 4000 ? link : "";
    }

    static String cut(String text, int length) {
        String clean = clean(text);
        return clean.length() <= length ? clean : clean.substring(0, length);
    }

    /** PostgreSQL stores no NUL. */
    private static String clean(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }

    private static <T> List<List<T>> parts(List<T> all) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            parts.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
        return parts;
    }

    private static Known known(ResultSet row, int number) throws SQLException {
        return new Known(
                row.getString("guid"),
                row.getString("address_key"),
                row.getString("title_key"),
                row.getString("title"),
                row.getObject("dated", OffsetDateTime.class).toInstant());
    }
}
