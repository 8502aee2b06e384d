package dev.standfirst.text;

import java.util.Arrays;

/**
 * The words of a text as rows of numbers, in the order of the text, read by {@link Vocabulary#tokens}. A token is a
 * word, or a part of a word with hyphens, or two neighbouring characters where a script writes no spaces between words.
 */
public final class Tokens {

    static final int CAPITALISED = 1;
    static final int DIGIT = 2;
    static final int GOES_ON = 4;

    private int[] from;
    private int[] to;
    private int[] folded;
    private int[] stem;
    private byte[] flags;
    private int size;

    Tokens(int expected) {
        from = new int[expected];
        to = new int[expected];
        folded = new int[expected];
        stem = new int[expected];
        flags = new byte[expected];
    }

    void add(int first, int end, int word, int wordStem, int shape) {
        if (size == from.length) {
            grow(size * 2 + 1);
        }
        from[size] = first;
        to[size] = end;
        folded[size] = word;
        stem[size] = wordStem;
        flags[size] = (byte) shape;
        size++;
    }

    /** How many there are; they are counted from 0. */
    public int size() {
        return size;
    }

    /** Offset of its first character in the text. */
    public int from(int token) {
        return from[token];
    }

    /** Offset after its last character; pairs of characters overlap. */
    public int to(int token) {
        return to[token];
    }

    /** Number of its folded form in the vocabulary: equal for "Straße", "STRASSE" and "strasse". */
    public int folded(int token) {
        return folded[token];
    }

    /** Number of its stem in the vocabulary, or {@link Vocabulary#NONE} where it carries no content. */
    public int stem(int token) {
        return stem[token];
    }

    /** Whether it begins with a capital. */
    public boolean isCapitalised(int token) {
        return (flags[token] & CAPITALISED) != 0;
    }

    /** Whether a figure is part of it. */
    public boolean hasDigit(int token) {
        return (flags[token] & DIGIT) != 0;
    }

    /** Whether it adds no word to a length: every second pair. */
    public boolean goesOn(int token) {
        return (flags[token] & GOES_ON) != 0;
    }

    /** The first token that begins at an offset of the text or after it; {@link #size()} where none does. */
    public int firstAt(int offset) {
        int found = Arrays.binarySearch(from, 0, size, offset);
        return found >= 0 ? found : -found - 1;
    }

    /** How many words there are from a token up to before another: as {@link Words#count} counts them. */
    public int words(int first, int end) {
        int words = 0;
        for (int token = first; token < end; token++) {
            words += goesOn(token) ? 0 : 1;
        }
        return words;
    }

    /** The stems of the words that carry content, from a token up to before another, in order. */
    public int[] stems(int first, int end) {
        int[] stems = new int[Math.max(0, end - first)];
        int count = 0;
        for (int token = first; token < end; token++) {
            if (stem[token] != Vocabulary.NONE) {
                stems[count++] = stem[token];
            }
        }
        return Arrays.copyOf(stems, count);
    }

    private void grow(int wanted) {
        from = Arrays.copyOf(from, wanted);
        to = Arrays.copyOf(to, wanted);
        folded = Arrays.copyOf(folded, wanted);
        stem = Arrays.copyOf(stem, wanted);
        flags = Arrays.copyOf(flags, wanted);
    }
}
