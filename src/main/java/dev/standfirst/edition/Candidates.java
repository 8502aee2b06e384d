package dev.standfirst.edition;

import dev.standfirst.article.Article;
import dev.standfirst.article.Articles;
import dev.standfirst.digest.Digest;
import dev.standfirst.digest.SourceSpec;
import dev.standfirst.story.Story.Coverage;
import dev.standfirst.story.Told;
import dev.standfirst.summary.Summaries;
import dev.standfirst.summary.Summary;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The articles that wait for an edition of a digest, and those that earlier editions told. */
@Repository
class Candidates {

    /** More than anybody could choose from; the latest are taken. */
    static final int MOST = 10_000;

    private static final Summary NO_SUMMARY = new Summary(List.of());
    private static final int AT_ONCE = 500;

    /** All of an article but its HTML, which nobody needs who composes. */
    private static final String COVERAGE = """
            select a.id, a.address, a.title, a.byline, a.published, a.language, a.site, a.excerpt, a.image,
                   a.body_text, '' as body_html, a.full_text, a.echoes, a.categories,
                   e.first_seen, s.name as outlet, s.location
            from article a
            join entry e on e.id = a.id
            join source s on s.id = e.source_id
            """;

    private final JdbcClient jdbc;
    private final Summaries summaries;

    Candidates(JdbcClient jdbc, Summaries summaries) {
        this.jdbc = jdbc;
        this.summaries = summaries;
    }

    /** Numbers of the digest's sources; those that were never read have none. */
    List<Long> sources(Digest digest) {
        return jdbc.sql("select id from source where location in (:locations) order by id")
                .param(
                        "locations",
                        digest.sources().stream()
                                .map(source -> source.location().toString())
                                .toList())
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /**
     * The articles that a digest has not used yet; one that several of its sources list is used once.
     *
     * @param now the time that the digest's window counts back from
     */
    List<Coverage> waiting(Digest digest, Instant now) {
        List<Long> sources = sources(digest);
        if (sources.isEmpty()) {
            return List.of();
        }
        Instant after = digest.window().map(now::minus).orElse(Instant.EPOCH);
        List<Long> ids = jdbc.sql("""
                select e.id
                from entry e
                join article a on a.id = e.id
                where e.source_id in (:sources) and e.dated >= :after and a.summarised = true
                  and not exists (select 1 from edition_article used where used.digest = :digest and used.article_id = e.id)
                  and (e.address_key = '' or not exists (
                        select 1 from edition_article used join entry twin on twin.id = used.article_id
                        where used.digest = :digest and twin.address_key = e.address_key))
                  and (e.address_key = '' or not exists (
                        select 1 from entry twin join article extracted on extracted.id = twin.id
                        where twin.address_key = e.address_key and twin.id < e.id and twin.source_id in (:sources)
                          and twin.dated >= :after and extracted.summarised = true))
                order by e.dated desc, e.id desc
                limit :most
                """)
                .param("sources", sources)
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("digest", digest.name())
                .param("most", MOST)
                .query((row, number) -> row.getLong(1))
                .list();
        return coverage(ids, digest);
    }

    /** The articles that an edition was made of. */
    List<Coverage> considered(long edition, Digest digest) {
        return coverage(
                jdbc.sql("select article_id from edition_candidate where edition_id = ?")
                        .param(edition)
                        .query((row, number) -> row.getLong(1))
                        .list(),
                digest);
    }

    /** What the editions of this digest told that come up to its memory before this date. */
    List<Told> told(Digest digest, LocalDate date) {
        Duration memory = digest.selection().memory();
        if (memory.isZero()) {
            return List.of();
        }
        // A memory of hours remembers the day it reaches into.
        long days = Math.max(1, (memory.toHours() + 23) / 24);
        Map<Long, LocalDate> editions = new HashMap<>();
        jdbc.sql("""
                select used.article_id, e.local_date
                from edition e
                join edition_article used on used.edition_id = e.id
                where e.digest = :digest and e.local_date >= :from and e.local_date < :date and used.story > 0
                """)
                .param("digest", digest.name())
                .param("from", date.minusDays(days))
                .param("date", date)
                .query(row -> {
                    editions.put(row.getLong(1), row.getObject(2, LocalDate.class));
                });
        return coverage(editions.keySet(), digest).stream()
                .map(coverage -> new Told(coverage, editions.getOrDefault(coverage.articleId(), date)))
                .toList();
    }

    /** Articles by their numbers, in the order of these; what is not there any more is left out. */
    List<Coverage> coverage(Collection<Long> ids, Digest digest) {
        Map<URI, SourceSpec> sources = new HashMap<>();
        digest.sources().forEach(source -> sources.put(source.location(), source));
        List<Long> all = ids.stream().sorted().toList();
        List<Coverage> coverage = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Coverage> some = jdbc.sql(COVERAGE + " where a.id in (:ids) order by a.id")
                    .param("ids", all.subList(from, Math.min(all.size(), from + AT_ONCE)))
                    .query((row, number) -> coverage(row, sources))
                    .list();
            coverage.addAll(summarised(some));
        }
        return coverage;
    }

    private List<Coverage> summarised(List<Coverage> articles) {
        Map<Long, Summary> found = summaries.find(articles.stream()
                .collect(Collectors.toMap(
                        Coverage::articleId, one -> one.article().text())));
        return articles.stream()
                .map(one -> one.summedUpBy(found.getOrDefault(one.articleId(), NO_SUMMARY)))
                .toList();
    }

    /** Named as this digest names its source; another digest that reads it too may call it something else. */
    private Coverage coverage(ResultSet row, Map<URI, SourceSpec> sources) throws SQLException {
        Article article = Articles.article(row, 0);
        long id = row.getLong("id");
        SourceSpec source = sources.get(URI.create(row.getString("location")));
        return new Coverage(
                id,
                article,
                NO_SUMMARY,
                source == null ? row.getString("outlet") : source.name(),
                source == null ? "" : source.topic(),
                row.getObject("first_seen", OffsetDateTime.class).toInstant());
    }
}
