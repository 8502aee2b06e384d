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
    /** In words: no phrase of {@code pointers.txt} is longer. */
    private static final int LONGEST_PHRASE = 4;

    private static final String OPENING = "“«([「『（‹";
    private static final String CLOSING = "”»)]」』）›";
    /** Where the curly marks stand among those. */
    private static final int CURLY = 0;

    /** Words at the start that point back to a sentence before; read from {@code pointers.txt}. */
    private static final Map<String, Set<String>> POINTERS = WordLists.read(Faithfulness.class, "pointers.txt");

    private Faithfulness() {}

    /**
     * Whether quotation marks and brackets come in pairs and the length is bearable.
     *
     * @param words how many the sentence has
     */
    static boolean isWhole(String sentence, int words) {
        return words <= LONGEST && isWhole(sentence);
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
        StringBuilder phrase = new StringBuilder();
        int at = wordFrom(sentence, 0);
        for (int word = 0; word < LONGEST_PHRASE && at < sentence.length(); word++) {
            int end = wordEnd(sentence, at);
            phrase.append(word == 0 ? "" : "_").append(folded(sentence, at, end));
            if (pointing.contains(phrase.toString())) {
                return true;
            }
            at = wordFrom(sentence, end);
        }
        int first = wordFrom(sentence, 0);
        return first < sentence.length()
                && pointing.contains(beforeApostrophe(folded(sentence, first, wordEnd(sentence, first))));
    }

    private static String folded(String sentence, int from, int to) {
        return sentence.substring(from, to).toLowerCase(Locale.ROOT).replace('’', '\'');
    }

    private static int wordFrom(String sentence, int from) {
        int at = from;
        while (at < sentence.length() && !Character.isLetterOrDigit(sentence.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Apostrophes and hyphens are parts of words here: "d'autre", "celui-ci". */
    private static int wordEnd(String sentence, int from) {
        int at = from;
        while (at < sentence.length() && (isLetter(sentence.charAt(at)) || "'’-".indexOf(sentence.charAt(at)) >= 0)) {
            at++;
        }
        return Math.max(at, from + 1);
    }

    private static boolean isLetter(char c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /** "it" of "it's". */
    private static String beforeApostrophe(String word) {
        int apostrophe = word.indexOf('\'');
        return apostrophe < 0 ? word : word.substring(0, apostrophe);
    }

    /** Begins with a small letter or with a mark that only closes; » opens in German, where « closes. */
    private static boolean startsInside(String sentence) {
        char first = sentence.charAt(0);
        return Character.isLowerCase(first)
                || ",;:)]”".indexOf(first) >= 0
                || (first == '»' && sentence.indexOf('«') < 0);
    }
}
