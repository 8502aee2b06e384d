package dev.standfirst.edition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The editions that readers may see: those that went out, or are going out. One that was composed and waits is not
 * among them, nor one that was made while its digest was kept out of the archive. Texts are not read here; they are
 * what makes an edition big.
 */
@Repository
public class Archive {

    /** By the kept counts: PostgreSQL would read a million mails of another edition to find that one has none yet. */
    private static final String OUT = """
            e.archived and (e.completed_at is not null
             or exists (select 1 from delivery_count c
                        where c.edition_id = e.id and c.claimed + c.sent + c.doubt > 0))
            """;

    private static final String ISSUES =
            "select e.id, e.digest, e.local_date, e.subject, e.preheader, e.stories, e.articles,"
                    + " coalesce(e.completed_at, e.composed_at) as out_at from edition e where e.digest = :digest and "
                    + OUT;

    /** Headlines of the stories that an edition tells, as its mail has them: those of the articles that lead. */
    private static final String HEADLINES = """
            select a.title from edition_story s
            join edition_candidate c on c.edition_id = s.edition_id and c.place = s.place and c.position = 0
            join article a on a.id = c.article_id
            where s.edition_id = :edition and s.number > 0 order by s.number limit :limit
            """;

    private static final String FOUND = """
             and (lower(e.subject) like :words escape '!' or exists (
                   select 1 from edition_article t join article a on a.id = t.article_id
                   where t.edition_id = e.id and t.story > 0 and lower(a.title) like :words escape '!'))
            """;

    /** Strangers may look for any words, and nothing but reading all titles finds them. */
    private static final Duration LONGEST_SEARCH = Duration.ofSeconds(3);

    private final JdbcClient jdbc;
    private final ShortQuery search;

    Archive(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.search = new ShortQuery(template, LONGEST_SEARCH);
    }

    /**
     * An edition without its texts.
     *
     * @param id its number
     * @param digest name of the digest
     * @param date its local date
     * @param subject of its mails
     * @param preheader of its mails: its next headlines
     * @param stories how many
     * @param articles how many articles it was made from
     * @param outAt when it was out, or composed, where it is going out now
     */
    public record Issue(
            long id,
            String digest,
            LocalDate date,
            String subject,
            String preheader,
            int stories,
            int articles,
            Instant outAt) {}

    /**
     * How much there is of a digest.
     *
     * @param editions how many, at least one
     * @param first date of the first
     * @param last date of the last
     */
    public record Extent(long editions, LocalDate first, LocalDate last) {}

    /** All of a digest, counted; empty where there is none. */
    public Optional<Extent> extent(String digest) {
        return jdbc.sql("select count(*) as editions, min(e.local_date) as first, max(e.local_date) as last"
                        + " from edition e where e.digest = :digest and " + OUT)
                .param("digest", digest)
                .query((row, number) -> row.getLong("editions") == 0
                        ? Optional.<Extent>empty()
                        : Optional.of(new Extent(
                                row.getLong("editions"),
                                row.getObject("first", LocalDate.class),
                                row.getObject("last", LocalDate.class))))
                .single();
    }

    /** The edition of a digest and date. */
    public Optional<Issue> find(String digest, LocalDate date) {
        return jdbc.sql(ISSUES + " and e.local_date = :date")
                .param("digest", digest)
                .param("date", date)
                .query(Archive::issue)
                .optional();
    }

    /** The latest editions of a digest, newest first. */
    public List<Issue> latest(String digest, int limit) {
        return jdbc.sql(ISSUES + " order by e.local_date desc limit :limit")
                .param("digest", digest)
                .param("limit", limit)
                .query(Archive::issue)
                .list();
    }

    /** The editions of a month, newest first. */
    public List<Issue> of(String digest, YearMonth month) {
        return jdbc.sql(ISSUES + " and e.local_date between :from and :to order by e.local_date desc")
                .param("digest", digest)
                .param("from", month.atDay(1))
                .param("to", month.atEndOfMonth())
                .query(Archive::issue)
                .list();
    }

    /** The edition before a date. */
    public Optional<Issue> before(String digest, LocalDate date) {
        return jdbc.sql(ISSUES + " and e.local_date < :date order by e.local_date desc limit 1")
                .param("digest", digest)
                .param("date", date)
                .query(Archive::issue)
                .optional();
    }

    /** The edition after a date. */
    public Optional<Issue> after(String digest, LocalDate date) {
        return jdbc.sql(ISSUES + " and e.local_date > :date order by e.local_date limit 1")
                .param("digest", digest)
                .param("date", date)
                .query(Archive::issue)
                .optional();
    }

    /**
     * The editions with certain words in their subject or in the title of an article they tell, newest first.
     *
     * @param words looked for as they stand, in small or capital letters
     * @param before only editions before this date
     * @return empty where the search took too long and was given up
     */
    public Optional<List<Issue>> search(String digest, String words, LocalDate before, int limit) {
        return search.ask(asked -> asked.sql(
                        ISSUES + FOUND + " and e.local_date < :before order by e.local_date desc limit :limit")
                .param("digest", digest)
                .param("words", "%" + literally(words) + "%")
                .param("before", before)
                .param("limit", limit)
                .query(Archive::issue)
                .list());
    }

    /** The headlines of an edition, in the order of its mail, at most so many. */
    public List<String> headlines(long edition, int limit) {
        return jdbc.sql(HEADLINES)
                .param("edition", edition)
                .param("limit", limit)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static String literally(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
    }

    private static Issue issue(ResultSet row, int number) throws SQLException {
        return new Issue(
                row.getLong("id"),
                row.getString("digest"),
                row.getObject("local_date", LocalDate.class),
                row.getString("subject"),
                row.getString("preheader"),
                row.getInt("stories"),
                row.getInt("articles"),
                row.getObject("out_at", OffsetDateTime.class).toInstant());
    }
}
