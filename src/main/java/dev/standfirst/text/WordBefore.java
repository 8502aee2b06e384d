package dev.standfirst.text;

import dev.standfirst.text.Abbreviations.Kind;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The word before a full stop, with the stops and digits inside of it: "Mr", "z.B", "3.5". */
final class WordBefore {

    /** In characters: no abbreviation is longer. */
    private static final int LONGEST = 24;

    private static final int LONGEST_SHORTENED = 4;
    private static final int LEAST_LONG = 7;
    private static final String VOWELS =
            "aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿāăąēėęěīįıōőūůűųơưаеёиоуыэюяіїєўъαεηιουωάέήίόύώ";
    private static final String MIDDLE = "rl";

    private final Paragraph paragraph;
    private final int start;
    private final int from;
    private final String word;
    private @Nullable Set<Kind> kinds;

    WordBefore(Paragraph paragraph, int start, int mark) {
        this.paragraph = paragraph;
        this.start = start;
        int end = paragraph.skipUnseenBack(mark);
        this.from = beginOf(end);
        this.word = paragraph.text().substring(from, end);
    }

    /** Empty if there is none, or none that may be an abbreviation. */
    private int beginOf(int end) {
        int least = Math.max(start, end - LONGEST);
        int at = end;
        while (at > least && isPart(at - 1)) {
            at--;
        }
        if (at == least && at > start && isPart(at - 1)) {
            return end;
        }
        while (at < end && paragraph.charAt(at) == '.') {
            at++;
        }
        return at;
    }

    private boolean isPart(int at) {
        char c = paragraph.charAt(at);
        return c == '.' || c == '°' || Character.isLetterOrDigit(c) || isCombining(c);
    }

    private static boolean isCombining(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    String text() {
        return word;
    }

    /** What the lists say of it, alone or with the shortened words before it: "z. B.". */
    Set<Kind> kinds() {
        if (kinds == null) {
            kinds = word.isEmpty() ? EnumSet.noneOf(Kind.class) : findKinds();
        }
        return kinds;
    }

    /** Whether a list has it as short for something. */
    boolean isAbbreviation() {
        return Abbreviations.isShortened(kinds());
    }

    private Set<Kind> findKinds() {
        String phrase = word;
        int at = from;
        for (int words = 0; words < 3 && isBehindShortened(at); words++) {
            int end = at - 2;
            int begin = end;
            while (begin > start
                    && end - begin < LONGEST_SHORTENED
                    && Character.isLetter(paragraph.charAt(begin - 1))) {
                begin--;
            }
            phrase = paragraph.text().substring(begin, end) + '.' + phrase;
            Set<Kind> found = paragraph.words().kindsOf(phrase);
            if (!found.isEmpty()) {
                return found;
            }
            at = begin;
        }
        return paragraph.words().kindsOf(word);
    }

    private boolean isBehindShortened(int at) {
        return at - 3 >= start && paragraph.markAt(at - 1) == Mark.BLANK && paragraph.charAt(at - 2) == '.';
    }

    /** A single letter: an initial, "p. 7", "z. B.". */
    boolean isInitial() {
        return word.length() == 1 && Character.isLetter(word.charAt(0)) && !Scripts.isUnspaced(word.charAt(0));
    }

    boolean isSmallInitial() {
        return isInitial() && Character.isLowerCase(word.charAt(0));
    }

    /** "U.S", "Ph.D", "a.m": short parts, one of them a single letter. */
    boolean isDotted() {
        boolean single = false;
        int part = 0;
        for (int i = 0; i <= word.length(); i++) {
            if (i == word.length() || word.charAt(i) == '.') {
                single |= part == 1;
                part = 0;
            } else if (!Character.isLetter(word.charAt(i)) || ++part > 4) {
                return false;
            }
        }
        return single && word.indexOf('.') > 0;
    }

    /** "Hptm", "Bldg": cannot be spoken, so it is short for something. The r of "Brno" and "Krk" can. */
    boolean isUnspeakable() {
        return word.length() > 1
                && word.length() <= LONGEST_SHORTENED
                && word.chars().allMatch(c -> Scripts.hasCase(c) && VOWELS.indexOf(Character.toLowerCase(c)) < 0)
                && Character.isLowerCase(word.charAt(1))
                && MIDDLE.indexOf(word.charAt(1)) < 0;
    }

    /** So many small letters that nobody saved any by the stop. */
    boolean isLong() {
        return word.length() >= LEAST_LONG && word.chars().allMatch(Character::isLowerCase);
    }

    /** "3", "12", "100", "II": a number that may stand for "third" and so on. */
    boolean isCountable() {
        boolean roman = word.length() > 1 && Numerals.isRoman(word);
        return roman || (word.length() <= 3 && Numerals.isDigits(word));
    }

    boolean isDigits() {
        return Numerals.isDigits(word);
    }

    /** "1990 г", "XX в", "5km". */
    boolean isBehindNumber() {
        String number = wordBefore();
        return Numerals.isRoman(number) || (!number.isEmpty() && Character.isDigit(number.charAt(number.length() - 1)));
    }

    /** Whether the word before this one is of a kind. */
    boolean isBehind(Kind kind) {
        String before = wordBefore();
        return !before.isEmpty() && paragraph.words().is(before, kind);
    }

    /** "Karel IV": Roman behind a name. */
    boolean isNumberOfKing() {
        String before = wordBefore();
        return Numerals.isRoman(word) && !before.isEmpty() && Character.isUpperCase(before.charAt(0));
    }

    private String wordBefore() {
        int end = from;
        while (end > start && paragraph.markAt(end - 1) == Mark.BLANK && from - end < 3) {
            end--;
        }
        int begin = end;
        while (begin > start && end - begin < LONGEST && Character.isLetterOrDigit(paragraph.charAt(begin - 1))) {
            begin--;
        }
        return paragraph.text().substring(begin, end);
    }

    /** "डॉ", "ดร", "د": short words of scripts without capitals, where only a list or the length can tell. */
    boolean isShortWithoutCapitals() {
        if (word.isEmpty() || Scripts.hasCase(word.charAt(0)) || Scripts.isUnspaced(word.charAt(0))) {
            return false;
        }
        return switch (Character.UnicodeScript.of(word.charAt(0))) {
            case THAI -> word.length() <= 5;
            case DEVANAGARI, BENGALI -> word.length() <= 3;
            default -> word.length() == 1 && Character.isLetter(word.charAt(0));
        };
    }
}
