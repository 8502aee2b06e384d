package dev.standfirst.story;

import dev.standfirst.text.WordLists;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Names as they sound, roughly, so that a name is found in another language or script: Халвард is Halvard, Stenholme is
 * Stenholm. In the manner of Philips, "Hanging on the Metaphone", 1990, but for many languages and so coarser: letters
 * come from {@code letters.txt}, an h behind a consonant, doubled letters and vowels at the end are not heard.
 */
final class NameKeys {

    private static final int LONGEST = 7;
    private static final int SHORTEST = 3;

    private static final Map<Integer, String> LETTERS = letters();

    private NameKeys() {}

    private static Map<Integer, String> letters() {
        Map<Integer, String> letters = new HashMap<>();
        for (String line : WordLists.lines(NameKeys.class, "letters.txt")) {
            String[] parts = line.strip().split(" +");
            letters.put(parts[0].codePointAt(0), parts.length > 1 ? parts[1] : "");
        }
        return letters;
    }

    /** The key of a word; empty where too little of it is heard to tell it from others. */
    static String of(String word) {
        String plain = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Form.NFD);
        StringBuilder key = new StringBuilder();
        for (int at = 0;
                at < plain.length() && key.length() <= LONGEST;
                at += Character.charCount(plain.codePointAt(at))) {
            int letter = plain.codePointAt(at);
            if (Character.isLetter(letter)) {
                add(key, LETTERS.getOrDefault(letter, Character.toString(letter)));
            }
        }
        return cut(key);
    }

    private static void add(StringBuilder key, String sound) {
        for (int i = 0; i < sound.length(); i++) {
            char letter = sound.charAt(i);
            char before = key.isEmpty() ? 'a' : key.charAt(key.length() - 1);
            boolean mute = letter == 'h' && !isVowel(before);
            if ((!mute && letter != before) || key.isEmpty()) {
                key.append(letter);
            }
        }
    }

    private static String cut(StringBuilder key) {
        int end = Math.min(LONGEST, key.length());
        while (end > SHORTEST && isVowel(key.charAt(end - 1))) {
            end--;
        }
        return end < SHORTEST ? "" : key.substring(0, end);
    }

    private static boolean isVowel(char letter) {
        return "aeiou".indexOf(letter) >= 0;
    }
}
