package dev.standfirst.story;

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

    /** A term that a word does not have. */
    static final int NONE = -1;

    private final Map<String, Map<String, Known>> languages = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> written = new ArrayList<>();
    private final BitSet small = new BitSet();

    /**
     * What a word stands for.
     *
     * @param stem its stem, or {@link #NONE} where it carries grammar alone
     * @param sound the name it may be
     */
    record Known(int stem, int sound) {}

    /** What a word of a language stands for. */
    Known word(Words.Word word, String language) {
        Map<String, Known> known = languages.computeIfAbsent(language, any -> new HashMap<>());
        String folded = word.folded();
        Known found = known.get(folded);
        if (found == null) {
            found = know(folded, word.text(), language);
            known.put(folded, found);
        }
        return found;
    }

    /** A figure by its value, as {@link Amounts} gives it. */
    int figure(String value, String text) {
        int figure = number('#' + value, text);
        small.set(figure);
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

    private Known know(String folded, String text, String language) {
        List<String> stems = Words.contentStems(folded, Locale.forLanguageTag(language));
        if (stems.isEmpty()) {
            return new Known(NONE, NONE);
        }
        String sound = NameKeys.of(folded);
        return new Known(
                number(language + ' ' + stems.get(0), text), sound.isEmpty() ? NONE : number('@' + sound, text));
    }

    private int number(String term, String text) {
        return numbers.computeIfAbsent(term, any -> {
            written.add(text);
            return numbers.size();
        });
    }
}
