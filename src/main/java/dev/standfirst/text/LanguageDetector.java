package dev.standfirst.text;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells the language of a text: by its script where that is enough, else by the share of each language's stop words.
 */
public final class LanguageDetector {

    private static final int SAMPLE = 5_000;
    private static final double LEAST_SHARE = 0.12;
    private static final double LEAST_LEAD = 1.15;

    private static final Map<UnicodeScript, String> SCRIPTS = Map.ofEntries(
            Map.entry(UnicodeScript.HIRAGANA, "ja"), Map.entry(UnicodeScript.KATAKANA, "ja"),
            Map.entry(UnicodeScript.HANGUL, "ko"), Map.entry(UnicodeScript.HAN, "zh"),
            Map.entry(UnicodeScript.GREEK, "el"), Map.entry(UnicodeScript.HEBREW, "he"),
            Map.entry(UnicodeScript.ARABIC, "ar"), Map.entry(UnicodeScript.CYRILLIC, "ru"),
            Map.entry(UnicodeScript.DEVANAGARI, "hi"), Map.entry(UnicodeScript.ARMENIAN, "hy"),
            Map.entry(UnicodeScript.THAI, "th"), Map.entry(UnicodeScript.GEORGIAN, "ka"));

    private LanguageDetector() {}

    /** The language, or {@link Locale#ROOT} where the text does not tell. */
    public static Locale detect(String text) {
        String sample = text.length() <= SAMPLE ? text : text.substring(0, SAMPLE);
        UnicodeScript script = script(sample);
        String byScript = SCRIPTS.get(script);
        return byScript != null ? Locale.forLanguageTag(byScript) : byStopWords(sample);
    }

    /** The script of most letters; any kana makes a text of Chinese characters Japanese. */
    private static UnicodeScript script(String sample) {
        Map<UnicodeScript, Integer> counts = new java.util.EnumMap<>(UnicodeScript.class);
        sample.codePoints()
                .filter(Character::isLetter)
                .forEach(c -> counts.merge(UnicodeScript.of(c), 1, Integer::sum));
        int han = counts.getOrDefault(UnicodeScript.HAN, 0);
        if (han > 0 && counts.getOrDefault(UnicodeScript.HIRAGANA, 0) * 10 > han) {
            return UnicodeScript.HIRAGANA;
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(UnicodeScript.COMMON);
    }

    private static Locale byStopWords(String sample) {
        List<String> words = Words.of(sample).stream().map(Words.Word::folded).toList();
        String best = "";
        double most = 0;
        double second = 0;
        for (Map.Entry<String, Set<String>> language : StopWords.all().entrySet()) {
            double share =
                    words.stream().filter(language.getValue()::contains).count() / (double) Math.max(1, words.size());
            if (share > most) {
                second = most;
                most = share;
                best = language.getKey();
            } else {
                second = Math.max(second, share);
            }
        }
        boolean sure = most >= LEAST_SHARE && most >= second * LEAST_LEAD;
        return sure ? Locale.forLanguageTag(best) : Locale.ROOT;
    }
}
