package dev.standfirst.story;

import dev.standfirst.story.Story.Coverage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds, among articles that were told, the one that another is printed from. */
final class Paragraphs {

    /** The share of an article's text that the other has too, paragraph by paragraph. */
    private static final double PRINTED_ANEW = 0.6;

    /** Shorter paragraphs, "Read more" and "By Ann Lee", say nothing. */
    private static final int LEAST_CHARACTERS = 40;

    private final Map<String, Long> known = new HashMap<>();

    void add(Coverage coverage) {
        coverage.article()
                .text()
                .lines()
                .map(Phrases::plain)
                .filter(Paragraphs::says)
                .forEach(paragraph -> known.putIfAbsent(paragraph, coverage.articleId()));
    }

    /** The number of the article that most of this one's text stands in. */
    Optional<Long> originalOf(Coverage coverage) {
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Map<Long, Integer> shared = new HashMap<>();
        int length = 0;
        for (String line : coverage.article().text().lines().toList()) {
            String paragraph = Phrases.plain(line);
            if (says(paragraph)) {
                length += paragraph.length();
                Long original = known.get(paragraph);
                if (original != null) {
                    shared.merge(original, paragraph.length(), Integer::sum);
                }
            }
        }
        double enough = length * PRINTED_ANEW;
        return shared.entrySet().stream()
                .filter(one -> one.getValue() >= enough)
                .map(Map.Entry::getKey)
                .min(Long::compare);
    }

    private static boolean says(String paragraph) {
        return paragraph.length() >= LEAST_CHARACTERS;
    }
}
