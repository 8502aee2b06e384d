package dev.standfirst.text;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the words of a language: which carry content, and their stems. Read when a text of the language
 * comes, shared by all threads.
 */
final class Stemming {

    private static final Map<String, Stemming> LANGUAGES = new ConcurrentHashMap<>();

    /** In characters; what is longer is no word with an ending. */
    private static final int LONGEST = 40;

    private static final Set<String> TYING = Set.of("fr", "ca", "pt", "gl", "ro");

    private static final char[] NOTHING = {};

    private static final int SPARE = 16;

    private static final Set<String> ELIDING = Set.of("fr", "it", "ca", "oc", "ga", "pt", "gl");

    /** Scripts other than Latin write a letter with an apostrophe, as some languages of Latin script do. */
    private static final char LAST_LATIN = '\u024F';

    /** In letters: what stands before an apostrophe in l'eau and d'or, and after one in city's and Kennedy'ego. */
    private static final int LONGEST_ELIDED = 2;

    private static final int LONGEST_SUFFIX = 4;

    private static final Stemming UNKNOWN = new Stemming("");

    private final String language;
    private final @Nullable Stemmer normalizer;

    /** Folded and normalised. */
    private final Vocabulary stop = new Vocabulary();

    private final StemTable kept = new StemTable();

    private Stemming(String language) {
        this.language = language;
        this.normalizer = Stemmers.normalizer(language);
        for (String word : StopWords.of(language)) {
            char[] normal = normalise(Folding.fold(word, isTurkish()).toCharArray());
            stop.number(normal, 0, normal.length, Folding.hash(normal, normal.length));
        }
    }

    /** Pages may claim any language: all that nothing is known of share one, so that their number cannot grow. */
    static Stemming of(String language) {
        Stemming known = LANGUAGES.get(language);
        if (known != null) {
            return known;
        }
        return StopWords.of(language).isEmpty() ? UNKNOWN : LANGUAGES.computeIfAbsent(language, Stemming::new);
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
     * The stem of a word, as an entry of {@link StemTable}.
     *
     * @param hash of its characters
     */
    char[] entry(char[] word, int length, int hash) {
        char[] known = kept.find(word, length, hash);
        if (known != null) {
            return known;
        }
        char[] folded = Arrays.copyOf(word, length);
        char[] entry = StemTable.entry(folded, find(folded, hash));
        kept.put(entry, hash);
        return entry;
    }

    /** Whether a word is too long to have an ending: it is its own stem. */
    static boolean isLong(int length) {
        return length > LONGEST;
    }

    /** The stem, empty where a word carries no content. */
    private char[] find(char[] folded, int hash) {
        boolean spaceless = folded.length > 0 && CharKinds.isSpaceless(folded[0]);
        if (spaceless) {
            return isGrammar(folded) ? NOTHING : folded;
        }
        char[] word = normalise(folded);
        if (isStop(word, word == folded ? hash : Folding.hash(word, word.length))) {
            return NOTHING;
        }
        return hasOnlyLetters(word) ? ofLetters(word) : ofSigns(new String(word));
    }

    /** A letter alone says nothing. */
    private char[] ofLetters(char[] word) {
        return word.length > 1 ? withoutEnding(word) : NOTHING;
    }

    /** Of a word with figures, apostrophes, stops, hyphens. */
    private char[] ofSigns(String word) {
        String bare = withoutParticles(bare(word));
        if (isStop(bare)) {
            return NOTHING;
        }
        if (bare.chars().anyMatch(c -> (c >= '0' && c <= '9') || c == '.')) {
            return bare.toCharArray();
        }
        int last = bare.lastIndexOf('-') + 1;
        String head = bare.substring(0, last);
        return last == 0
                ? ofLetters(bare.toCharArray())
                : (head + new String(withoutEnding(bare.substring(last).toCharArray()))).toCharArray();
    }

    /** Without what a hyphen ties to a verb or pronoun (dit-il, celui-ci, într-un), or to an Irish vowel (n-éan). */
    private String withoutParticles(String word) {
        String rest = word;
        int last = rest.lastIndexOf('-');
        while (last > 0 && TYING.contains(language) && isStop(rest.substring(last + 1))) {
            rest = rest.substring(0, last);
            last = rest.lastIndexOf('-');
        }
        return last == 1 && !joinsLetters() ? rest.substring(2) : rest;
    }

    private boolean isStop(char[] word, int hash) {
        return stop.find(word, 0, word.length, hash) != Vocabulary.NONE;
    }

    private boolean isStop(String word) {
        return isStop(word.toCharArray(), Folding.hash(word.toCharArray(), word.length()));
    }

    private static boolean hasOnlyLetters(char[] word) {
        for (char c : word) {
            if (c < 'A') {
                return false;
            }
        }
        return true;
    }

    /**
     * Of characters without spaces, those that the list names, one or two at a time, and what is written in hiragana.
     */
    private boolean isGrammar(char[] pair) {
        boolean grammar = isStop(new String(pair));
        boolean hiragana = pair.length > 1;
        for (char c : pair) {
            grammar |= isStop(String.valueOf(c));
            hiragana &= c >= '\u3041' && c <= '\u309F';
        }
        return grammar || hiragana;
    }

    private char[] withoutEnding(char[] bare) {
        char[] word = Arrays.copyOf(bare, bare.length + SPARE);
        return Arrays.copyOf(word, Stemmers.of(language).stem(word, bare.length));
    }

    private char[] normalise(char[] folded) {
        if (normalizer == null) {
            return folded;
        }
        char[] word = folded.clone();
        return Arrays.copyOf(word, normalizer.stem(word, word.length));
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
        boolean elided = before.length() <= LONGEST_ELIDED || isStop(before);
        boolean whole = ELIDING.contains(language) ? !after.isEmpty() : after.length() > 2;
        return elided && whole && !before.equals("o") && !isTurkish();
    }
}
