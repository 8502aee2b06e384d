package dev.standfirst.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Numbers for words: equal words have equal numbers, counted from 0 without a gap, in the order in which they are first
 * met. One vocabulary serves one article, or all articles that are compared with each other; arrays of {@link #size()}
 * places then hold what is known of each word.
 *
 * <pre>{@code
 * Vocabulary vocabulary = new Vocabulary();
 * Tokens text = vocabulary.tokens(article.text(), article.language());
 * Tokens title = vocabulary.tokens(article.title(), article.language());
 * int from = text.firstAt(sentence.from());   // the sentence's tokens: from, up to before
 * int to = text.firstAt(sentence.to());
 * for (int i = from; i < to; i++) {
 *     int stem = text.stem(i);                // Vocabulary.NONE where the word carries no content
 * }
 * }</pre>
 *
 * <p>Folded forms and stems share one row of numbers, so that a stem that is a word too has the word's number. Words of
 * several languages may share a vocabulary; names then meet. A stem is looked for once per word and language. For one
 * thread at a time.
 */
public final class Vocabulary {

    /** In place of a stem: the word carries grammar rather than content. */
    public static final int NONE = -1;

    private static final int FIRST_WORDS = 512;
    private static final int LETTERS_A_WORD = 8;

    /** By hash: number of a word, and one; 0 where free. Twice as many places as words at least. */
    private int[] places = new int[FIRST_WORDS * 2];

    private int[] hashes = new int[FIRST_WORDS];

    /** Where each word begins in the letters; one place more than words. */
    private int[] starts = new int[FIRST_WORDS + 1];

    private char[] letters = new char[FIRST_WORDS * LETTERS_A_WORD];
    private int size;
    private final List<Stems> stems = new ArrayList<>();

    /** The stems of a vocabulary's words in a language. */
    static final class Stems {

        private final Vocabulary vocabulary;
        private final Stemming language;

        /** Number of a word's stem and two, 1 for {@link #NONE}, 0 where it was not yet looked for. */
        private int[] known = new int[FIRST_WORDS];

        private Stems(Vocabulary vocabulary, Stemming language) {
            this.vocabulary = vocabulary;
            this.language = language;
        }

        /** The number of the stem of a word that was just numbered, or {@link #NONE}. */
        int of(int number, Folding word) {
            if (number >= known.length) {
                known = Arrays.copyOf(known, vocabulary.hashes.length);
            }
            if (known[number] == 0) {
                known[number] = 2 + find(number, word);
            }
            return known[number] - 2;
        }

        private int find(int number, Folding word) {
            return Stemming.isLong(word.length)
                    ? number
                    : StemTable.number(language.entry(word.chars, word.length, word.hash), number, vocabulary);
        }
    }

    /**
     * The words of a text, in order.
     *
     * @param language its language, which decides what is a stem; {@link Locale#ROOT} where it is unknown
     */
    public Tokens tokens(String text, Locale language) {
        Stemming stemming = Stemming.of(language.getLanguage());
        return new TokenReader(this, stems(stemming), stemming, text).read();
    }

    /** How many words and stems have a number. */
    public int size() {
        return size;
    }

    /** A word in folded form, or a stem, by its number. */
    public String word(int number) {
        return new String(letters, starts[number], starts[number + 1] - starts[number]);
    }

    /** The number of a word, a new one where it is met for the first time. */
    int number(char[] word, int from, int length, int hash) {
        int found = find(word, from, length, hash);
        return found == NONE ? add(word, from, length, hash) : found;
    }

    /** The number of a word; {@link #NONE} where it has none. */
    int find(char[] word, int from, int length, int hash) {
        int place = hash & (places.length - 1);
        while (places[place] != 0) {
            int number = places[place] - 1;
            if (hashes[number] == hash && is(number, word, from, length)) {
                return number;
            }
            place = (place + 1) & (places.length - 1);
        }
        return NONE;
    }

    Stems stems(Stemming language) {
        for (Stems known : stems) {
            if (known.language == language) {
                return known;
            }
        }
        Stems fresh = new Stems(this, language);
        stems.add(fresh);
        return fresh;
    }

    private boolean is(int number, char[] word, int from, int length) {
        int start = starts[number];
        if (starts[number + 1] - start != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (letters[start + i] != word[from + i]) {
                return false;
            }
        }
        return true;
    }

    private int add(char[] word, int from, int length, int hash) {
        int place = hash & (places.length - 1);
        while (places[place] != 0) {
            place = (place + 1) & (places.length - 1);
        }
        places[place] = size + 1;
        int start = starts[size];
        if (start + length > letters.length) {
            letters = Arrays.copyOf(letters, Math.max(start + length, letters.length * 2));
        }
        System.arraycopy(word, from, letters, start, length);
        hashes[size] = hash;
        starts[size + 1] = start + length;
        size++;
        if (size == hashes.length) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        hashes = Arrays.copyOf(hashes, size * 2);
        starts = Arrays.copyOf(starts, size * 2 + 1);
        places = new int[size * 4];
        for (int number = 0; number < size; number++) {
            int place = hashes[number] & (places.length - 1);
            while (places[place] != 0) {
                place = (place + 1) & (places.length - 1);
            }
            places[place] = number + 1;
        }
    }
}
