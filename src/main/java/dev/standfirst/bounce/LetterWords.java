package dev.standfirst.bounce;

import java.util.List;
import java.util.Locale;

/** The sections of {@code letters.txt}. */
enum LetterWords {
    SENDERS,
    SUBJECTS,
    LATE,
    COPIES,
    OPERATORS,
    ABSENCE,
    CHALLENGE,
    RECEIPT,
    LEAVE;

    private static final class File {
        static final WordSections WORDS = WordSections.read("letters.txt");
    }

    private final List<String> words = File.WORDS.section(name().toLowerCase(Locale.ROOT));

    /** Whether one of the words stands anywhere in a folded text. */
    boolean areIn(String folded) {
        return words.stream().anyMatch(folded::contains);
    }

    /** Whether a folded text begins with one of them. */
    boolean begin(String folded) {
        return words.stream().anyMatch(folded::startsWith);
    }

    /** Whether a folded text is one of them. */
    boolean have(String folded) {
        return words.contains(folded);
    }
}
