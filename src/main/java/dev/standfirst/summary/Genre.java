package dev.standfirst.summary;

import dev.standfirst.text.WordLists;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether an article reports or argues. A report tells the main thing first; an argument comes to its point anywhere,
 * and people choose its central sentences rather than its first. Outlets say so in the headline, "Comment: …"; how
 * often a writer says "I" does not tell.
 */
enum Genre {
    REPORT,
    OPINION;

    private static final Set<String> LABELS = WordLists.read(Genre.class, "opinion.txt").values().stream()
            .flatMap(Collection::stream)
            .collect(Collectors.toUnmodifiableSet());

    /** The genre that a headline tells. */
    static Genre of(String title) {
        String[] parts = title.toLowerCase(Locale.ROOT).split("[:|–—]", -1);
        boolean labelled = parts.length > 1 && (isLabel(parts[0]) || isLabel(parts[parts.length - 1]));
        return labelled ? OPINION : REPORT;
    }

    private static boolean isLabel(String part) {
        return LABELS.contains(part.strip().replace(' ', '_'));
    }
}
