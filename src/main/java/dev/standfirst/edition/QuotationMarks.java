package dev.standfirst.edition;

import java.util.Locale;
import java.util.Map;

/**
 * The quotation marks of a language.
 *
 * @param open in front
 * @param close behind
 */
record QuotationMarks(String open, String close) {

    private static final QuotationMarks ENGLISH = new QuotationMarks("“", "”");
    private static final QuotationMarks LOW = new QuotationMarks("„", "“");
    private static final QuotationMarks GUILLEMETS = new QuotationMarks("«", "»");
    private static final QuotationMarks CORNERS = new QuotationMarks("「", "」");
    private static final QuotationMarks FRENCH = new QuotationMarks("«\u00A0", "\u00A0»");

    private static final Map<String, QuotationMarks> LANGUAGES = Map.ofEntries(
            Map.entry("de", LOW),
            Map.entry("cs", LOW),
            Map.entry("sk", LOW),
            Map.entry("bg", LOW),
            Map.entry("pl", new QuotationMarks("„", "”")),
            Map.entry("fr", FRENCH),
            Map.entry("es", GUILLEMETS),
            Map.entry("it", GUILLEMETS),
            Map.entry("pt", GUILLEMETS),
            Map.entry("ru", GUILLEMETS),
            Map.entry("uk", GUILLEMETS),
            Map.entry("el", GUILLEMETS),
            Map.entry("ar", GUILLEMETS),
            Map.entry("ja", CORNERS),
            Map.entry("zh", CORNERS));

    static QuotationMarks of(Locale language) {
        return LANGUAGES.getOrDefault(language.getLanguage(), ENGLISH);
    }

    /** A sentence in quotation marks; one that is a quotation already keeps its own. */
    String around(String sentence) {
        boolean quoted = "\"“„«「".indexOf(sentence.charAt(0)) >= 0
                && "\"“”»」".indexOf(sentence.charAt(sentence.length() - 1)) >= 0;
        return quoted ? sentence : open + sentence + close;
    }
}
