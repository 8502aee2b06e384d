package dev.standfirst.source;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored entries on their way to an article. How they come in is {@link EntryStore}'s. */
@Repository
public class Entries {

    private static final int ATTEMPTS = 3;
    private static final Duration NEXT_ATTEMPT = Duration.ofDays(1);

    private final JdbcClient jdbc;

    Entries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The entries of these sources whose pages may be fetched now, in the order in which they came. */
    public List<PendingEntry.Waiting> pending(Collection<Long> sourceIds, Instant now) {
        return sourceIds.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select id, link from entry
                        where state = 'NEW' and source_id in (:sources) and (next_try is null or next_try <= :now)
                        order by id
                        """)
                        .param("sources", sourceIds)
                        .param("now", utc(now))
                        .query((row, number) ->
                                new PendingEntry.Waiting(row.getLong("id"), host(row.getString("link"))))
                        .list();
    }

    /** Whether one of them still waits. */
    public boolean isPending(long id) {
        return jdbc.sql("select count(*) from entry where id = ? and state = 'NEW'")
                        .param(id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** One of them; empty where somebody has dealt with it in the meantime. */
    public Optional<PendingEntry> findPending(long id) {
        return jdbc.sql("""
                select e.*, s.location from entry e join source s on s.id = e.source_id
                where e.id = ? and e.state = 'NEW'
                """).param(id).query(Entries::pendingEntry).optional();
    }

    /**
     * An entry of any source that leads to the same page and has its article.
     *
     * @param addressKey not empty
     */
    public Optional<Long> extractedTwin(String addressKey) {
        return jdbc.sql("""
                select max(e.id) from entry e join article a on a.id = e.id
                where e.address_key = ? and e.state = 'DONE' and a.full_text = true
                """).param(addressKey).query(Long.class).optional();
    }

    /**
     * Its article is to be stored.
     *
     * @param published as its page says; it dates an entry that its source does not date
     * @param now when it was read
     * @return false where somebody stored it in the meantime
     */
    public boolean done(long id, @Nullable Instant published, Instant now) {
        jdbc.sql("""
                update entry set dated = :published
                where id = :id and published is null and :published between :web and first_seen
                """)
                .param("id", id)
                .param("published", utc(published == null ? Instant.EPOCH : published))
                .param("web", utc(Intake.BEFORE_THE_WEB))
                .update();
        return settle(id, "DONE", "", now);
    }

    /** It has no article for us and never will. */
    public void leftOut(long id, String reason, Instant now) {
        settle(id, "LEFT_OUT", reason, now);
    }

    /**
     * Its article could not be had. It is tried again a day later at the earliest, three times in all.
     *
     * @param now when that was
     */
    public void failed(long id, String reason, Instant now) {
        jdbc.sql("""
                update entry set attempts = attempts + 1, problem = :reason, next_try = :next, claimed_by = '',
                       claimed_until = null, settled_at = :now, state = case when attempts + 1 >= :attempts then 'FAILED' else 'NEW' end
                where id = :id and state = 'NEW'
                """)
                .param("reason", EntryStore.cut(reason, 1000))
                .param("next", utc(now.plus(NEXT_ATTEMPT)))
                .param("now", utc(now))
                .param("attempts", ATTEMPTS)
                .param("id", id)
                .update();
    }

    /** Nothing could be reached, so that is no fault of its page: the next run tries it again. */
    public void unreached(long id, String reason) {
        jdbc.sql("update entry set problem = ?, claimed_by = '', claimed_until = null where id = ? and state = 'NEW'")
                .params(EntryStore.cut(reason, 1000), id)
                .update();
    }

    /**
     * Lets the held entries of a source go to the next edition.
     *
     * @return how many
     */
    public int release(long sourceId) {
        return jdbc.sql("update entry set state = 'NEW', problem = '' where source_id = ? and state = 'HELD'")
                .param(sourceId)
                .update();
    }

    /**
     * Leaves the held entries of a source out for good.
     *
     * @return how many
     */
    public int drop(long sourceId) {
        return jdbc.sql(
                        "update entry set state = 'LEFT_OUT', problem = 'was held as a flood of old entries and dropped'"
                                + " where source_id = ? and state = 'HELD'")
                .param(sourceId)
                .update();
    }

    private boolean settle(long id, String state, String reason, Instant now) {
        return jdbc.sql("update entry set state = ?, attempts = attempts + 1, problem = ?, claimed_by = '',"
                                + " claimed_until = null, settled_at = ? where id = ? and state = 'NEW'")
                        .params(state, EntryStore.cut(reason, 1000), now.atOffset(ZoneOffset.UTC), id)
                        .update()
                == 1;
    }

    private static String host(String link) {
        String host = link.startsWith("http") ? URI.create(link).getHost() : "";
        return host == null ? "" : host.toLowerCase(Locale.ROOT);
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
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
                Categories.of(row.getString("categories")),
                List.of());
        return new PendingEntry(
                row.getLong("id"),
                row.getLong("source_id"),
                URI.create(row.getString("location")),
                entry,
                row.getString("address_key"));
    }
}
