package dev.standfirst.text;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the words of a language: which carry content, and their stems. Read when a text of the language
 * comes, shared by all threads.
 *
 * <p>Stems of the words met last are kept in a table of fixed size, a word's place given by its hash: a newcomer takes
 * the place of the one before. Threads may read and write it at once, since an entry never changes.
 */
final class Stemming {

    private static final Map<String, Stemming> LANGUAGES = new ConcurrentHashMap<>();

    /** Entries of a language, a power of two: more than the words that a day's news repeats. */
    private static final int KEPT = 1 << 13;

    /** In characters; what is longer is no word with an ending. */
    private static final int LONGEST = 40;

    private static final int SPARE = 16;

    private static final Set<String> ELIDING = Set.of("fr", "it", "ca", "oc", "ga", "pt", "gl");

    /** Scripts other than Latin write a letter with an apostrophe, as some languages of Latin script do. */
    private static final char LAST_LATIN = '\u024F';

    /** In letters: what stands before an apostrophe in l'eau and d'or, and after one in city's and Kennedy'ego. */
    private static final int LONGEST_ELIDED = 2;

    private static final int LONGEST_SUFFIX = 4;

    private final String language;
    private final Set<String> stop;
    private final @Nullable Entry[] kept = new Entry[KEPT];

    /** A word and its stem, null where it carries no content. Never changes. */
    private static final class Entry {

        final char[] folded;
        final char @Nullable [] stem;

        Entry(char[] folded, char @Nullable [] stem) {
            this.folded = folded;
            this.stem = stem;
        }

        boolean is(char[] word, int length) {
            return Arrays.equals(folded, 0, folded.length, word, 0, length);
        }
    }

    private Stemming(String language) {
        this.language = language;
        Stemmer normal = Stemmers.normalizer(language);
        this.stop = new HashSet<>();
        for (String word : StopWords.of(language)) {
            stop.add(normalise(Folding.fold(word, isTurkish()).toCharArray(), normal));
        }
    }

    static Stemming of(String language) {
        Stemming known = LANGUAGES.get(language);
        return known != null ? known : LANGUAGES.computeIfAbsent(language, Stemming::new);
    }

    /** Whether I is the capital of ı. */
    boolean isTurkish() {
        return language.equals("tr") || language.equals("az");
    }

    /** Whether a letter before a hyphen belongs to the word: e-mail, X-ray; not so where it marks grammar: n-éan. */
    boolean joinsLetters() {
        return !language.equals("ga");
    }

    /**
     * The stem of a word.
     *
     * @param hash of its characters
     * @return null where it carries no content
     */
    char @Nullable [] stem(char[] word, int length, int hash) {
        Entry entry = kept[hash & (KEPT - 1)];
        if (entry == null || !entry.is(word, length)) {
            char[] folded = Arrays.copyOf(word, length);
            entry = new Entry(folded, find(folded));
            if (length <= LONGEST) {
                kept[hash & (KEPT - 1)] = entry;
            }
        }
        return entry.stem;
    }

    private char @Nullable [] find(char[] folded) {
        if (folded.length > LONGEST) {
            return folded;
        }
        boolean spaceless = folded.length > 0 && CharKinds.isSpaceless(folded[0]);
        if (spaceless) {
            return isGrammar(folded) ? null : folded;
        }
        return findWritten(folded);
    }

    private char @Nullable [] findWritten(char[] folded) {
        String word = normalise(folded, Stemmers.normalizer(language));
        String bare = stop.contains(word) ? "" : bare(word);
        if (stop.contains(bare) || !hasContent(bare)) {
            return null;
        }
        return hasFigures(bare) ? bare.toCharArray() : stem(bare);
    }

    /** A letter alone has none. */
    private static boolean hasContent(String bare) {
        return bare.length() > 1 || hasFigures(bare);
    }

    private static boolean hasFigures(String word) {
        return word.chars().anyMatch(c -> (c >= '0' && c <= '9') || c == '.');
    }

    /**
     * Of characters without spaces, those that the list names, one or two at a time, and what is written in hiragana.
     */
    private boolean isGrammar(char[] pair) {
        boolean grammar = stop.contains(new String(pair));
        boolean hiragana = pair.length > 1;
        for (char c : pair) {
            grammar |= stop.contains(String.valueOf(c));
            hiragana &= c >= '\u3041' && c <= '\u309F';
        }
        return grammar || hiragana;
    }

    private char[] stem(String bare) {
        char[] word = Arrays.copyOf(bare.toCharArray(), bare.length() + SPARE);
        return Arrays.copyOf(word, Stemmers.of(language).stem(word, bare.length()));
    }

    private static String normalise(char[] folded, Stemmer normal) {
        char[] word = folded.clone();
        return new String(word, 0, normal.stem(word, word.length));
    }

    /** Without elided article, possessive or case after an apostrophe, and the case of an acronym: EU:n. */
    private String bare(String word) {
        int colon = word.indexOf(':');
        String name = colon > 0 ? word.substring(0, colon) : word;
        int apostrophe = name.indexOf('\'');
        boolean latin = apostrophe > 0 && name.charAt(apostrophe - 1) <= LAST_LATIN;
        return latin ? bare(name.substring(0, apostrophe), name.substring(apostrophe + 1)) : name.replace("'", "");
    }

    private String bare(String before, String after) {
        if (isElided(before, after)) {
            return bare(after);
        }
        boolean suffix = after.length() <= LONGEST_SUFFIX || isTurkish();
        return suffix && before.length() > 1 ? before : (before + after).replace("'", "");
    }

    /** O'Neill keeps its O; what is short after it is'll or 's where nothing is elided. */
    private boolean isElided(String before, String after) {
        boolean elided = before.length() <= LONGEST_ELIDED || stop.contains(before);
        boolean whole = ELIDING.contains(language) ? !after.isEmpty() : after.length() > 2;
        return elided && whole && !before.equals("o") && !isTurkish();
    }
}
