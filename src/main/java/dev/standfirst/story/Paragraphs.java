package dev.standfirst.story;

import dev.standfirst.story.Story.Coverage;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds, among articles that were told, the one that another is printed from. What an outlet prints below each of its
 * articles, who it is and that opinions are its authors' own, shows nothing and is left out: a paragraph that two told
 * articles of one outlet have, each of which has another paragraph that no other told article has. (Where one lacks
 * that, it may well be the former text of the other.)
 */
final class Paragraphs {

    /** The share of an article's text that the other has too, paragraph by paragraph. */
    private static final double PRINTED_ANEW = 0.6;

    /** Shorter paragraphs, "Read more" and "By Ann Lee", say nothing. */
    private static final int LEAST_CHARACTERS = 40;

    /** The numbers of the articles that have a paragraph, by paragraph. */
    private final Map<String, Set<Long>> known = new HashMap<>();

    private final Set<String> everywhere;

    Paragraphs(Collection<Coverage> told) {
        told.forEach(coverage -> telling(coverage)
                .forEach(paragraph ->
                        known.computeIfAbsent(paragraph, any -> new HashSet<>()).add(coverage.articleId())));
        Map<String, Integer> ofOutlets = new HashMap<>();
        Set<String> common = new HashSet<>();
        for (Coverage coverage : told) {
            Set<String> paragraphs = Set.copyOf(telling(coverage));
            if (paragraphs.stream().anyMatch(paragraph -> holders(paragraph).size() == 1)) {
                for (String paragraph : paragraphs) {
                    if (ofOutlets.merge(coverage.outlet() + '\n' + paragraph, 1, Integer::sum) == 2) {
                        common.add(paragraph);
                    }
                }
            }
        }
        everywhere = Set.copyOf(common);
    }

    /** The number of the article that most of this one's text stands in. */
    Optional<Long> originalOf(Coverage coverage) {
        List<String> own = telling(coverage).stream()
                .filter(paragraph -> !everywhere.contains(paragraph))
                .toList();
        Map<Long, Integer> shared = new HashMap<>();
        for (String paragraph : own) {
            holders(paragraph).forEach(id -> shared.merge(id, paragraph.length(), Integer::sum));
        }
        double enough = own.stream().mapToInt(String::length).sum() * PRINTED_ANEW;
        return shared.entrySet().stream()
                .filter(one -> one.getValue() >= enough)
                .map(Map.Entry::getKey)
                .min(Long::compare);
    }

    private Set<Long> holders(String paragraph) {
        return known.getOrDefault(paragraph, Set.of());
    }

    /** The paragraphs of an article that are long enough to say something. */
    private static List<String> telling(Coverage coverage) {
        return coverage.article()
                .text()
                .lines()
                .map(Phrases::plain)
                .filter(paragraph -> paragraph.length() >= LEAST_CHARACTERS)
                .toList();
    }
}
