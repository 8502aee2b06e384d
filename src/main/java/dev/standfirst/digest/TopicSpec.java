package dev.standfirst.digest;

import java.util.List;
import java.util.Optional;

/**
 * A section of the mail as a digest file declares it. A story belongs to it where its source names the topic; where the
 * source names none, where a category or a word of the article does.
 *
 * @param name heading of the section
 * @param categories of feeds and pages that belong here: words or phrases, see {@link Selection#words()}
 * @param words whose articles belong here, the same way
 * @param weight of its stories: 1 like any other, 2 or 0.5 one step up or down
 * @param stories at most this many of them; empty where the digest's own limit counts
 */
public record TopicSpec(
        String name, List<String> categories, List<String> words, double weight, Optional<Integer> stories) {

    public TopicSpec {
        categories = List.copyOf(categories);
        words = List.copyOf(words);
    }

    /** A section like any other, for the sources that name it. */
    public static TopicSpec of(String name) {
        return new TopicSpec(name, List.of(), List.of(), 1, Optional.empty());
    }
}
