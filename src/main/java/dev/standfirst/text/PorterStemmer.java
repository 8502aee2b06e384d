package dev.standfirst.text;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The suffix stripper of M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980: five steps over the
 * measure m of a stem, the number of its vowel-consonant runs. Works in the word's own characters.
 */
final class PorterStemmer implements Stemmer {

    /** Suffix and what stands in its place, by the last letter but one of the suffix. */
    private static final char[][][] STEP_2 = bySecondLast(
            "ational ate",
            "tional tion",
            "enci ence",
            "anci ance",
            "izer ize",
            "abli able",
            "alli al",
            "entli ent",
            "eli e",
            "ousli ous",
            "ization ize",
            "ation ate",
            "ator ate",
            "alism al",
            "iveness ive",
            "fulness ful",
            "ousness ous",
            "aliti al",
            "iviti ive",
            "biliti ble");

    private static final char[][][] STEP_3 =
            bySecondLast("icate ic", "ative ", "alize al", "iciti ic", "ical ic", "ful ", "ness ");

    /** A longer suffix stands before those that it ends in. */
    private static final char[][][] STEP_4 = bySecondLast(
            "al ", "ance ", "ence ", "er ", "ic ", "able ", "ible ", "ant ", "ement ", "ment ", "ent ", "sion s",
            "tion t", "ou ", "ism ", "ate ", "iti ", "ous ", "ive ", "ize ");

    /** In letters: as many as there are bits for, and one to spare. */
    private static final int LONGEST = 62;

    private char[] word = {};
    private int length;

    /** A bit for each letter, the first the lowest. */
    private long vowels;

    private static char[][][] bySecondLast(String... rules) {
        char[][][] table = new char[26][][];
        for (int letter = 0; letter < 26; letter++) {
            char second = (char) ('a' + letter);
            table[letter] = Arrays.stream(rules)
                    .filter(rule -> rule.charAt(rule.indexOf(' ') - 2) == second)
                    .flatMap(rule -> Stream.of(
                            rule.substring(0, rule.indexOf(' ')).toCharArray(),
                            rule.substring(rule.indexOf(' ') + 1).toCharArray()))
                    .toArray(char[][]::new);
        }
        return table;
    }

    /** Words of one or two letters, of more than 62, and words with other letters than a to z, stay as they are. */
    @Override
    public int stem(char[] folded, int letters) {
        if (letters <= 2 || letters > LONGEST || !isLatin(folded, letters)) {
            return letters;
        }
        word = folded;
        length = letters;
        findVowels(0);
        step1a();
        step1b();
        step1c();
        replace(STEP_2, 0);
        replace(STEP_3, 0);
        replace(STEP_4, 1);
        step5();
        return length;
    }

    private static boolean isLatin(char[] word, int length) {
        for (int i = 0; i < length; i++) {
            if (word[i] < 'a' || word[i] > 'z') {
                return false;
            }
        }
        return true;
    }

    private void step1a() {
        if (word[length - 1] != 's') {
            return;
        }
        if (endsWith("sses") || endsWith("ies")) {
            length -= 2;
        } else if (word[length - 2] != 's') {
            length--;
        }
    }

    private void step1b() {
        if (endsWith("eed")) {
            length -= hasMeasure(length - 3, 0) ? 1 : 0;
            return;
        }
        int ending = endsWith("ed") ? 2 : endsWith("ing") ? 3 : 0;
        if (ending > 0 && hasVowel(length - ending)) {
            length -= ending;
            mend();
        }
    }

    /** Puts back what a suffix took away: hop(p)ing, rat(e)ing, fil(e)ing. */
    private void mend() {
        if (endsDouble()) {
            length -= "lsz".indexOf(word[length - 1]) >= 0 ? 0 : 1;
        } else if (endsWith("at") || endsWith("bl") || endsWith("iz") || isShortOfMeasureOne()) {
            word[length++] = 'e';
            findVowels(length - 1);
        }
    }

    private void step1c() {
        if (word[length - 1] == 'y' && hasVowel(length - 1)) {
            word[length - 1] = 'i';
            findVowels(length - 1);
        }
    }

    /** Applies the first rule whose suffix fits, if the stem before it has more than a measure. */
    private void replace(char[][][] rules, int measure) {
        char second = length < 2 ? 'a' : word[length - 2];
        char[][] fitting = rules[second - 'a'];
        for (int i = 0; i < fitting.length; i += 2) {
            if (endsWith(fitting[i])) {
                int stem = length - fitting[i].length;
                char[] instead = fitting[i + 1];
                // The s and t before "ion" are part of the stem that is measured.
                if (hasMeasure(measure == 1 ? stem + instead.length : stem, measure)) {
                    System.arraycopy(instead, 0, word, stem, instead.length);
                    length = stem + instead.length;
                    findVowels(stem);
                }
                return;
            }
        }
    }

    private void step5() {
        if (word[length - 1] == 'e') {
            boolean stands = hasMeasure(length - 1, 1) || (hasMeasure(length - 1, 0) && !endsShort(length - 1));
            length -= stands ? 1 : 0;
        }
        if (endsWith("ll") && hasMeasure(length, 1)) {
            length--;
        }
    }

    private boolean endsWith(String suffix) {
        int from = length - suffix.length();
        if (from < 0) {
            return false;
        }
        for (int i = suffix.length() - 1; i >= 0; i--) {
            if (word[from + i] != suffix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean endsWith(char[] suffix) {
        int from = length - suffix.length;
        return from >= 0 && Arrays.equals(word, from, length, suffix, 0, suffix.length);
    }

    private boolean isVowel(int i) {
        return (vowels >>> i & 1) != 0;
    }

    private boolean hasVowel(int end) {
        return (vowels & below(end)) != 0;
    }

    /** Whether more than so many runs of vowels before the end are followed by a consonant. */
    private boolean hasMeasure(int end, int more) {
        return Long.bitCount(vowels << 1 & ~vowels & below(end)) > more;
    }

    private static long below(int end) {
        return (1L << end) - 1;
    }

    /** Tells the vowels from a letter on; y is one after a consonant. */
    private void findVowels(int from) {
        for (int i = from; i < length; i++) {
            boolean vowel = switch (word[i]) {
                case 'a', 'e', 'i', 'o', 'u' -> true;
                case 'y' -> i > 0 && !isVowel(i - 1);
                default -> false;
            };
            vowels = vowel ? vowels | 1L << i : vowels & ~(1L << i);
        }
    }

    private boolean isShortOfMeasureOne() {
        return hasMeasure(length, 0) && !hasMeasure(length, 1) && endsShort(length);
    }

    private boolean endsDouble() {
        return length > 1 && word[length - 2] == word[length - 1] && !isVowel(length - 1);
    }

    /** Consonant, vowel, consonant, and the last not w, x or y. */
    private boolean endsShort(int end) {
        int last = end - 1;
        return last >= 2 && !isVowel(last) && isVowel(last - 1) && !isVowel(last - 2) && "wxy".indexOf(word[last]) < 0;
    }
}
