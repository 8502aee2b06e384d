package dev.standfirst.article;

import dev.standfirst.source.Titles;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds an article that its source published before, under another address and perhaps another date and title. Only
 * articles of one source are compared: the same agency report in two outlets is two articles of one story.
 *
 * <p>A source's fingerprints of the last months are compared one by one. They are eight bytes each, so this is quicker
 * than an index by bands of bits, and misses none.
 */
@Repository
public class Reprints {

    private static final Duration BACK = Duration.ofDays(120);

    /** Texts that share so much are the same where their titles are alike... */
    private static final double SAME = 0.8;

    private static final double LIKE_TITLES = 0.5;

    /** ...and whatever their titles where they are long and share nearly all. */
    private static final double VERY_SAME = 0.95;

    private static final int LONG_TEXT = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;

    Reprints(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The title of the earlier article of this source that says the same. */
    public Optional<String> earlier(long sourceId, Article article) {
        long fingerprint = Fingerprint.of(article.text());
        List<Long> near = candidates(sourceId).stream()
                .filter(one -> Fingerprint.near(one.fingerprint(), fingerprint))
                .map(Candidate::id)
                .toList();
        return near.stream()
                .flatMap(id -> text(id).stream())
                .filter(one -> isSame(one, article))
                .map(Text::title)
                .findFirst();
    }

    private List<Candidate> candidates(long sourceId) {
        return jdbc.sql("""
                select a.id, a.fingerprint from article a join entry e on e.id = a.id
                where e.source_id = :source and e.first_seen > :back and a.fingerprint <> 0
                order by a.id
                """)
                .param("source", sourceId)
                .param("back", clock.instant().minus(BACK).atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Candidate(row.getLong("id"), row.getLong("fingerprint")))
                .list();
    }

    private Optional<Text> text(long id) {
        return jdbc.sql("select title, body_text from article where id = ?")
                .param(id)
                .query((row, number) -> new Text(row.getString("title"), row.getString("body_text")))
                .optional();
    }

    private static boolean isSame(Text earlier, Article article) {
        double shared = Fingerprint.resemblance(earlier.text(), article.text());
        boolean likeTitles = Titles.likeness(earlier.title(), article.title()) >= LIKE_TITLES;
        boolean isLong = Math.min(earlier.text().length(), article.text().length()) >= LONG_TEXT;
        return likeTitles ? shared >= SAME : isLong && shared >= VERY_SAME;
    }

    private record Candidate(long id, long fingerprint) {}

    private record Text(String title, String text) {}
}
