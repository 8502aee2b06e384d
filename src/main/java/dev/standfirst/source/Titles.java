package dev.standfirst.source;

import dev.standfirst.text.Sha256;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Titles that say the same. */
public final class Titles {

    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]++");
    private static final int TELLING = 15;

    private Titles() {}

    /** A key that they share, whatever their case and marks; empty where the title is too short to tell an article. */
    static String key(String title) {
        String plain = plain(title);
        int letters =
                plain.codePoints().map(c -> Character.isIdeographic(c) ? 3 : 1).sum();
        return letters < TELLING ? "" : Sha256.hex(plain);
    }

    /** How many of their words two titles share, from 0 to 1. */
    public static double likeness(String one, String other) {
        Set<String> words = words(one);
        Set<String> others = words(other);
        Set<String> all = new HashSet<>(words);
        all.addAll(others);
        words.retainAll(others);
        return all.isEmpty() ? 1 : (double) words.size() / all.size();
    }

    private static Set<String> words(String title) {
        return new HashSet<>(List.of(plain(title).split(" ")));
    }

    private static String plain(String title) {
        return NOT_A_WORD
                .matcher(title.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }
}
