package dev.standfirst.bounce;

import java.util.List;

/** A section of {@code letters.txt}. */
final class LetterWords {

    private static final WordSections FILE = WordSections.read("letters.txt");

    static final LetterWords SENDERS = new LetterWords("senders");
    static final LetterWords SUBJECTS = new LetterWords("subjects");
    static final LetterWords LATE = new LetterWords("late");
    static final LetterWords COPIES = new LetterWords("copies");
    static final LetterWords OPERATORS = new LetterWords("operators");
    static final LetterWords ABSENCE = new LetterWords("absence");
    static final LetterWords CHALLENGE = new LetterWords("challenge");
    static final LetterWords RECEIPT = new LetterWords("receipt");
    static final LetterWords LEAVE = new LetterWords("leave");

    private final List<String> words;

    private LetterWords(String section) {
        this.words = FILE.section(section);
    }

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
