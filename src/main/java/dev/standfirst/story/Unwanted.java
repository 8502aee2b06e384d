package dev.standfirst.story;

import dev.standfirst.story.Story.Coverage;
import dev.standfirst.text.Fact;
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
    public Optional<Fact> in(Coverage coverage) {
        return phrases.isEmpty()
                ? Optional.empty()
                : first(coverage.article().title(), "fact.unwanted.headline")
                        .or(() -> coverage.article().categories().stream()
                                .flatMap(category -> first(category, "fact.unwanted.category").stream())
                                .findFirst());
    }

    private Optional<Fact> first(String text, String key) {
        return phrases.in(Phrases.plain(text)).stream().findFirst().map(word -> Fact.of(key, word));
    }
}
