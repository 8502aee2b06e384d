package dev.standfirst.story;

import dev.standfirst.story.Story.Coverage;
import java.util.List;
import java.util.Optional;

/**
 * Words that a digest does not want. They count in headlines and categories alone: in its text an article may well
 * mention what it is not about.
 */
public final class Unwanted {

    private final Phrases phrases;

    /** These words, as a digest file writes them. */
    public Unwanted(List<String> words) {
        this.phrases = Phrases.of(words);
    }

    /** Why an article is not wanted, in words; empty where it is. */
    public Optional<String> in(Coverage coverage) {
        return phrases.isEmpty()
                ? Optional.empty()
                : first(coverage.article().title(), "in its headline")
                        .or(() -> coverage.article().categories().stream()
                                .flatMap(category -> first(category, "among its categories").stream())
                                .findFirst());
    }

    private Optional<String> first(String text, String where) {
        return phrases.in(Phrases.plain(text)).stream()
                .findFirst()
                .map(word -> "\"%s\" is %s, and the digest goes without it".formatted(word, where));
    }
}
