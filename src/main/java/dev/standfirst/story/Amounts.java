package dev.standfirst.story;

import dev.standfirst.text.Words;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Figures in one way of writing: 4,000, 4.000, 4 000 and 4'000 are 4000; 6.4 and 6,4 are 6.4. */
final class Amounts {

    /**
     * Groups of three digits, whatever parts them, with or without a fraction; or digits with or without a fraction.
     */
    static final Pattern FIGURE = Pattern.compile(
            "(?<![\\p{L}\\d])(?:(\\d{1,3}(?:([.,'’\\u00A0\\u202F ])\\d{3}(?!\\d))(?:\\2\\d{3}(?!\\d)){0,4})"
                    + "(?:[.,](\\d{1,3}))?|(\\d{1,12})(?:[.,:](\\d{1,4}))?)(?![\\d])");

    private Amounts() {}

    /** The values of all figures of a text, and its words that hold a digit but are no figure: "A380". */
    static Set<String> in(String text) {
        Set<String> values = new HashSet<>();
        StringBuilder rest = new StringBuilder();
        Matcher found = FIGURE.matcher(text);
        while (found.find()) {
            values.add(value(found));
            found.appendReplacement(rest, " ");
        }
        for (Words.Word word : Words.of(found.appendTail(rest).toString())) {
            if (word.text().codePoints().anyMatch(Character::isDigit)) {
                values.add(word.folded());
            }
        }
        return values;
    }

    /** The value of what was found, without what is grouped by. */
    static String value(Matcher found) {
        String whole = found.group(1) == null ? found.group(4) : found.group(1).replaceAll("\\D", "");
        String fraction = found.group(1) == null ? found.group(5) : found.group(3);
        return fraction == null ? whole : whole + "." + fraction;
    }
}
