package dev.standfirst.text;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a text. Where a script writes none apart (Chinese, Japanese, Thai), each pair of neighbouring characters
 * counts as a word.
 */
public final class Words {

    private static final int STEM = 7;

    private Words() {}

    /**
     * A word.
     *
     * @param text as it is written
     * @param from offset of its first character
     */
    public record Word(String text, int from) {

        /** In lower case. */
        public String folded() {
            return text.toLowerCase(Locale.ROOT);
        }
    }

    /** All words, in order. An apostrophe or a hyphen between letters does not part a word from its rest. */
    public static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (isSpaceless(c)) {
                at = addPairs(text, at, words);
            } else if (Character.isLetterOrDigit(c)) {
                int end = end(text, at);
                words.add(new Word(text.substring(at, end), at));
                at = end;
            } else {
                at += Character.charCount(c);
            }
        }
        return words;
    }

    /** The stems of the words that carry content, in order: what two texts are compared by. */
    public static List<String> contentStems(String text, Locale language) {
        Set<String> stop = StopWords.of(language.getLanguage());
        boolean english = language.getLanguage().equals("en");
        List<String> stems = new ArrayList<>();
        for (Word word : of(text)) {
            String folded = bare(word.folded());
            if (!stop.contains(folded) && (folded.length() > 1 || Character.isDigit(folded.charAt(0)))) {
                stems.add(english ? PorterStemmer.stem(folded) : cut(folded));
            }
        }
        return stems;
    }

    /** Whether a character belongs to a script that writes no spaces between words. */
    public static boolean isSpaceless(int codePoint) {
        boolean farFromAll = codePoint < 0x0E00 || (codePoint > 0x0E7F && codePoint < 0x2E80);
        if (farFromAll) {
            return false;
        }
        UnicodeScript script = UnicodeScript.of(codePoint);
        return script == UnicodeScript.HAN
                || script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA
                || script == UnicodeScript.THAI;
    }

    /** How many words a text has, for lengths and reading times; two spaceless characters make one. */
    public static int count(String text) {
        return of(text).size();
    }

    private static String cut(String folded) {
        return folded.length() <= STEM ? folded : folded.substring(0, STEM);
    }

    /** Without the possessive of English and the elided article of French. */
    private static String bare(String folded) {
        int apostrophe = Math.max(folded.indexOf('\''), folded.indexOf('’'));
        if (apostrophe < 0) {
            return folded;
        }
        return apostrophe <= 2 && folded.length() - apostrophe > 2
                ? folded.substring(apostrophe + 1)
                : folded.substring(0, Math.max(1, apostrophe));
    }

    private static int end(String text, int from) {
        int at = from;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            boolean joined = "'’-.,".indexOf(c) >= 0 && joins(text, at, c);
            boolean inside = joined || isMark(c) || Character.isLetterOrDigit(c);
            if (isSpaceless(c) || !inside) {
                break;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Stops and commas join figures (1,200.5), apostrophes and hyphens join letters. */
    private static boolean joins(String text, int at, int c) {
        if (at + 1 >= text.length() || at == 0) {
            return false;
        }
        char before = text.charAt(at - 1);
        char after = text.charAt(at + 1);
        boolean figures = c == '.' || c == ',';
        return figures
                ? Character.isDigit(before) && Character.isDigit(after)
                : Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
    }

    private static int addPairs(String text, int from, List<Word> words) {
        int end = from;
        while (end < text.length() && isSpaceless(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        int length = text.codePointCount(from, end);
        int at = from;
        for (int i = 0; i < Math.max(1, length - 1); i++) {
            int to = text.offsetByCodePoints(at, Math.min(2, length));
            words.add(new Word(text.substring(at, to), at));
            at = text.offsetByCodePoints(at, 1);
        }
        return end;
    }
}
