package dev.standfirst.text;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The stems of the words of a language that were met last, for all threads: a table of fixed size, a word's place given
 * by its hash; a newcomer takes the place of the one before. An entry is one array that never changes, so that finding
 * it touches little memory: length of the word, kind or length of the stem, the stem's hash in two parts, the word, the
 * stem.
 */
final class StemTable {

    /** In entries, a power of two: more than the words that a day's news repeats. */
    private static final int SIZE = 1 << 16;

    private static final int WORD = 4;

    /** In place of the length of a stem. */
    private static final char NO_STEM = '\uFFFF';

    private static final char SAME = '\uFFFE';

    private final AtomicReferenceArray<char @Nullable []> entries = new AtomicReferenceArray<>(SIZE);

    /** The entry of a word, or null where it is not known. */
    char @Nullable [] find(char[] word, int length, int hash) {
        char[] entry = entries.getAcquire(hash & (SIZE - 1));
        if (entry == null || entry[0] != length) {
            return null;
        }
        for (int i = 0; i < length; i++) {
            if (entry[WORD + i] != word[i]) {
                return null;
            }
        }
        return entry;
    }

    void put(char[] entry, int hash) {
        entries.setRelease(hash & (SIZE - 1), entry);
    }

    /**
     * An entry.
     *
     * @param stem empty where the word carries no content
     */
    static char[] entry(char[] word, char[] stem) {
        boolean same = Arrays.equals(word, stem);
        char[] entry = new char[WORD + word.length + (same ? 0 : stem.length)];
        int hash = Folding.hash(stem, stem.length);
        entry[0] = (char) word.length;
        entry[1] = stem.length == 0 ? NO_STEM : same ? SAME : (char) stem.length;
        entry[2] = (char) (hash >>> 16);
        entry[3] = (char) hash;
        System.arraycopy(word, 0, entry, WORD, word.length);
        System.arraycopy(stem, 0, entry, entry.length - stem.length, stem.length);
        return entry;
    }

    /** The number that a vocabulary gives to the stem of an entry's word. */
    static int number(char[] entry, int ofWord, Vocabulary vocabulary) {
        return switch (entry[1]) {
            case NO_STEM -> Vocabulary.NONE;
            case SAME -> ofWord;
            default -> vocabulary.number(entry, entry.length - entry[1], entry[1], entry[2] << 16 | entry[3]);
        };
    }
}
