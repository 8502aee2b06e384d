package dev.standfirst.summary;

import dev.standfirst.text.WordLists;
import dev.standfirst.text.Words;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a sentence can be read alone without misleading: nothing it opens stays open, nothing it leans on is missing.
 */
public final class Faithfulness {

    /** In words, and in characters: an address or a line of code may be one word of thousands. */
    private static final int LONGEST = 40;

    private static final int LONGEST_IN_CHARACTERS = 600;
    /** Quotation marks that stand alone, then pairs: what opens and what closes. */
    private static final String MARKS = "\"„“”«»()[]「」『』（）‹›";

    private static final int STRAIGHT = 0;
    private static final int LOW = 1;
    private static final int CURLY = 2;

    /** Words at the start that point back to a sentence before; read from {@code pointers.txt}. */
    private static final Map<String, Openings> POINTERS =
            WordLists.read(Faithfulness.class, "pointers.txt").entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            Map.Entry::getKey, language -> new Openings(language.getValue())));

    private static final Openings NONE = new Openings(Set.of());

    private Faithfulness() {}

    /**
     * Whether quotation marks and brackets come in pairs and the length is bearable.
     *
     * @param words how many the sentence has
     */
    static boolean isWhole(String sentence, int words) {
        return words <= LONGEST && sentence.length() <= LONGEST_IN_CHARACTERS && isWhole(sentence);
    }

    private static boolean isWhole(String sentence) {
        int[] marks = new int[MARKS.length()];
        for (int i = 0; i < sentence.length(); i++) {
            char c = sentence.charAt(i);
            boolean plain = c == ' ' || (c >= 'a' && c <= 'z');
            int mark = plain ? -1 : MARKS.indexOf(c);
            if (mark >= 0) {
                marks[mark]++;
            }
        }
        return marks[STRAIGHT] % 2 == 0 && !startsInside(sentence) && isEven(marks);
    }

    /** In German, “ or ” closes what „ opens. */
    private static boolean isEven(int[] marks) {
        int curly = marks[CURLY] - marks[CURLY + 1];
        boolean even = marks[LOW] == 0 ? curly == 0 : Math.abs(curly) == marks[LOW];
        for (int pair = CURLY + 2; pair < marks.length; pair += 2) {
            even &= marks[pair] == marks[pair + 1];
        }
        return even;
    }

    /**
     * Whether the first words point back to the sentence before, or to a speaker who is not named, so that the sentence
     * cannot be read alone.
     */
    public static boolean dangles(String sentence, Locale language) {
        return isPointing(sentence, POINTERS.getOrDefault(language.getLanguage(), NONE));
    }

    /** Whether the first word may point back, or may not. */
    static boolean leans(String sentence, Locale language) {
        return isPointing(sentence, POINTERS.getOrDefault(language.getLanguage() + "-maybe", NONE));
    }

    private static boolean isPointing(String sentence, Openings pointers) {
        if (pointers.isEmpty()) {
            return false;
        }
        return Words.isSpaceless(sentence.codePointAt(0))
                ? pointers.isAtStartOf(sentence)
                : pointers.open(sentence, (phrase, end) -> true) || pointers.isBeforeApostrophe(sentence);
    }

    /** Begins with a small letter or with a mark that only closes; » opens in German, where « closes. */
    private static boolean startsInside(String sentence) {
        char first = sentence.charAt(0);
        return Character.isLowerCase(first)
                || ",;:)]”".indexOf(first) >= 0
                || (first == '»' && sentence.indexOf('«') < 0);
    }
}
