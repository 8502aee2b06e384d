package dev.standfirst.source;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What sources list, each thing once. */
@Repository
public class Entries {

    private static final int ATTEMPTS = 3;

    private final JdbcClient jdbc;

    Entries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Stores the entries that this source did not list before.
     *
     * @param seen when the source listed them
     * @return how many were new
     */
    @Transactional
    public int store(long sourceId, List<Entry> entries, Instant seen) {
        int fresh = 0;
        for (Entry entry : entries) {
            fresh += isKnown(sourceId, entry) ? 0 : insert(sourceId, entry, seen);
        }
        return fresh;
    }

    /** The next entries of these sources whose articles are still to be extracted. */
    public List<PendingEntry> pending(Collection<Long> sourceIds, long afterId, int limit) {
        return jdbc.sql("""
                select e.*, s.location from entry e join source s on s.id = e.source_id
                where e.state = 'NEW' and e.source_id in (:sources) and e.id > :after order by e.id limit :limit
                """)
                .param("sources", sourceIds)
                .param("after", afterId)
                .param("limit", limit)
                .query(Entries::pendingEntry)
                .list();
    }

    /** How many there are of them. */
    public long countPending(Collection<Long> sourceIds) {
        return jdbc.sql("select count(*) from entry where state = 'NEW' and source_id in (:sources)")
                .param("sources", sourceIds)
                .query(Long.class)
                .single();
    }

    /** Its article was stored. */
    public void done(long id) {
        jdbc.sql("update entry set state = 'DONE', attempts = attempts + 1, problem = '' where id = ?")
                .param(id)
                .update();
    }

    /** It has no article for us and never will. */
    public void leftOut(long id, String reason) {
        jdbc.sql("update entry set state = 'LEFT_OUT', attempts = attempts + 1, problem = ? where id = ?")
                .params(cut(reason, 1000), id)
                .update();
    }

    /** Its article could not be had. It is tried again by the next runs, three times in all. */
    public void failed(long id, String reason) {
        jdbc.sql("update entry set attempts = attempts + 1, problem = ?,"
                        + " state = case when attempts + 1 >= ? then 'FAILED' else 'NEW' end where id = ?")
                .params(cut(reason, 1000), ATTEMPTS, id)
                .update();
    }

    private boolean isKnown(long sourceId, Entry entry) {
        return jdbc.sql("select count(*) from entry where source_id = ? and guid = ?")
                        .params(sourceId, guid(entry))
                        .query(Long.class)
                        .single()
                > 0;
    }

    private int insert(long sourceId, Entry entry, Instant seen) {
        return jdbc.sql("""
                insert into entry (source_id, guid, link, title, author, published, first_seen, summary, content)
                values (:source, :guid, :link, :title, :author, :published, :seen, :summary, :content)
                """)
                .param("source", sourceId)
                .param("guid", guid(entry))
                .param("link", entry.link() == null ? "" : cut(entry.link().toString(), 4000))
                .param("title", cut(entry.title(), 2000))
                .param("author", cut(entry.author(), 1000))
                .param("published", utc(entry.published()))
                .param("seen", utc(seen))
                .param("summary", entry.summary())
                .param("content", entry.content())
                .update();
    }

    /** A name too long to store stands for itself by its hash. */
    private static String guid(Entry entry) {
        if (entry.id().length() <= 2000) {
            return entry.id();
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(entry.id().getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static PendingEntry pendingEntry(ResultSet row, int number) throws SQLException {
        String link = row.getString("link");
        OffsetDateTime published = row.getObject("published", OffsetDateTime.class);
        Entry entry = new Entry(
                row.getString("guid"),
                link.isEmpty() ? null : URI.create(link),
                row.getString("title"),
                published == null ? null : published.toInstant(),
                null,
                row.getString("author"),
                row.getString("summary"),
                row.getString("content"),
                null,
                List.of(),
                List.of());
        return new PendingEntry(row.getLong("id"), URI.create(row.getString("location")), entry);
    }
}
