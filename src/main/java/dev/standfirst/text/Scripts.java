package dev.standfirst.text;

import java.lang.Character.UnicodeScript;

/** What the script of a letter tells. */
final class Scripts {

    private Scripts() {}

    /**
     * Whether a mark of {@link Mark#LOCAL} ends a sentence here: the colon of Armenian, the semicolon of Greek, which
     * asks, the bar that stands for a danda, and two word spaces or colons of Ethiopic.
     */
    static boolean isEnd(String text, int at) {
        int before = at;
        while (before > 0
                && at - before < 2
                && (text.charAt(before - 1) == ' ' || text.charAt(before - 1) == text.charAt(at))) {
            before--;
        }
        if (before == 0) {
            return false;
        }
        boolean doubled = text.charAt(at - 1) == text.charAt(at);
        return switch (UnicodeScript.of(text.codePointBefore(before))) {
            case ARMENIAN -> text.charAt(at) == ':' && isBeforeGap(text, at);
            case GREEK -> text.charAt(at) == ';' && isBeforeGap(text, at);
            case DEVANAGARI -> text.charAt(at) == '|';
            case ETHIOPIC -> doubled && (text.charAt(at) == ':' || text.charAt(at) == '፡');
            default -> false;
        };
    }

    private static boolean isBeforeGap(String text, int at) {
        return at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1));
    }

    /** Whether a letter belongs to a script that sets no blanks between its words, or none that matter here. */
    static boolean isUnspaced(int c) {
        return switch (UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, MYANMAR, KHMER, LAO -> true;
            default -> false;
        };
    }

    /** Whether a letter comes in capitals and small ones. */
    static boolean hasCase(int c) {
        return Character.isUpperCase(c) || Character.isLowerCase(c) || Character.isTitleCase(c);
    }
}
