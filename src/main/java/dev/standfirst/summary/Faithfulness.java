package dev.standfirst.summary;

import dev.standfirst.text.WordLists;
import dev.standfirst.text.Words;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Whether a sentence can be read alone without misleading: nothing it opens stays open, nothing it leans on is missing.
 */
public final class Faithfulness {

    private static final int LONGEST = 40;
    /** In characters: no phrase of {@code pointers.txt} is longer. */
    private static final int LONGEST_PHRASE = 40;

    private static final String OPENING = "“«([「『（‹";
    private static final String CLOSING = "”»)]」』）›";
    /** Where the curly marks stand among those. */
    private static final int CURLY = 0;

    /** Words at the start that point back to a sentence before; read from {@code pointers.txt}. */
    private static final Map<String, Set<String>> POINTERS = WordLists.read(Faithfulness.class, "pointers.txt");

    private Faithfulness() {}

    /** Whether quotation marks and brackets come in pairs and the length is bearable. */
    static boolean isWhole(Candidate candidate) {
        return candidate.words() <= LONGEST && isWhole(candidate.sentence().text());
    }

    private static boolean isWhole(String sentence) {
        int straight = 0;
        int low = 0;
        int[] balance = new int[OPENING.length()];
        for (int i = 0; i < sentence.length(); i++) {
            char c = sentence.charAt(i);
            int opening = OPENING.indexOf(c);
            int closing = CLOSING.indexOf(c);
            straight += c == '"' ? 1 : 0;
            low += c == '„' ? 1 : 0;
            if (opening >= 0) {
                balance[opening]++;
            }
            if (closing >= 0) {
                balance[closing]--;
            }
        }
        return straight % 2 == 0 && !startsInside(sentence) && isEven(balance, low);
    }

    /** In German, “ or ” closes what „ opens. */
    private static boolean isEven(int[] balance, int low) {
        boolean curly = low == 0 ? balance[CURLY] == 0 : Math.abs(balance[CURLY]) == low;
        boolean others = true;
        for (int pair = CURLY + 1; pair < balance.length; pair++) {
            others &= balance[pair] == 0;
        }
        return curly && others;
    }

    /**
     * Whether the first words point back to the sentence before, or to a speaker who is not named, so that the sentence
     * cannot be read alone.
     */
    public static boolean dangles(String sentence, Locale language) {
        return opensWith(sentence, POINTERS.getOrDefault(language.getLanguage(), Set.of()));
    }

    /** Whether the first word may point back, or may not. */
    static boolean leans(String sentence, Locale language) {
        return opensWith(sentence, POINTERS.getOrDefault(language.getLanguage() + "-maybe", Set.of()));
    }

    private static boolean opensWith(String sentence, Set<String> pointing) {
        if (pointing.isEmpty()) {
            return false;
        }
        if (Words.isSpaceless(sentence.codePointAt(0))) {
            return pointing.stream().anyMatch(sentence::startsWith);
        }
        String phrase = "";
        for (Words.Word word : Words.of(sentence.substring(0, Math.min(sentence.length(), LONGEST_PHRASE)))) {
            String folded = word.folded().replace('’', '\'');
            phrase = phrase.isEmpty() ? folded : phrase + "_" + folded;
            boolean first = phrase.equals(folded);
            if (pointing.contains(phrase) || (first && pointing.contains(beforeApostrophe(folded)))) {
                return true;
            }
        }
        return false;
    }

    /** "it" of "it's". */
    private static String beforeApostrophe(String word) {
        int apostrophe = word.indexOf('\'');
        return apostrophe < 0 ? word : word.substring(0, apostrophe);
    }

    /** Begins with a small letter or with a mark that only closes. */
    private static boolean startsInside(String sentence) {
        char first = sentence.charAt(0);
        return Character.isLowerCase(first) || ",;:)]”»".indexOf(first) >= 0;
    }
}
