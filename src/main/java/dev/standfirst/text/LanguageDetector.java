package dev.standfirst.text;

import java.lang.Character.UnicodeScript;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells the language of a text: by its script where that is enough, else by short words, endings and letters that each
 * language of the script has for itself ({@code languages.txt}).
 */
public final class LanguageDetector {

    /** In characters: more of a text tells no more. */
    private static final int SAMPLE = 1_500;

    /** Below, every letter is looked at. */
    private static final int FEW_WORDS = 60;

    /** In letters: fewer of a script are names and quotations. */
    private static final int LEAST_LETTERS = 3;

    private static final double LEAST_POINTS = 0.8;
    private static final double LEAST_LEAD = 1.1;

    /** How much more of a text must speak for its language than for the declared one, and how much at least. */
    private static final double CLEAR_LEAD = 2.5;

    private static final double CLEAR_POINTS = 20;
    private static final int CLEAR_LETTERS = 60;

    /** Scripts of which one language makes nearly all use. */
    private static final Map<UnicodeScript, String> SCRIPTS = Map.ofEntries(
            Map.entry(UnicodeScript.HIRAGANA, "ja"),
            Map.entry(UnicodeScript.KATAKANA, "ja"),
            Map.entry(UnicodeScript.HANGUL, "ko"),
            Map.entry(UnicodeScript.HAN, "zh"),
            Map.entry(UnicodeScript.BOPOMOFO, "zh"),
            Map.entry(UnicodeScript.GREEK, "el"),
            Map.entry(UnicodeScript.ARMENIAN, "hy"),
            Map.entry(UnicodeScript.GEORGIAN, "ka"),
            Map.entry(UnicodeScript.THAI, "th"),
            Map.entry(UnicodeScript.LAO, "lo"),
            Map.entry(UnicodeScript.KHMER, "km"),
            Map.entry(UnicodeScript.MYANMAR, "my"),
            Map.entry(UnicodeScript.BENGALI, "bn"),
            Map.entry(UnicodeScript.TAMIL, "ta"),
            Map.entry(UnicodeScript.TELUGU, "te"),
            Map.entry(UnicodeScript.KANNADA, "kn"),
            Map.entry(UnicodeScript.MALAYALAM, "ml"),
            Map.entry(UnicodeScript.GUJARATI, "gu"),
            Map.entry(UnicodeScript.GURMUKHI, "pa"),
            Map.entry(UnicodeScript.SINHALA, "si"),
            Map.entry(UnicodeScript.ETHIOPIC, "am"));

    /** The most likely language of the other scripts, where nothing else tells. */
    private static final Map<UnicodeScript, String> USUAL = Map.of(
            UnicodeScript.CYRILLIC, "ru",
            UnicodeScript.ARABIC, "ar",
            UnicodeScript.HEBREW, "he",
            UnicodeScript.DEVANAGARI, "hi");

    /** In points. */
    private static final Map<String, Double> WIDELY_WRITTEN = Map.of(
            "en", 0.8, "es", 0.3, "de", 0.3, "fr", 0.3, "ru", 0.3, "ar", 0.3, "pt", 0.2, "it", 0.2, "nl", 0.1, "pl",
            0.1);

    private LanguageDetector() {}

    /** The language, or {@link Locale#ROOT} where the text does not tell. */
    public static Locale detect(String text) {
        return detect(text, Locale.ROOT);
    }

    /**
     * The language of a text that is declared to be in one: the declared, unless the text is clearly in another.
     *
     * @param declared or {@link Locale#ROOT}
     * @return the declared, or {@link Locale#ROOT}, where the text does not tell
     */
    public static Locale detect(String text, Locale declared) {
        String sample = text.length() <= SAMPLE ? text : text.substring(0, SAMPLE);
        Map<UnicodeScript, Integer> scripts = scripts(sample);
        UnicodeScript script = main(scripts);
        int letters = scripts.values().stream().mapToInt(Integer::intValue).sum();
        if (letters < LEAST_LETTERS) {
            return declared;
        }
        String only = SCRIPTS.get(script);
        if (only != null) {
            boolean told = declared.getLanguage().isEmpty() || letters >= CLEAR_LETTERS;
            return told && !isOneOf(declared, only) ? Locale.forLanguageTag(only) : declared;
        }
        return byTraits(sample, USUAL.getOrDefault(script, ""), declared);
    }

    /** Chinese and Cantonese share a script, as do others with the languages that stand for them here. */
    private static boolean isOneOf(Locale declared, String only) {
        return declared.getLanguage().equals(only)
                || (only.equals("zh") && declared.getLanguage().equals("yue"));
    }

    private static Map<UnicodeScript, Integer> scripts(String sample) {
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        sample.codePoints()
                .filter(Character::isLetter)
                .forEach(c -> counts.merge(UnicodeScript.of(c), 1, Integer::sum));
        return counts;
    }

    /** The script of most letters; any kana makes a text of Chinese characters Japanese. */
    private static UnicodeScript main(Map<UnicodeScript, Integer> counts) {
        int han = counts.getOrDefault(UnicodeScript.HAN, 0);
        int kana = counts.getOrDefault(UnicodeScript.HIRAGANA, 0) + counts.getOrDefault(UnicodeScript.KATAKANA, 0);
        UnicodeScript most = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(UnicodeScript.COMMON);
        return most == UnicodeScript.HAN && kana * 10 > han ? UnicodeScript.HIRAGANA : most;
    }

    private static Locale byTraits(String sample, String usual, Locale declared) {
        LanguageTraits traits = new LanguageTraits();
        // Not in folded form: ß and the dotless i tell languages apart.
        List<String> words = Words.of(sample).stream()
                .map(word -> word.text().toLowerCase(Locale.ROOT))
                .toList();
        words.forEach(traits::read);
        if (words.size() < FEW_WORDS) {
            words.forEach(traits::readRows);
        }
        Map<String, Double> points = traits.points();
        List<String> best = points.keySet().stream()
                .sorted(Comparator.comparingDouble(language -> -likely(points, language)))
                .toList();
        boolean told = declared.getLanguage().isEmpty() ? isTold(points, best) : isClear(points, best, declared);
        if (told) {
            return Locale.forLanguageTag(best.get(0));
        }
        return declared.getLanguage().isEmpty() ? Locale.forLanguageTag(usual) : declared;
    }

    private static boolean isTold(Map<String, Double> points, List<String> best) {
        double second = best.size() < 2 ? 0 : likely(points, best.get(1));
        return !best.isEmpty()
                && points.getOrDefault(best.get(0), 0.0) >= LEAST_POINTS
                && likely(points, best.get(0)) >= second * LEAST_LEAD;
    }

    private static boolean isClear(Map<String, Double> points, List<String> best, Locale declared) {
        double most = best.isEmpty() ? 0 : points.getOrDefault(best.get(0), 0.0);
        return most >= CLEAR_POINTS && most >= points.getOrDefault(declared.getLanguage(), 0.0) * CLEAR_LEAD;
    }

    /** Where little tells, the languages that most is written in are the likelier ones. */
    private static double likely(Map<String, Double> points, String language) {
        return points.getOrDefault(language, 0.0) + WIDELY_WRITTEN.getOrDefault(language, 0.0);
    }
}
