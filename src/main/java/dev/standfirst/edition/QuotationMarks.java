package dev.standfirst.edition;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The quotation marks of a language, as in the Unicode Common Locale Data Repository.
 *
 * @param open in front
 * @param close behind
 * @param others those around a sentence that has these within itself
 */
record QuotationMarks(String open, String close, String others) {

    private static final QuotationMarks ENGLISH = new QuotationMarks("“", "”", "‘’");
    private static final Map<String, QuotationMarks> LANGUAGES = languages();

    static QuotationMarks of(Locale language) {
        return LANGUAGES.getOrDefault(language.getLanguage(), ENGLISH);
    }

    /** A sentence in quotation marks; one that is a quotation already keeps its own. */
    String around(String sentence) {
        boolean quoted = "\"“„«「".indexOf(sentence.charAt(0)) >= 0
                && "\"“”»」".indexOf(sentence.charAt(sentence.length() - 1)) >= 0;
        if (quoted) {
            return sentence;
        }
        boolean within = sentence.contains(open.strip()) || sentence.contains(close.strip());
        return within ? others.charAt(0) + sentence + others.charAt(1) : open + sentence + close;
    }

    private static Map<String, QuotationMarks> languages() {
        Map<String, QuotationMarks> languages = new HashMap<>();
        put(languages, "„", "“", "‚‘", "de", "cs", "sk", "bg", "is", "sl", "lt", "et", "sr", "mk");
        put(languages, "„", "”", "‚’", "pl", "hu", "ro", "hr");
        put(languages, "«\u00A0", "\u00A0»", "“”", "fr");
        put(languages, "«", "»", "“”", "es", "it", "pt", "el", "ca", "ar", "fa");
        put(languages, "«", "»", "„“", "ru", "uk");
        put(languages, "«", "»", "‘’", "no", "nb", "nn");
        put(languages, "”", "”", "’’", "sv", "fi", "he", "iw");
        put(languages, "「", "」", "『』", "ja", "zh");
        return languages;
    }

    private static void put(
            Map<String, QuotationMarks> all, String open, String close, String others, String... languages) {
        for (String language : languages) {
            all.put(language, new QuotationMarks(open, close, others));
        }
    }
}
