package dev.standfirst.edition;

import dev.standfirst.article.Articles;
import dev.standfirst.edition.Edition.Item;
import dev.standfirst.story.Story.Coverage;
import dev.standfirst.summary.Summaries;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The frozen editions, and the articles that wait for one. There is one edition for a digest and a local date. */
@Repository
public class Editions {

    private final JdbcClient jdbc;
    private final Summaries summaries;
    private final Clock clock;

    Editions(JdbcClient jdbc, Summaries summaries, Clock clock) {
        this.jdbc = jdbc;
        this.summaries = summaries;
        this.clock = clock;
    }

    /**
     * The articles that a digest has not used yet; one that several of its sources list is used once.
     *
     * @param sources the digest's sources: their topics by their locations
     * @param notBefore only articles that came out, or were first seen, after this
     */
    public List<Coverage> candidates(String digest, Map<URI, String> sources, Optional<Instant> notBefore) {
        Collection<String> locations =
                sources.keySet().stream().map(URI::toString).toList();
        return jdbc.sql("""
                select a.*, e.first_seen, s.name as outlet, s.location
                from article a
                join entry e on e.id = a.id
                join source s on s.id = e.source_id
                where a.summarised = true and s.location in (:locations)
                  and e.dated >= :after
                  and not exists (select 1 from edition_article used where used.digest = :digest and used.article_id = a.id)
                  and (e.address_key = '' or not exists (
                        select 1 from edition_article used join entry twin on twin.id = used.article_id
                        where used.digest = :digest and twin.address_key = e.address_key))
                  and (e.address_key = '' or not exists (
                        select 1 from entry twin
                        join article extracted on extracted.id = twin.id
                        join source listing on listing.id = twin.source_id
                        where twin.address_key = e.address_key and twin.id < e.id and listing.location in (:locations)))
                order by a.id
                """)
                .param("locations", locations)
                .param("after", notBefore.orElse(Instant.EPOCH).atOffset(ZoneOffset.UTC))
                .param("digest", digest)
                .query((row, number) -> coverage(row, sources))
                .list();
    }

    /**
     * Freezes an edition. Joins the caller's transaction; a second one for the same digest and date is refused by the
     * database.
     */
    public long freeze(RenderedEdition rendered) {
        Edition edition = rendered.edition();
        jdbc.sql("""
                insert into edition (digest, local_date, composed_at, title, subject, preheader, stories, articles, html, body_text)
                values (:digest, :date, :now, :title, :subject, :preheader, :stories, :articles, :html, :text)
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
                .update();
        long id = find(edition.digest(), edition.date()).orElseThrow().id();
        edition.items().forEach(item -> use(id, edition.digest(), item));
        return id;
    }

    /** The edition of a digest and date. */
    public Optional<StoredEdition> find(String digest, LocalDate date) {
        return jdbc.sql("select * from edition where digest = ? and local_date = ?")
                .params(digest, date)
                .query(Editions::edition)
                .optional();
    }

    /** An edition by its number. */
    public Optional<StoredEdition> find(long id) {
        return jdbc.sql("select * from edition where id = ?")
                .param(id)
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

    /** Everybody's row is settled. */
    public void complete(long id) {
        jdbc.sql("update edition set completed_at = coalesce(completed_at, ?) where id = ?")
                .params(now(), id)
                .update();
    }

    private void use(long edition, String digest, Item item) {
        for (long article : item.articles()) {
            jdbc.sql("insert into edition_article (digest, article_id, edition_id, story) values (?, ?, ?, ?)")
                    .params(digest, article, edition, item.number())
                    .update();
        }
    }

    private Coverage coverage(ResultSet row, Map<URI, String> topics) throws SQLException {
        var article = Articles.article(row, 0);
        long id = row.getLong("id");
        return new Coverage(
                id,
                article,
                summaries.find(id, article.text()),
                row.getString("outlet"),
                topics.getOrDefault(URI.create(row.getString("location")), ""),
                row.getObject("first_seen", OffsetDateTime.class).toInstant());
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
                Optional.ofNullable(row.getObject("completed_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
