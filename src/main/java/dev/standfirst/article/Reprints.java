package dev.standfirst.article;

import dev.standfirst.source.Titles;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    private static final Pattern NUMBER = Pattern.compile("\\p{N}++");

    private final JdbcClient jdbc;
    private final Clock clock;

    Reprints(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a source published lately; valid for one run, which tells it what it adds. */
    public Published of(long sourceId) {
        return new Published(jdbc.sql("""
                select a.id, a.fingerprint from article a join entry e on e.id = a.id
                where e.source_id = :source and e.first_seen > :back and a.fingerprint <> 0
                order by a.id
                """)
                .param("source", sourceId)
                .param("back", clock.instant().minus(BACK).atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Candidate(row.getLong("id"), row.getLong("fingerprint")))
                .list());
    }

    /** The articles of one source. */
    public final class Published {

        private final List<Candidate> articles;

        private Published(List<Candidate> articles) {
            this.articles = new ArrayList<>(articles);
        }

        /**
         * The title of the earlier article that says the same.
         *
         * @param fingerprint of the article's text
         */
        public Optional<String> like(Article article, long fingerprint) {
            return articles.stream()
                    .filter(one -> Fingerprint.near(one.fingerprint(), fingerprint))
                    .flatMap(one -> text(one.id()).stream())
                    .filter(one -> isSame(one, article))
                    .map(Text::title)
                    .findFirst();
        }

        /** Counts an article that was stored. */
        public void add(long id, long fingerprint) {
            articles.add(new Candidate(id, fingerprint));
        }
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
        // "Quake of 4.1 in the north": a short form filled in anew differs in its figures alone.
        boolean anotherForm = !numbers(earlier.title()).equals(numbers(article.title()))
                || (!isLong && !numbers(earlier.text()).equals(numbers(article.text())));
        return !anotherForm && (likeTitles ? shared >= SAME : isLong && shared >= VERY_SAME);
    }

    private static Set<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private record Candidate(long id, long fingerprint) {}

    private record Text(String title, String text) {}
}
