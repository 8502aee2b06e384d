package dev.standfirst.story;

import dev.standfirst.text.Tokens;
import dev.standfirst.text.Vocabulary;
import dev.standfirst.text.Words;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Numbers for the terms of the articles that are compared: stems of words, each in its language; names as they sound
 * and figures, which are the same in all.
 */
final class TermNumbers {

    /** A term that a word does not have, or that is one too many. */
    static final int NONE = -1;

    /** A day's news in several languages have fewer; what would be more is a flood of letters. */
    private static final int MOST = 400_000;

    private final Map<String, Map<String, Integer>> stems = new HashMap<>();
    private final Map<String, Map<String, Integer>> sounds = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> written = new ArrayList<>();
    private final BitSet small = new BitSet();
    private final Vocabulary vocabulary = new Vocabulary();

    /** The stem of a word in its language, or {@link #NONE} where it carries grammar alone. */
    int stem(Words.Word word, String language) {
        return stems.computeIfAbsent(language, any -> new HashMap<>())
                .computeIfAbsent(word.folded(), folded -> newStem(folded, word.text(), language));
    }

    /** The name that a word may be, the same in all languages, or {@link #NONE}. */
    int sound(Words.Word word, String language) {
        return sounds.computeIfAbsent(language, any -> new HashMap<>())
                .computeIfAbsent(word.folded(), folded -> newSound(folded, word.text()));
    }

    /** A figure by its value, as {@link Amounts} gives it, or {@link #NONE}. */
    int figure(String value, String text) {
        int figure = number('#' + value, text);
        if (figure != NONE) {
            small.set(figure);
        }
        return figure;
    }

    /** Tells that a stem was seen in small letters, and so is no name. */
    void seenSmall(int stem) {
        small.set(stem);
    }

    /** Whether a stem was never seen but with a capital. */
    boolean isName(int stem) {
        return !small.get(stem);
    }

    /** How many terms there are. */
    int size() {
        return written.size();
    }

    /** A term as it was first written. */
    String written(int term) {
        return written.get(term);
    }

    private int newStem(String folded, String text, String language) {
        Tokens tokens = vocabulary.tokens(folded, Locale.forLanguageTag(language));
        int[] found = tokens.stems(0, tokens.size());
        return found.length == 0 ? NONE : number(language + ' ' + vocabulary.word(found[0]), text);
    }

    private int newSound(String folded, String text) {
        String sound = NameKeys.of(folded);
        return sound.isEmpty() ? NONE : number('@' + sound, text);
    }

    private int number(String term, String text) {
        Integer known = numbers.get(term);
        if (known != null || numbers.size() == MOST) {
            return known == null ? NONE : known;
        }
        numbers.put(term, written.size());
        written.add(text);
        return written.size() - 1;
    }
}
