package dev.standfirst.summary;

import dev.standfirst.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps what was said from being said again: no two chosen sentences share three words in a row (Paulus et al. 2018).
 */
final class Redundancy {

    private final Set<String> said = new HashSet<>();

    /** Whether a sentence repeats one that was chosen. */
    boolean repeats(Candidate candidate) {
        return trigrams(candidate).stream().anyMatch(said::contains);
    }

    void choose(Candidate candidate) {
        said.addAll(trigrams(candidate));
    }

    private static List<String> trigrams(Candidate candidate) {
        List<String> words = candidate.words().stream().map(Words.Word::folded).toList();
        List<String> trigrams = new ArrayList<>();
        for (int i = 0; i + 2 < words.size(); i++) {
            trigrams.add(words.get(i) + " " + words.get(i + 1) + " " + words.get(i + 2));
        }
        return trigrams;
    }
}
