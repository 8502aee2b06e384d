package dev.standfirst.story;

import dev.standfirst.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Puts stories in order: by how many outlets report it, how fresh it is, and how much there is to say. The score is a
 * sum, so it can be explained.
 */
public final class StoryRanker {

    /** What the second, third ... outlet adds; the second counts most. */
    private static final double OUTLETS = 2.0;
    /** What a story of this minute has over one that is very old. */
    private static final double FRESHNESS = 1.0;
    /** After this time half of the freshness is gone. */
    private static final Duration HALF_LIFE = Duration.ofHours(12);
    /** What a full-length article has over a note. */
    private static final double SUBSTANCE = 0.6;

    private static final int FULL_LENGTH = 600;

    private StoryRanker() {}

    /**
     * The stories with their scores, the highest first.
     *
     * @param now the time that freshness counts from
     */
    public static List<Story> rank(List<Story> stories, Instant now) {
        return stories.stream()
                .map(story -> new Story(story.coverage(), story.topic(), score(story, now)))
                .sorted(Comparator.comparingDouble(Story::score)
                        .reversed()
                        .thenComparing(story -> story.lead().when(), Comparator.reverseOrder())
                        .thenComparing(story -> story.lead().articleId()))
                .toList();
    }

    private static double score(Story story, Instant now) {
        long outlets =
                story.coverage().stream().map(Story.Coverage::outlet).distinct().count();
        Instant latest = story.coverage().stream()
                .map(Story.Coverage::when)
                .max(Comparator.naturalOrder())
                .orElse(now);
        double halfLives = Math.max(0.0, (double) Duration.between(latest, now).toSeconds()) / HALF_LIFE.toSeconds();
        int words = story.coverage().stream()
                .mapToInt(coverage -> Words.count(coverage.article().text()))
                .max()
                .orElse(0);
        boolean quotable =
                story.coverage().stream().anyMatch(c -> !c.summary().sentences().isEmpty());
        return OUTLETS * Math.log((double) outlets)
                + FRESHNESS * Math.pow(0.5, halfLives)
                + SUBSTANCE * Math.min(1, words / (double) FULL_LENGTH)
                - (quotable ? 0 : OUTLETS);
    }
}
