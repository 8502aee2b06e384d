package dev.standfirst.story;

import java.util.List;

/**
 * What a story's rank is made of. Points are rounded to hundredths before they are added, so that the sum of what is
 * shown is what counts.
 *
 * @param parts each at most once, in the order of {@link Kind}
 */
public record Score(List<Part> parts) {

    public Score {
        parts = List.copyOf(parts);
    }

    /** What gives points. */
    public enum Kind {
        OUTLETS,
        FRESHNESS,
        SUBSTANCE,
        QUOTABLE,
        SOURCE,
        TOPIC,
        WORDS,
        NOVELTY
    }

    /**
     * One part.
     *
     * @param points hundredths; less than zero where it moves the story down
     * @param why in words: "3 outlets report it"
     */
    public record Part(Kind kind, double points, String why) {

        public Part {
            points = hundredths(points);
        }
    }

    /** The score. */
    public double sum() {
        return hundredths(parts.stream().mapToDouble(Part::points).sum());
    }

    /** The points of one part; 0 where the story has none of it. */
    public double of(Kind kind) {
        return parts.stream()
                .filter(part -> part.kind() == kind)
                .mapToDouble(Part::points)
                .sum();
    }

    private static double hundredths(double points) {
        // Adding zero turns minus zero, which would be shown, into zero.
        return Math.round(points * 100) / 100.0 + 0.0;
    }
}
