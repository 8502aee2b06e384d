package dev.standfirst.story;

import dev.standfirst.story.Story.Coverage;
import dev.standfirst.story.Story.Merge;
import dev.standfirst.story.Story.Merge.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Sets articles aside that have headline and text of an earlier one, letter for letter, so that only one is compared.
 */
final class Copies {

    private final List<Coverage> originals = new ArrayList<>();
    private final Map<Coverage, List<Coverage>> copies = new HashMap<>();

    /**
     * Sorts them out.
     *
     * @param inTime the earliest first
     * @param longest how long after an article a copy still is of the same story
     */
    Copies(List<Coverage> inTime, Duration longest) {
        Map<String, Coverage> known = new HashMap<>();
        for (Coverage coverage : inTime) {
            String text = coverage.article().title() + '\n' + coverage.article().text();
            Coverage first = coverage.article().text().isBlank() ? null : known.get(text);
            if (first == null || first.when().plus(longest).isBefore(coverage.when())) {
                known.put(text, coverage);
                originals.add(coverage);
            } else {
                copies.computeIfAbsent(first, any -> new ArrayList<>()).add(coverage);
            }
        }
    }

    /** The articles that are no copies, the earliest first. */
    List<Coverage> originals() {
        return originals;
    }

    /** A story of originals, with their copies. */
    Story complete(Story story) {
        List<Coverage> of =
                story.coverage().stream().filter(copies::containsKey).toList();
        if (of.isEmpty()) {
            return story;
        }
        Stream<Merge> merges = of.stream()
                .flatMap(original -> copies.getOrDefault(original, List.of()).stream()
                        .map(copy -> new Merge(copy.articleId(), original.articleId(), Kind.TEXT, 1, List.of())));
        Stream<Coverage> coverage = of.stream().flatMap(original -> copies.getOrDefault(original, List.of()).stream());
        return new Story(
                Stream.concat(story.coverage().stream(), coverage)
                        .sorted(Comparator.comparing(Coverage::when).thenComparing(Coverage::articleId))
                        .toList(),
                story.topic(),
                story.score(),
                Stream.concat(merges, story.merges().stream()).toList());
    }
}
