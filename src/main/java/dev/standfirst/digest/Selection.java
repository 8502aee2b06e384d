package dev.standfirst.digest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a digest takes from what its sources list. Words and phrases are as the file writes them, in small or capital
 * letters: {@code reef} stands for the word, {@code tidal barrage} for both in a row, {@code ferr*} for every word that
 * begins so and {@code *hafen} for every one that ends so.
 *
 * @param topics the sections that the file declares, in their order
 * @param words that are wanted: stories that have one are moved up
 * @param without words that are not wanted: an article with one in its headline or among its categories is left out
 * @param memory how far back earlier editions count as known to the reader; zero: not at all
 * @param perSource at most so many stories of one source. Empty: a third of the edition, unless places stay empty
 * @param perTopic at most so many stories under one topic. Empty: half of the edition, unless places stay empty
 * @param leastWords an article of fewer words is left out
 */
public record Selection(
        List<TopicSpec> topics,
        List<String> words,
        List<String> without,
        Duration memory,
        Optional<Integer> perSource,
        Optional<Integer> perTopic,
        int leastWords) {

    /** How far back a digest looks that does not say so. */
    public static final Duration MEMORY = Duration.ofDays(7);

    /** That of a digest whose file says nothing about it. */
    public static final Selection ANY =
            new Selection(List.of(), List.of(), List.of(), MEMORY, Optional.empty(), Optional.empty(), 0);

    public Selection {
        topics = List.copyOf(topics);
        words = List.copyOf(words);
        without = List.copyOf(without);
    }
}
