package dev.standfirst.edition;

import dev.standfirst.edition.Decision.InStory;
import dev.standfirst.edition.Edition.Item;
import dev.standfirst.edition.Edition.Section;
import dev.standfirst.edition.Picks.Judged;
import dev.standfirst.edition.Picks.LeftOut;
import dev.standfirst.story.Ranked;
import dev.standfirst.story.Story.Coverage;
import dev.standfirst.story.Story.Merge;
import dev.standfirst.text.Fact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was decided when editions were composed. Written with an edition, and anew with each change of it. */
@Repository
class Decisions {

    private static final int LONGEST_WHY = 500;
    private static final int LONGEST_SCORE = 2000;
    private static final int LONGEST_MERGE = 1000;

    private static final String DECISION = """
            select c.article_id, a.title, s.name as outlet, c.place, c.position, c.verdict, c.reason,
                   c.merged, t.number, t.verdict as story_verdict, t.reason as story_reason, t.section, t.topic, t.topic_why, t.score
            from edition_candidate c
            join article a on a.id = c.article_id
            join entry e on e.id = c.article_id
            join source s on s.id = e.source_id
            left join edition_story t on t.edition_id = c.edition_id and t.place = c.place
            where c.edition_id = :edition
            """;

    /** Likeness compares within one kind alone; the kinds stand in the order of what they prove. */
    private static final Comparator<Merge> STRONGEST_FIRST =
            Comparator.comparing(Merge::kind).thenComparing(Merge::likeness, Comparator.reverseOrder());

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Decisions(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Keeps them. Joins the caller's transaction. */
    void store(long edition, RenderedEdition rendered) {
        Picks picks = rendered.picks();
        storeStories(edition, picks.stories(), placed(rendered.edition()));
        batches.batchUpdate(
                "insert into edition_candidate (edition_id, article_id, place, position, verdict, reason, merged)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                articles(edition, picks));
        batches.batchUpdate(
                "insert into edition_source (edition_id, source_id) values (?, ?)",
                picks.sources().stream()
                        .map(source -> new Object[] {edition, source})
                        .toList());
    }

    /** What they would be of an edition that tells nothing and is not stored: in the same order, without numbers. */
    static List<Decision> withoutEdition(Picks picks) {
        List<Decision> all = new ArrayList<>();
        int place = 0;
        for (Judged judged : picks.stories()) {
            Ranked ranked = judged.ranked();
            InStory story = new InStory(
                    ++place, 0, Optional.empty(), ranked.story().topic(), ranked.topicWhy(), ranked.score());
            for (Coverage one : ranked.story().coverage()) {
                all.add(new Decision(
                        one.articleId(),
                        one.article().title(),
                        one.outlet(),
                        judged.verdict(),
                        judged.why(),
                        one.equals(ranked.story().lead()),
                        merged(one.articleId(), ranked),
                        Optional.of(story)));
            }
        }
        picks.leftOut().forEach(one -> all.add(leftOut(one)));
        return all;
    }

    private static Decision leftOut(LeftOut left) {
        Coverage one = left.coverage();
        return new Decision(
                one.articleId(),
                one.article().title(),
                one.outlet(),
                left.verdict(),
                left.why(),
                false,
                "",
                Optional.empty());
    }

    private void storeStories(long edition, List<Judged> stories, Map<Long, Placed> placed) {
        List<Object[]> rows = new ArrayList<>();
        for (Judged judged : stories) {
            Placed at = placed.getOrDefault(judged.ranked().story().lead().articleId(), Placed.NOWHERE);
            rows.add(story(edition, rows.size() + 1, judged, at));
        }
        batches.batchUpdate(
                "insert into edition_story (edition_id, place, number, verdict, reason, section, topic, topic_why, score)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    private static List<Object[]> articles(long edition, Picks picks) {
        List<Object[]> rows = new ArrayList<>();
        for (LeftOut one : picks.leftOut()) {
            String verdict = one.verdict().name();
            String reason = one.why().kept(LONGEST_WHY);
            rows.add(new Object[] {edition, one.coverage().articleId(), 0, 0, verdict, reason, ""});
        }
        int place = 0;
        for (Judged judged : picks.stories()) {
            place++;
            int position = 0;
            for (Coverage coverage : judged.ranked().story().coverage()) {
                long id = coverage.articleId();
                String merged = cut(merged(id, judged.ranked()), LONGEST_MERGE);
                rows.add(new Object[] {
                    edition, id, place, position++, judged.verdict().name(), "", merged
                });
            }
        }
        return rows;
    }

    /** All of an edition: the stories by their rank, then what was left out before. */
    List<Decision> of(long edition) {
        return jdbc.sql(DECISION
                        + " order by case when c.place = 0 then 1 else 0 end, c.place, c.position, c.article_id")
                .param("edition", edition)
                .query(Decisions::decision)
                .list();
    }

    /** That on one article. */
    Optional<Decision> of(long edition, long article) {
        return jdbc.sql(DECISION + " and c.article_id = :article")
                .param("edition", edition)
                .param("article", article)
                .query(Decisions::decision)
                .optional();
    }

    /** How many stories there were. */
    int stories(long edition) {
        return jdbc.sql("select count(*) from edition_story where edition_id = ?")
                .param(edition)
                .query(Integer.class)
                .single();
    }

    /** Numbers of the sources that an edition was made from; none for one that was composed before they were kept. */
    List<Long> sources(long edition) {
        return jdbc.sql("select source_id from edition_source where edition_id = ?")
                .param(edition)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private static Map<Long, Placed> placed(Edition edition) {
        Map<Long, Placed> placed = new HashMap<>();
        for (Section section : Stream.concat(edition.sections().stream(), edition.more().stream())
                .toList()) {
            for (Item item : section.items()) {
                placed.put(
                        item.articles().get(0),
                        new Placed(item.number(), section.kind().name()));
            }
        }
        return placed;
    }

    private static Object[] story(long edition, int place, Judged judged, Placed placed) {
        Ranked ranked = judged.ranked();
        return new Object[] {
            edition,
            place,
            placed.number(),
            judged.verdict().name(),
            judged.why().kept(LONGEST_WHY),
            placed.section(),
            cut(ranked.story().topic(), LONGEST_WHY),
            cut(ranked.topicWhy(), LONGEST_WHY),
            cut(ScoreText.of(ranked.score()), LONGEST_SCORE)
        };
    }

    /**
     * What shows best that an article belongs to its story, in words. Merges are the edges of a tree, each kept at one
     * of its two articles: the one that is asked for may be either.
     */
    static String merged(long article, Ranked ranked) {
        return ranked.merges().stream()
                .filter(merge -> merge.articleId() == article || merge.nearestId() == article)
                .min(STRONGEST_FIRST)
                .map(merge ->
                        merged(merge, merge.articleId() == article ? merge.nearestId() : merge.articleId(), ranked))
                .orElse("");
    }

    private static String merged(Merge merge, long other, Ranked ranked) {
        String nearest = ranked.news().whole().coverage().stream()
                .filter(coverage -> coverage.articleId() == other)
                .findFirst()
                .map(coverage -> "\"%s\" of %s".formatted(coverage.article().title(), coverage.outlet()))
                .orElse("another article");
        String shared = merge.shared().isEmpty() ? "" : ": " + String.join(", ", merge.shared());
        return switch (merge.kind()) {
            case TEXT -> "%s has the same text but for cuts and touches".formatted(nearest);
            case WORDS -> "%s has the same words%s".formatted(nearest, shared);
            case RETOLD -> "%s, in other words, has the same names and figures%s".formatted(nearest, shared);
            case NAMES -> "%s, in another language, has the same names and figures%s".formatted(nearest, shared);
        };
    }

    private static Decision decision(ResultSet row, int number) throws SQLException {
        boolean inStory = row.getInt("place") > 0;
        return new Decision(
                row.getLong("article_id"),
                row.getString("title"),
                row.getString("outlet"),
                Verdict.valueOf(row.getString("verdict")),
                Fact.read(row.getString(inStory ? "story_reason" : "reason")),
                inStory && row.getInt("position") == 0,
                row.getString("merged"),
                inStory ? Optional.of(story(row)) : Optional.empty());
    }

    private static InStory story(ResultSet row) throws SQLException {
        String section = row.getString("section");
        return new InStory(
                row.getInt("place"),
                row.getInt("number"),
                section.isEmpty() ? Optional.empty() : Optional.of(Edition.Kind.valueOf(section)),
                row.getString("topic"),
                row.getString("topic_why"),
                ScoreText.read(row.getString("score")));
    }

    private static String cut(String text, int length) {
        String line = text.replace("\0", "");
        return line.length() <= length ? line : line.substring(0, length - 1) + "…";
    }

    private record Placed(int number, String section) {

        static final Placed NOWHERE = new Placed(0, "");
    }
}
