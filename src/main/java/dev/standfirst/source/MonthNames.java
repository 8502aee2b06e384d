package dev.standfirst.source;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The months by their names in the languages that feeds are written in, whole and short, from the JDK's locale data.
 * English ones are found at once; the others are loaded when the first foreign name is met.
 */
final class MonthNames {

    /** Where two languages give a name to different months, as Polish and Croatian do, the earlier one counts. */
    private static final List<String> LANGUAGES = List.of(
            "de", "fr", "es", "it", "pt", "nl", "ru", "pl", "tr", "sv", "da", "nb", "cs", "hu", "ro", "el", "fi", "uk",
            "ca", "sk", "bg", "sr", "hr", "sl", "et", "lv", "lt", "id", "vi", "ar", "fa", "he", "hi", "th");

    private static final Pattern MARKS = Pattern.compile("\\p{M}++");
    private static final Map<String, Integer> ENGLISH = names(List.of("en"));
    private static final int SHORTEST = 3;

    /** Loaded on first use. */
    private static final class Foreign {
        private static final Map<String, Integer> NAMES = names(LANGUAGES);
    }

    private MonthNames() {}

    /** The month, 1 to 12, that a word is the English name of, or the beginning of it; else 0. */
    static int english(String word) {
        return find(ENGLISH, word);
    }

    /** The month, 1 to 12, that a word means in one of the other languages, else 0. */
    static int foreign(String word) {
        return find(Foreign.NAMES, bare(word));
    }

    private static int find(Map<String, Integer> names, String word) {
        int exact = names.getOrDefault(word, 0);
        return exact == 0 && word.length() > SHORTEST ? names.getOrDefault(word.substring(0, SHORTEST), 0) : exact;
    }

    private static Map<String, Integer> names(List<String> languages) {
        Map<String, Integer> names = new HashMap<>();
        for (String language : languages) {
            Locale locale = Locale.forLanguageTag(language);
            for (TextStyle style :
                    List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
                for (Month month : Month.values()) {
                    names.putIfAbsent(bare(month.getDisplayName(style, locale)), month.getValue());
                }
            }
        }
        return names;
    }

    /** In lower case, without accents and stops. */
    private static String bare(String name) {
        String parts = Normalizer.normalize(FeedNames.lower(name), Normalizer.Form.NFD);
        return MARKS.matcher(parts).replaceAll("").replace(".", "");
    }
}
