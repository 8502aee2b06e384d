package dev.standfirst.source;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks up what became of entries, for somebody who asks. */
@Repository
public class EntryHistory {

    private static final int MOST = 5_000;

    private static final String ENTRY = """
            select e.id, e.source_id, s.name as source, coalesce(nullif(a.title, ''), e.title) as title, e.link,
                   e.first_seen, e.dated, e.state, e.problem, e.settled_at, e.address_key
            from entry e
            join source s on s.id = e.source_id
            left join article a on a.id = e.id
            """;

    private final JdbcClient jdbc;

    EntryHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An entry by its number. */
    public Optional<ListedEntry> find(long id) {
        return jdbc.sql(ENTRY + " where e.id = ?")
                .param(id)
                .query(EntryHistory::entry)
                .optional();
    }

    /** The entries that lead to an address, whatever of it does not matter, the earliest first. */
    public List<ListedEntry> at(URI address) {
        String key = SameAddress.key(address);
        return key.isEmpty()
                ? List.of()
                : jdbc.sql(ENTRY + " where e.address_key = ? order by e.id")
                        .param(key)
                        .query(EntryHistory::entry)
                        .list();
    }

    /**
     * The latest entries of these sources that came out between two moments, the latest first; some thousands at most.
     */
    public List<ListedEntry> of(Collection<Long> sources, Instant from, Instant to) {
        return sources.isEmpty()
                ? List.of()
                : jdbc.sql(ENTRY + " where e.source_id in (:sources) and e.dated between :from and :to"
                                + " order by e.dated desc, e.id desc limit :most")
                        .param("sources", sources)
                        .param("from", Entries.utc(from))
                        .param("to", Entries.utc(to))
                        .param("most", MOST)
                        .query(EntryHistory::entry)
                        .list();
    }

    private static ListedEntry entry(ResultSet row, int number) throws SQLException {
        return new ListedEntry(
                row.getLong("id"),
                row.getLong("source_id"),
                row.getString("source"),
                row.getString("title"),
                row.getString("link"),
                row.getObject("first_seen", OffsetDateTime.class).toInstant(),
                row.getObject("dated", OffsetDateTime.class).toInstant(),
                ListedEntry.State.valueOf(row.getString("state")),
                row.getString("problem"),
                Optional.ofNullable(row.getObject("settled_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getString("address_key"));
    }
}
