package dev.standfirst.summary;

import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Words and phrases that a line may open with, in small letters, the words of a phrase joined by {@code _}. Most lines
 * are told apart by their first word.
 */
final class Openings {

    /** In words. */
    private static final int LONGEST_PHRASE = 4;

    private final Set<String> phrases;
    private final Set<String> firstWords;

    Openings(Set<String> phrases) {
        this.phrases = phrases;
        this.firstWords = phrases.stream().map(Openings::firstWord).collect(Collectors.toUnmodifiableSet());
    }

    private static String firstWord(String phrase) {
        int end = phrase.indexOf('_');
        return end < 0 ? phrase : phrase.substring(0, end);
    }

    boolean isEmpty() {
        return phrases.isEmpty();
    }

    /** Whether a text of a script without spaces opens with one. */
    boolean isAtStartOf(String text) {
        return phrases.stream().anyMatch(text::startsWith);
    }

    /**
     * Whether a line opens with a phrase that passes a test.
     *
     * @param test is given the phrase and the offset behind it
     */
    boolean open(String line, BiPredicate<String, Integer> test) {
        int at = wordFrom(line, 0);
        int end = wordEnd(line, at);
        String phrase = folded(line, at, end);
        if (!firstWords.contains(phrase)) {
            return false;
        }
        for (int words = 1; !(phrases.contains(phrase) && test.test(phrase, end)); words++) {
            at = wordFrom(line, end);
            if (words == LONGEST_PHRASE || at == line.length()) {
                return false;
            }
            end = wordEnd(line, at);
            phrase = phrase + "_" + folded(line, at, end);
        }
        return true;
    }

    /** Whether the first word, up to its apostrophe, is one: "it" of "it's". */
    boolean isBeforeApostrophe(String line) {
        int at = wordFrom(line, 0);
        String word = folded(line, at, wordEnd(line, at));
        int apostrophe = word.indexOf('\'');
        return apostrophe > 0 && phrases.contains(word.substring(0, apostrophe));
    }

    private static String folded(String line, int from, int to) {
        return line.substring(from, to).toLowerCase(Locale.ROOT).replace('’', '\'');
    }

    private static int wordFrom(String line, int from) {
        int at = from;
        while (at < line.length() && !isPart(line.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Apostrophes and hyphens are parts of words here: "d'autre", "celui-ci". */
    private static int wordEnd(String line, int from) {
        int at = from;
        while (at < line.length() && (isPart(line.charAt(at)) || "'’-".indexOf(line.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    private static boolean isPart(char c) {
        if (c < 128) {
            return Character.isLetterOrDigit(c) || c == '@';
        }
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
