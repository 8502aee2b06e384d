package dev.standfirst.edition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The frozen editions. There is one for a digest and a local date. */
@Repository
public class Editions {

    /** The number of what an edition leaves out for good: no later one needs to look at it again. */
    private static final int SETTLED = 0;

    private final JdbcClient jdbc;
    private final Decisions decisions;
    private final Imprints imprints;
    private final Clock clock;

    Editions(JdbcClient jdbc, Decisions decisions, Clock clock) {
        this.jdbc = jdbc;
        this.decisions = decisions;
        this.imprints = new Imprints(jdbc);
        this.clock = clock;
    }

    /**
     * Freezes an edition and what was decided for it. Joins the caller's transaction; a second one for the same digest
     * and date is refused by the database.
     */
    public long freeze(RenderedEdition rendered) {
        Edition edition = rendered.edition();
        jdbc.sql("""
                insert into edition (digest, local_date, composed_at, title, subject, preheader, stories, articles,
                                     html, body_text, page_html, not_before)
                values (:digest, :date, :now, :title, :subject, :preheader, :stories, :articles, :html, :text, :page, :start)
                """)
                .param("digest", edition.digest())
                .param("date", edition.date())
                .param("now", now())
                .param("title", edition.title())
                .param("subject", edition.subject())
                .param("preheader", edition.preheader())
                .param("stories", edition.items().size())
                .param("articles", edition.articles())
                .param("html", rendered.html())
                .param("text", rendered.text())
                .param("page", rendered.page())
                .param("start", utc(rendered.picks().notBefore()))
                .update();
        long id = find(edition.digest(), edition.date()).orElseThrow().id();
        sign(id, rendered.imprint());
        fill(id, rendered);
        return id;
    }

    /** Keeps what an edition tells, and why. */
    void fill(long id, RenderedEdition rendered) {
        Edition edition = rendered.edition();
        edition.items().forEach(item -> use(id, edition.digest(), item.number(), item.articles()));
        rendered.picks().settled().forEach(articles -> use(id, edition.digest(), SETTLED, articles));
        decisions.store(id, rendered);
    }

    /** The edition of a digest and date. */
    public Optional<StoredEdition> find(String digest, LocalDate date) {
        return jdbc.sql("select * from edition where digest = ? and local_date = ?")
                .params(digest, date)
                .query(Editions::edition)
                .optional();
    }

