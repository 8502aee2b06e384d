package dev.standfirst.text;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A light stemmer of its own for languages that the library has none for: takes the longest ending away that its list
 * in {@code endings.txt} names and that leaves enough of the word, once. After J. Savoy, "Light stemming approaches for
 * the French, Portuguese, German and Hungarian languages", SAC 2006.
 */
final class Endings implements Stemmer {

    private static final Map<String, Set<String>> LANGUAGES = WordLists.read(Endings.class, "endings.txt");

    /** In characters. A syllable of Korean is one. */
    private static final int LEAST_LEFT = 3;

    private static final int LEAST_SYLLABLES_LEFT = 2;

    private final Set<String> endings;
    private final int longest;

    private Endings(Set<String> endings) {
        this.endings = endings;
        this.longest = endings.stream().mapToInt(String::length).max().orElse(0);
    }

    static Optional<Stemmer> of(String language) {
        return Optional.ofNullable(LANGUAGES.get(language)).map(Endings::new);
    }

    @Override
    public int stem(char[] word, int length) {
        int least = Character.UnicodeScript.of(word[0]) == Character.UnicodeScript.HANGUL
                ? LEAST_SYLLABLES_LEFT
                : LEAST_LEFT;
        for (int letters = Math.min(longest, length - least); letters > 0; letters--) {
            if (endings.contains(new String(word, length - letters, letters))) {
                return length - letters;
            }
        }
        return length;
    }
}
