package dev.standfirst.text;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** What characters are to the words of a text, as bits; a table for Latin, Greek, Cyrillic, Armenian and Hebrew. */
final class CharKinds {

    /** A letter that is not a capital, or of a script without capitals. */
    static final int LETTER = 1;

    static final int CAPITAL = 2;
    static final int DIGIT = 4;

    /** Belongs to the letter before it. */
    static final int MARK = 8;

    /** Shows nothing, or a tone of voice, and is no part of the word that it stands in. */
    static final int UNSEEN = 16;

    /** A letter of a script that writes no spaces between words. */
    static final int SPACELESS = 32;

    /** Punctuation that may stand between the letters of one word. */
    static final int JOINT = 64;

    /** Is folded to something else than its small letter. */
    static final int ODD = 128;

    /** Has twins that Unicode's normal form brings together: ligatures, full and half width, a letter and its mark. */
    static final int COMPOSED = 256;

    static final int IN_WORD = LETTER | CAPITAL | DIGIT;

    private static final int PAGE = 256;

    /** Filled when a text first has a character of the page; two threads that fill one at a time fill it alike. */
    private static final AtomicReferenceArray<short @Nullable []> PAGES = new AtomicReferenceArray<>(0x10000 / PAGE);

    /**
     * Apostrophes as they are typed and mistyped, hyphens, and what stands inside "1,200.5", "AT&T", "EU:n",
     * "col·lega".
     */
    private static final String JOINTS = "'’‘ʼ＇׳՚-‐‑.,&:·\"״";

    /** The Armenian marks of emphasis, exclamation and question stand on the vowel that bears them. */
    private static final String TONES = "՛՜՞";

    private static final String ODD_SIGNS = "’‘ʼ＇׳՚‐‑״ßẞևς";

    /** Stretches a word to fill the line. */
    static final int ARABIC_STROKE = 0x0640;

    private static final String TWO_IN_ONE = "ªºµĲĳĿŀŉſǄǅǆǇǈǉǊǋǌǱǲǳͺϐϑϒϕϖϰϱϴϵ";

    /** Thai, Lao, Burmese, Khmer, Chinese characters, both kana; without their figures and punctuation. */
    private static final int[] SPACELESS_RANGES = {
        0x4E00, 0x9FFF, 0x3041, 0x309A, 0x309D, 0x309F, 0x30A1, 0x30FA, 0x30FC, 0x30FF, 0x3005, 0x3007, 0x3021, 0x3029,
        0x3031, 0x3035, 0x31F0, 0x31FF, 0x3400, 0x4DBF, 0x2E80, 0x2FD5, 0xF900, 0xFAFF, 0xFF66, 0xFF9F, 0x0E01, 0x0E3A,
        0x0E40, 0x0E4E, 0x0E81, 0x0ECF, 0x0EDC, 0x0EFF, 0x1000, 0x103F, 0x1050, 0x108F, 0x109A, 0x109F, 0x1780, 0x17D3,
        0x17D7, 0x17D7, 0x17DC, 0x17DD, 0xAA60, 0xAA7F, 0x1B000, 0x1B16F, 0x20000, 0x3FFFD
    };

    /**
     * Parts of Korean syllables, phonetic letters, polytonic Greek, letterlike signs, Arabic forms, full and half
     * width.
     */
    private static final int[] TWIN_RANGES = {
        0x1100, 0x11FF, 0x1D00, 0x1DFF, 0x1E96, 0x1E9D, 0x1F00, 0x218F, 0x2E80, 0x2FDF, 0x3130, 0x318F, 0xF900, 0x1FFFF
    };

    /** The vowel signs of Devanagari, Thai, Lao, Burmese and Khmer, which but for a few no letter takes up. */
    private static final int[] SIGN_RANGES = {0x0900, 0x097F, 0x0E00, 0x0EFF, 0x1000, 0x17FF};

    /** Latin, Greek, Cyrillic, Armenian and Hebrew, at hand from the start. */
    private static final short[] FIRST = new short[0x600];

    static {
        for (int c = 0; c < FIRST.length; c++) {
            FIRST[c] = (short) classify(c);
        }
    }

    private CharKinds() {}

    /** The bits of a character; 0 for what stands between words. */
    static int of(int c) {
        return c < FIRST.length ? FIRST[c] : ofLater(c);
    }

    private static int ofLater(int c) {
        if (c > 0xFFFF) {
            return classify(c);
        }
        short[] page = PAGES.getAcquire(c / PAGE);
        return page == null ? fill(c / PAGE)[c % PAGE] : page[c % PAGE];
    }

    private static short[] fill(int number) {
        short[] page = new short[PAGE];
        for (int i = 0; i < PAGE; i++) {
            page[i] = (short) classify(number * PAGE + i);
        }
        PAGES.setRelease(number, page);
        return page;
    }

    /** Whether it is a letter or mark of a script that writes no spaces between words. */
    static boolean isSpaceless(int c) {
        return c >= 0x0E00 && (c < 0x1800 || c >= 0x2E80) && isIn(SPACELESS_RANGES, c);
    }

    private static boolean isIn(int[] ranges, int c) {
        for (int i = 0; i < ranges.length; i += 2) {
            if (c >= ranges[i] && c <= ranges[i + 1]) {
                return true;
            }
        }
        return false;
    }

    private static int classify(int c) {
        if (c < 0x10000 && JOINTS.indexOf(c) >= 0) {
            return JOINT | (ODD_SIGNS.indexOf(c) >= 0 ? ODD : 0);
        }
        if (c < 0x10000 && TONES.indexOf(c) >= 0) {
            return UNSEEN;
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> mark(c);
            case Character.FORMAT -> UNSEEN;
            case Character.DECIMAL_DIGIT_NUMBER -> DIGIT | (c > 0x7F ? ODD : 0);
            case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER -> CAPITAL | odd(c);
            case Character.LOWERCASE_LETTER, Character.MODIFIER_LETTER, Character.OTHER_LETTER -> letter(c);
            default -> 0;
        };
    }

    private static int mark(int c) {
        boolean variation = (c >= 0xFE00 && c <= 0xFE0F) || c >= 0xE0100;
        return variation ? UNSEEN : MARK | (staysApart(c) ? 0 : COMPOSED);
    }

    private static int letter(int c) {
        boolean halfWidthMark = c == 0xFF9E || c == 0xFF9F;
        if (halfWidthMark) {
            return MARK | COMPOSED;
        }
        return (isSpaceless(c) ? SPACELESS : LETTER) | odd(c);
    }

    private static int odd(int c) {
        boolean sign = c < 0x10000 && ODD_SIGNS.indexOf(c) >= 0;
        return (sign || c == ARABIC_STROKE ? ODD : 0) | (hasTwins(c) ? COMPOSED : 0);
    }

    private static boolean hasTwins(int c) {
        return c < 0x1100 ? TWO_IN_ONE.indexOf(c) >= 0 : isIn(TWIN_RANGES, c);
    }

    private static boolean staysApart(int c) {
        return isIn(SIGN_RANGES, c) && c != 0x093C && c != 0x102E;
    }
}
