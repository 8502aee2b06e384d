package dev.standfirst.summary;

import dev.standfirst.text.WordLists;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines that stand among the sentences of an article and are none: bylines, captions, credits, times, prompts. They are
 * left out before positions are counted and are never chosen. What they begin with is in {@code litter.txt}.
 */
final class Litter {

    private static final int LEAST_WORDS = 4;
    /** A line with more words than a heading may be a sentence that was cut short. */
    private static final int HEADING = 14;

    private static final int SHORT = 120;
    private static final Map<String, Set<String>> LINES = WordLists.read(Litter.class, "litter.txt");

    private static final Openings OPENINGS =
            new Openings(LINES.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet()));

    private static final Pattern NAMES =
            Pattern.compile("\\p{Lu}[\\p{L}.'’-]*(?:,? (?:and |und |et |y |e )?\\p{L}[\\p{L}.'’-]*){0,7} ?[,|.]?");
    private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}\\b.{0,40}");

    private Litter() {}

    /**
     * Whether a line is none of the article's sentences.
     *
     * @param words how many it has
     */
    static boolean is(String line, int words) {
        return words < LEAST_WORDS || isAllCapitals(line) || !endsLikeSentence(line, words) || isKnown(line);
    }

    private static boolean isKnown(String line) {
        return isMarked(line)
                || OPENINGS.open(line, (phrase, end) -> isToldBy(phrase, line.substring(end)))
                || isCredited(line);
    }

    private static boolean isMarked(String line) {
        char first = line.charAt(0);
        return first == '©'
                || first == '|'
                || isTableRow(line)
                || (Character.isDigit(first) && TIME.matcher(head(line)).matches());
    }

    private static boolean isTableRow(String line) {
        int bar = line.indexOf(" | ");
        return bar >= 0 && line.indexOf(" | ", bar + 1) > 0;
    }

    private static boolean isToldBy(String phrase, String rest) {
        return isOf("notice", phrase)
                || (isOf("credit", phrase) && isCreditMark(rest))
                || (rest.length() <= SHORT && isToldInShort(phrase, rest));
    }

    private static boolean isToldInShort(String phrase, String rest) {
        return isOf("prompt", phrase)
                || isOf("stamp", phrase)
                || (isOf("byline", phrase) && NAMES.matcher(rest.strip()).matches());
    }

    private static boolean isOf(String kind, String phrase) {
        return LINES.getOrDefault(kind, Set.of()).contains(phrase);
    }

    private static boolean isCreditMark(String rest) {
        String bare = rest.stripLeading();
        return bare.startsWith(":") || bare.startsWith("/") || bare.startsWith("|") || bare.startsWith("by ");
    }

    /** "…, by the river (Getty Images)": who is credited stands within the last words. */
    private static boolean isCredited(String line) {
        char last = line.charAt(line.length() - 1);
        if (last == '.' || last == '!' || last == '?') {
            return false;
        }
        String tail = line.substring(Math.max(0, line.length() - 40))
                .toLowerCase(Locale.ROOT)
                .replace(' ', '_');
        return LINES.getOrDefault("agency", Set.of()).stream().anyMatch(tail::contains);
    }

    private static String head(String line) {
        return line.substring(0, Math.min(line.length(), SHORT));
    }

    private static boolean isAllCapitals(String line) {
        int upper = 0;
        int lower = 0;
        for (int i = 0; i < line.length() && i < SHORT && lower * 2 < SHORT; i++) {
            upper += Character.isUpperCase(line.charAt(i)) ? 1 : 0;
            lower += Character.isLowerCase(line.charAt(i)) ? 1 : 0;
        }
        return upper > 8 && upper > lower * 2;
    }

    /** A heading or a caption has no terminal mark. */
    private static boolean endsLikeSentence(String line, int words) {
        char last = line.charAt(line.length() - 1);
        return words > HEADING || ".!?…。！？؟۔।։;\"”’'»›」』)）။።".indexOf(last) >= 0;
    }
}
