package dev.standfirst.text;

import java.util.Locale;
import java.util.Set;

/** Which way a language is written. */
public final class Directions {

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "iw", "ps", "ur", "yi");

    private Directions() {}

    /** "rtl" or "ltr", as HTML's {@code dir} wants it. */
    public static String of(Locale language) {
        return RIGHT_TO_LEFT.contains(language.getLanguage()) ? "rtl" : "ltr";
    }
}
