package dev.standfirst.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Brings the spellings of one word together: capitals and small letters, composed and decomposed accents (NFC and NFD),
 * full and half width, ligatures, ß and ss, both sigmas, Greek with and without accents, vowel points of Arabic and
 * Hebrew, apostrophes and hyphens of any kind. Accents of Latin and Cyrillic letters stay: they tell words apart. After
 * Unicode's case folding and NFKC (Unicode Standard Annex 15, Unicode Technical Report 36).
 *
 * <p>Holds the folded characters of one word at a time; for one thread.
 */
final class Folding {

    /** In characters; longer words are not composed, since putting many marks in order takes the square of time. */
    private static final int LONGEST_COMPOSED = 128;

    /** Differs from start to start, so that nobody can write a text whose words all fall into one place of a table. */
    private static final int MULTIPLIER = ThreadLocalRandom.current().nextInt() | 1;

    private static final int NOT_PLAIN = CharKinds.ODD | CharKinds.UNSEEN | CharKinds.COMPOSED;

    private static final int TABLE = 0x600;
    private static final char[] SMALL = new char[TABLE];
    private static final String GREEK_WITH = "άέήίόύώϊϋΐΰς";
    private static final String GREEK_WITHOUT = "αεηιουωιυιυσ";

    static {
        for (char c = 0; c < TABLE; c++) {
            char small = Character.toLowerCase(c);
            int greek = GREEK_WITH.indexOf(small);
            SMALL[c] = greek >= 0 ? GREEK_WITHOUT.charAt(greek) : small;
        }
        SMALL['İ'] = 'i';
        SMALL['ı'] = 'i';
    }

    /** In characters: what a letter, and then a stem, may be longer. */
    private static final int SPARE = 16;

    /** The word, of which {@link #length} characters count. */
    char[] chars = new char[64];

    int length;

    /** Of those characters. */
    int hash;

    /**
     * Folds a part of a text.
     *
     * @param kinds of all its characters, see {@link CharKinds}
     * @param turkish whether capital I is ı, and İ is i
     */
    void fold(char[] text, int from, int to, int kinds, boolean turkish) {
        room(to - from);
        length = 0;
        if ((kinds & CharKinds.COMPOSED) != 0 && to - from <= LONGEST_COMPOSED) {
            char[] composed = compose(text, from, to);
            foldEach(composed, 0, composed.length, turkish);
        } else if ((kinds & NOT_PLAIN) != 0 || turkish) {
            foldEach(text, from, to, turkish);
        } else {
            foldPlain(text, from, to);
            return;
        }
        hash = hash(chars, length);
    }

    /** As {@link #hash(char[], int)} does, on the way. */
    private void foldPlain(char[] text, int from, int to) {
        char[] folded = chars;
        int code = to - from;
        for (int i = from; i < to; i++) {
            char c = text[i];
            char small = c < TABLE ? SMALL[c] : Character.toLowerCase(c);
            folded[i - from] = small;
            code = code * MULTIPLIER + small;
        }
        length = to - from;
        hash = code ^ (code >>> 15);
    }

    /** A word in folded form, whatever its language. */
    static String fold(String word, boolean turkish) {
        int kinds = word.codePoints().map(CharKinds::of).reduce(0, (a, b) -> a | b);
        Folding folding = new Folding();
        folding.fold(word.toCharArray(), 0, word.length(), kinds, turkish);
        return new String(folding.chars, 0, folding.length);
    }

    static int hash(char[] chars, int length) {
        int hash = length;
        for (int i = 0; i < length; i++) {
            hash = hash * MULTIPLIER + chars[i];
        }
        return hash ^ (hash >>> 15);
    }

    /** Takes a character out wherever it stands. */
    void drop(char dropped) {
        int kept = 0;
        for (int i = 0; i < length; i++) {
            if (chars[i] != dropped) {
                chars[kept++] = chars[i];
            }
        }
        length = kept;
        hash = hash(chars, length);
    }

    private static char[] compose(char[] text, int from, int to) {
        StringBuilder seen = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            if (CharKinds.of(text[i]) != CharKinds.UNSEEN) {
                seen.append(text[i]);
            }
        }
        return Normalizer.normalize(seen, Normalizer.Form.NFKC).toCharArray();
    }

    private void foldEach(char[] text, int from, int to, boolean turkish) {
        room(to - from);
        int at = from;
        while (at < to) {
            int c = Character.codePointAt(text, at, to);
            at += Character.charCount(c);
            if (!isUnsaid(c)) {
                append(c, turkish);
            }
        }
    }

    /** What shows nothing, accents that no letter takes up, vowel points, and the stroke that stretches words. */
    private static boolean isUnsaid(int c) {
        int kinds = CharKinds.of(c);
        boolean accent = (kinds & CharKinds.MARK) != 0 && !isSign(c);
        return accent || kinds == CharKinds.UNSEEN || c == CharKinds.ARABIC_STROKE;
    }

    /** Vowel signs are as good as letters from India to Indonesia, and so are the sound marks of kana. */
    private static boolean isSign(int c) {
        return (c >= 0x0900 && c <= 0x1AAF)
                || (c >= 0x1B00 && c <= 0x1CCF)
                || (c >= 0x3000 && c < 0xFE20)
                || c > 0xFFFF;
    }

    private void append(int c, boolean turkish) {
        room(length);
        if (c < TABLE) {
            appendOfTable((char) c, turkish);
        } else if (c == 'ẞ') {
            append('ß', turkish);
        } else {
            length += Character.toChars(small(c), chars, length);
        }
    }

    private void appendOfTable(char c, boolean turkish) {
        switch (c) {
            case 'ß' -> two('s', 's');
            case 'և' -> two('ե', 'ւ');
            case 'I', 'ı' -> chars[length++] = turkish ? 'ı' : 'i';
            case 'ʼ', '׳', '՚' -> chars[length++] = '\'';
            case '״' -> chars[length++] = '"';
            default -> chars[length++] = SMALL[c];
        }
    }

    private void two(char first, char second) {
        chars[length++] = first;
        chars[length++] = second;
    }

    private static int small(int c) {
        return switch (c) {
            case '’', '‘', '＇' -> '\'';
            case '‐', '‑' -> '-';
            default -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : smallLetter(c);
        };
    }

    private static int smallLetter(int c) {
        if (c < 0x1F00 || c > 0x1FFF) {
            return Character.toLowerCase(c);
        }
        char bare =
                Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD).charAt(0);
        return bare < TABLE ? SMALL[bare] : bare;
    }

    private void room(int wanted) {
        if (chars.length < wanted + SPARE) {
            chars = Arrays.copyOf(chars, wanted * 2 + SPARE);
        }
    }
}