    /** When the edition of a digest and date was composed; empty where it was not yet. */
    public Optional<Instant> composedAt(String digest, LocalDate date) {
        return jdbc.sql("select composed_at from edition where digest = ? and local_date = ?")
                .params(digest, date)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** An edition by its number. */
    public Optional<StoredEdition> find(long id) {
        return jdbc.sql("select * from edition where id = ?")
                .param(id)
                .query(Editions::edition)
                .optional();
    }

    /** The latest edition of a digest. */
    public Optional<StoredEdition> latest(String digest) {
        return jdbc.sql("select * from edition where digest = ? order by local_date desc limit 1")
                .param(digest)
                .query(Editions::edition)
                .optional();
    }

    /** The latest editions of all digests, newest first. */
    public List<StoredEdition> latest(int limit) {
        return jdbc.sql("select * from edition order by id desc limit ?")
                .param(limit)
                .query(Editions::edition)
                .list();
    }

    /**
     * The next page of editions without what was mailed, newest first.
     *
     * @param digest of this digest alone; empty for all
     * @param before number of the last edition of the page before, or {@link Long#MAX_VALUE}
     */
    public List<EditionHead> page(String digest, long before, int limit) {
        return jdbc.sql("""
                select id, digest, local_date, composed_at, title, subject, preheader, stories, articles, completed_at,
                """ + ApprovalRecords.COLUMNS + """
                 from edition where id < :before and (:digest = '' or digest = :digest) order by id desc limit :limit
                """)
                .param("before", before)
                .param("digest", digest)
                .param("limit", limit)
                .query(Editions::head)
                .list();
    }

    /** An edition by its number, without what was mailed. */
    public Optional<EditionHead> head(long id) {
        return page("", id + 1, 1).stream().filter(head -> head.id() == id).findFirst();
    }

    /** Everybody's row is settled. */
    public void complete(long id) {
        jdbc.sql("update edition set completed_at = coalesce(completed_at, ?) where id = ?")
                .params(now(), id)
                .update();
    }

    /** Somebody's row waits again: the edition goes on, at once. */
    public void reopen(long id) {
        jdbc.sql("update edition set completed_at = null, next_due_at = :now where id = :id")
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** When it goes on with those who wait; empty where nobody does, or it waits for nothing. */
    public Optional<Instant> goesOn(long id) {
        return instant("select next_due_at from edition where id = ?", id);
    }

    /** Who publishes an edition; empty for one of an earlier version that nobody signed yet. */
    public Optional<Imprint> imprint(long id) {
        return imprints.find(id);
    }

    /** Keeps who publishes an edition, once: what is kept already stays. */
    public void sign(long id, Imprint imprint) {
        imprints.keep(id, imprint);
    }

    /** The date of the edition of a digest before a date; empty where there is none. */
    public Optional<LocalDate> lastBefore(String digest, LocalDate date) {
        return jdbc.sql("""
                select local_date from edition where digest = ? and local_date < ? order by local_date desc limit 1
                """)
                .params(digest, date)
                .query((row, number) -> row.getObject(1, LocalDate.class))
                .optional();
    }

    /**
     * The editions composed since a moment that are not finished, and wait for nobody's hour: their runs ended early.
     */
    public List<CutOff> cutOff(Instant since) {
        return jdbc.sql("""
                select digest, local_date, composed_at, tries_for from edition
                where completed_at is null and next_due_at is null and composed_at >= ?
                  and approval in ('NONE', 'APPROVED')
                order by composed_at
                """)
                .param(since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new CutOff(
                        row.getString("digest"),
                        row.getObject("local_date", LocalDate.class),
                        row.getObject("composed_at", OffsetDateTime.class).toInstant(),
                        Duration.ofSeconds(row.getLong("tries_for"))))
                .list();
    }

    /**
     * Keeps when the next of those are due who wait for an hour of their own.
     *
     * @param next empty where nobody does
     */
    public void waitUntil(long id, Optional<Instant> next) {
        jdbc.sql("update edition set next_due_at = :next where id = :id")
                .param("next", utc(next))
                .param("id", id)
                .update();
    }

    /** The editions that are not finished and go on at an hour that people chose, the soonest first. */
    public List<WaitingEdition> waiting() {
        return jdbc.sql("""
                select id, digest, local_date, title, next_due_at, zone, tries_for from edition
                where next_due_at is not null and completed_at is null and approval in ('NONE', 'APPROVED')
                order by next_due_at, id
                """)
                .query((row, number) -> new WaitingEdition(
                        row.getLong("id"),
                        row.getString("digest"),
                        row.getObject("local_date", LocalDate.class),
                        row.getString("title"),
                        row.getObject("next_due_at", OffsetDateTime.class).toInstant(),
                        ZoneId.of(row.getString("zone")),
                        Duration.ofSeconds(row.getLong("tries_for"))))
                .list();
    }

    private void use(long edition, String digest, int story, List<Long> articles) {
        for (long article : articles) {
            jdbc.sql("insert into edition_article (digest, article_id, edition_id, story) values (?, ?, ?, ?)")
                    .params(digest, article, edition, story)
                    .update();
        }
    }

    private Optional<Instant> instant(String sql, long id) {
        return jdbc.sql(sql)
                .param(id)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    private static @Nullable OffsetDateTime utc(Optional<Instant> instant) {
        return instant.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static StoredEdition edition(ResultSet row, int number) throws SQLException {
        return new StoredEdition(
                row.getLong("id"),
                row.getString("digest"),
                row.getObject("local_date", LocalDate.class),
                row.getObject("composed_at", OffsetDateTime.class).toInstant(),
                row.getString("title"),
                row.getString("subject"),
                row.getString("preheader"),
                row.getInt("stories"),
                row.getInt("articles"),
                row.getString("html"),
                row.getString("body_text"),
                row.getString("page_html"),
                Optional.ofNullable(row.getObject("completed_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static EditionHead head(ResultSet row, int number) throws SQLException {
        OffsetDateTime completed = row.getObject("completed_at", OffsetDateTime.class);
        return new EditionHead(
                row.getLong("id"),
                row.getString("digest"),
                row.getObject("local_date", LocalDate.class),
                row.getObject("composed_at", OffsetDateTime.class).toInstant(),
                row.getString("title"),
                row.getString("subject"),
                row.getString("preheader"),
                row.getInt("stories"),
                row.getInt("articles"),
                Optional.ofNullable(completed).map(OffsetDateTime::toInstant),
                ApprovalRecords.approval(row));
    }
}
