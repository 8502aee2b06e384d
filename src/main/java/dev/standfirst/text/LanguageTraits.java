package dev.standfirst.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What tells the languages of one script apart, read from {@code languages.txt}: each trait weighs the less, the more
 * languages have it.
 */
final class LanguageTraits {

    private static final Map<String, Set<String>> FILE = WordLists.read(LanguageTraits.class, "languages.txt");
    private static final List<String> LANGUAGES =
            FILE.keySet().stream().sorted().toList();

    /** What an ending or a letter tells, against a whole word. */
    private static final double PART = 0.4;

    /** What letters in a row tell. */
    private static final double ROW = 0.25;

    private static final int SHORTEST_ROW = 2;
    private static final int LONGEST_ROW = 4;

    private static final int LONGEST_ENDING = 5;

    private static final Map<String, int[]> WORDS = traits(' ');
    private static final Map<String, int[]> ENDINGS = traits('-');
    private static final Map<String, int[]> ROWS = traits('~');
    private static final Map<Character, int[]> LETTERS = letters();

    private final double[] points = new double[LANGUAGES.size()];

    private static Map<String, int[]> traits(char kind) {
        Map<String, List<Integer>> found = new HashMap<>();
        for (int language = 0; language < LANGUAGES.size(); language++) {
            for (String trait : FILE.getOrDefault(LANGUAGES.get(language), Set.of())) {
                boolean part = trait.length() > 1 && "-+~".indexOf(trait.charAt(0)) >= 0;
                if (part ? trait.charAt(0) == kind : kind == ' ') {
                    found.computeIfAbsent(part ? trait.substring(1) : trait, any -> new ArrayList<>())
                            .add(language);
                }
            }
        }
        Map<String, int[]> traits = new HashMap<>();
        found.forEach((trait, languages) ->
                traits.put(trait, languages.stream().mapToInt(Integer::intValue).toArray()));
        return traits;
    }

    private static Map<Character, int[]> letters() {
        Map<Character, int[]> letters = new HashMap<>();
        traits('+').forEach((letter, languages) -> letters.put(letter.charAt(0), languages));
        return letters;
    }

    /** Counts what a word tells. */
    void read(String word) {
        add(WORDS.get(word), 1);
        readEnding(word);
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) > 'z') {
                add(LETTERS.get(word.charAt(i)), PART);
            }
        }
    }

    /** Counts what the letters of a word tell that stand in a row: worth the time where there are few words. */
    void readRows(String word) {
        for (int start = 0; start < word.length(); start++) {
            int last = Math.min(word.length(), start + LONGEST_ROW);
            for (int end = start + SHORTEST_ROW; end <= last; end++) {
                add(ROWS.get(word.substring(start, end)), ROW);
            }
        }
    }

    /** The longest ending tells all that shorter ones do. */
    private void readEnding(String word) {
        for (int length = Math.min(LONGEST_ENDING, word.length() - 2); length > 0; length--) {
            int[] languages = ENDINGS.get(word.substring(word.length() - length));
            if (languages != null) {
                add(languages, PART);
                return;
            }
        }
    }

    private void add(int @org.jspecify.annotations.Nullable [] languages, double weight) {
        if (languages != null) {
            for (int language : languages) {
                points[language] += weight / languages.length;
            }
        }
    }

    /** The points of each language that has any. */
    Map<String, Double> points() {
        Map<String, Double> found = new LinkedHashMap<>();
        for (int language = 0; language < points.length; language++) {
            if (points[language] > 0) {
                found.put(LANGUAGES.get(language), points[language]);
            }
        }
        return found;
    }
}
