package dev.standfirst.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The words of a text as they are written. Where a script writes none apart (Chinese, Japanese, Thai, Lao, Khmer,
 * Burmese), each pair of neighbouring characters counts as a word. What is to be compared fast is read by a
 * {@link Vocabulary}.
 */
public final class Words {

    private Words() {}

    /**
     * A word.
     *
     * @param text as it is written
     * @param from offset of its first character
     */
    public record Word(String text, int from) {

        /** As it is compared with others: in small letters, accents composed, without what does not show. */
        public String folded() {
            return Folding.fold(text, false);
        }
    }

    /** All words, in order. An apostrophe or a hyphen between letters does not part a word from its rest. */
    public static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        char[] characters = text.toCharArray();
        WordScanner found = new WordScanner(characters);
        while (found.next()) {
            if ((found.kinds() & CharKinds.SPACELESS) != 0) {
                addPairs(text, characters, found, words);
            } else {
                words.add(new Word(text.substring(found.from(), found.to()), found.from()));
            }
        }
        return words;
    }

    /** The stems of the words that carry content, in order: what two texts are compared by. */
    public static List<String> contentStems(String text, Locale language) {
        Vocabulary vocabulary = new Vocabulary();
        Tokens tokens = vocabulary.tokens(text, language);
        return Arrays.stream(tokens.stems(0, tokens.size()))
                .mapToObj(vocabulary::word)
                .toList();
    }

    /** Whether a character belongs to a script that writes no spaces between words. */
    public static boolean isSpaceless(int codePoint) {
        return CharKinds.isSpaceless(codePoint);
    }

    /** How many words a text has, for lengths and reading times; two spaceless characters make one. */
    public static int count(String text) {
        char[] characters = text.toCharArray();
        WordScanner found = new WordScanner(characters);
        int words = 0;
        while (found.next()) {
            boolean spaceless = (found.kinds() & CharKinds.SPACELESS) != 0;
            words += spaceless ? Math.max(1, characters(characters, found) / 2) : 1;
        }
        return words;
    }

    /** Offset after a character and the marks on it. */
    static int characterEnd(char[] text, int from, int end) {
        int at = from + Character.charCount(Character.codePointAt(text, from, end));
        while (at < end && (CharKinds.of(text[at]) & (CharKinds.MARK | CharKinds.UNSEEN)) != 0) {
            at++;
        }
        return at;
    }

    private static int characters(char[] text, WordScanner run) {
        int characters = 0;
        for (int at = run.from(); at < run.to(); at = characterEnd(text, at, run.to())) {
            characters++;
        }
        return characters;
    }

    private static void addPairs(String text, char[] characters, WordScanner run, List<Word> words) {
        int first = run.from();
        int second = characterEnd(characters, first, run.to());
        if (second == run.to()) {
            words.add(new Word(text.substring(first, second), first));
        }
        while (second < run.to()) {
            int after = characterEnd(characters, second, run.to());
            words.add(new Word(text.substring(first, after), first));
            first = second;
            second = after;
        }
    }
}
