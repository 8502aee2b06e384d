package dev.standfirst.story;

import dev.standfirst.story.Story.Coverage;
import dev.standfirst.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Puts stories in order: by how many outlets report them, how fresh they are, how much there is to read, and whether
 * there is a sentence to quote. The score is the sum of these parts, so that it can be explained.
 */
public final class StoryRanker {

    /** What twice as many outlets add. */
    private static final double OUTLETS = 1.4;
    /** What a story of this minute has over a very old one. */
    private static final double FRESHNESS = 1.0;
    /** After this time half of the freshness is gone. */
    private static final Duration HALF_LIFE = Duration.ofHours(12);
    /** What a long article has over a note. */
    private static final double SUBSTANCE = 0.6;

    private static final int LONG_IN_WORDS = 600;
    /** What a story lacks that has no sentence to quote: it can only be told by its headline. */
    private static final double QUOTABLE = 2.0;

    private StoryRanker() {}

    /**
     * The parts of a score.
     *
     * @param outlets 0 for one outlet, 1.4 for two, 2.8 for four ...
     * @param freshness 1 for now, half of it 12 hours later ...
     * @param substance up to 0.6, for 600 words and more
     * @param quotable 0 where there is a sentence to quote, else -2
     */
    record Score(double outlets, double freshness, double substance, double quotable) {

        double sum() {
            return outlets + freshness + substance + quotable;
        }
    }

    /**
     * The stories with their scores, the highest first; of two with the same score the later one first.
     *
     * @param now the time that freshness counts back from
     */
    public static List<Story> rank(List<Story> stories, Instant now) {
        return stories.stream()
                .map(story -> new Story(
                        story.coverage(), story.topic(), score(story, now).sum(), story.merges()))
                .sorted(Comparator.comparingDouble(Story::score)
                        .thenComparing(story -> story.lead().when())
                        .reversed()
                        .thenComparing(story -> story.lead().articleId()))
                .toList();
    }

    static Score score(Story story, Instant now) {
        return new Score(
                OUTLETS * Math.log((double) outlets(story)) / Math.log(2),
                FRESHNESS * Math.pow(0.5, age(story, now)),
                SUBSTANCE * Math.min(1, (double) longest(story) / LONG_IN_WORDS),
                isQuotable(story) ? 0 : -QUOTABLE);
    }

    private static long outlets(Story story) {
        return story.coverage().stream().map(Coverage::outlet).distinct().count();
    }

    /** How long ago the latest article came out, in half-lives. */
    private static double age(Story story, Instant now) {
        Instant latest = story.coverage().stream()
                .map(Coverage::when)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return Math.max(0, Duration.between(latest, now).toSeconds()) / (double) HALF_LIFE.toSeconds();
    }

    private static int longest(Story story) {
        return story.coverage().stream()
                .mapToInt(coverage -> Words.count(coverage.article().text()))
                .max()
                .orElseThrow();
    }

    private static boolean isQuotable(Story story) {
        return story.coverage().stream()
                .anyMatch(coverage -> !coverage.summary().sentences().isEmpty());
    }
}
