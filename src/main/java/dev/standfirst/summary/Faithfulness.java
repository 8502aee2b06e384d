package dev.standfirst.summary;

import dev.standfirst.text.WordLists;
import dev.standfirst.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Whether a sentence can be read alone without misleading: nothing it opens stays open, nothing it leans on is missing.
 */
public final class Faithfulness {

    private static final int LONGEST = 40;
    private static final String[] PAIRS = {"“”", "«»", "()", "[]", "「」", "『』", "（）", "‹›"};

    /** Words at the start that point back to a sentence before; read from {@code pointers.txt}. */
    private static final Map<String, Set<String>> POINTERS = WordLists.read(Faithfulness.class, "pointers.txt");

    private Faithfulness() {}

    /** Whether quotation marks and brackets come in pairs and the length is bearable. */
    static boolean isWhole(String sentence) {
        for (String pair : PAIRS) {
            if (count(sentence, pair.charAt(0)) != count(sentence, pair.charAt(1)) && !isGerman(sentence)) {
                return false;
            }
        }
        return count(sentence, '"') % 2 == 0 && !startsInside(sentence) && Words.count(sentence) <= LONGEST;
    }

    /** Whether the first word points back, so that the sentence needs the one before it. */
    public static boolean dangles(String sentence, Locale language) {
        List<Words.Word> words = Words.of(sentence);
        Set<String> pointing = POINTERS.getOrDefault(language.getLanguage(), Set.of());
        return !words.isEmpty() && pointing.contains(words.get(0).folded());
    }

    /** In German “ closes what „ opens. */
    private static boolean isGerman(String sentence) {
        return sentence.indexOf('„') >= 0 && count(sentence, '„') == count(sentence, '“') + count(sentence, '”');
    }

    /** Begins with a small letter or with a mark that only closes. */
    private static boolean startsInside(String sentence) {
        char first = sentence.charAt(0);
        return Character.isLowerCase(first) || ",;:)]”»".indexOf(first) >= 0;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
