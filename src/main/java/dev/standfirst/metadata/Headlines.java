package dev.standfirst.metadata;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Headlines compared: by their letters and figures, whatever the case and punctuation. */
final class Headlines {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]++");
    private static final int LONGEST = 600;

    private Headlines() {}

    /** Only the letters and figures, in lower case. */
    static String letters(String text) {
        StringBuilder letters = new StringBuilder(Math.min(text.length(), LONGEST));
        for (int i = 0; i < text.length() && i < LONGEST; i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                letters.append(Character.toLowerCase(c));
            }
        }
        return letters.toString();
    }

    static boolean same(String a, String b) {
        String letters = letters(a);
        return !letters.isEmpty() && letters.equals(letters(b));
    }

    /** The share of the words of the shorter one that are in the other, 0 to 1; 1 where one holds the other. */
    static double likeness(String a, String b) {
        String one = letters(a);
        String other = letters(b);
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        if (one.contains(other) || other.contains(one)) {
            return 1;
        }
        Set<String> words = words(a);
        Set<String> others = words(b);
        double least = Math.max(1, Math.min(words.size(), others.size()));
        words.retainAll(others);
        return words.size() / least;
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>(List.of(NO_WORD.split(cut(text).toLowerCase(Locale.ROOT))));
        words.remove("");
        return words;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
