package dev.standfirst.summary;

import dev.standfirst.text.Tokens;
import dev.standfirst.text.Vocabulary;
import dev.standfirst.text.WordLists;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words by which a writer speaks of himself and to the reader; read from {@code pronouns.txt}. */
final class Pronouns {

    private static final Map<String, Set<String>> LANGUAGES = WordLists.read(Pronouns.class, "pronouns.txt");

    /** By number of the folded word. */
    private final boolean[] personal;

    /** Those of a language, by their numbers in a vocabulary. */
    Pronouns(Vocabulary vocabulary, Locale language) {
        Tokens words =
                vocabulary.tokens(String.join(" ", LANGUAGES.getOrDefault(language.getLanguage(), Set.of())), language);
        personal = new boolean[vocabulary.size()];
        for (int token = 0; token < words.size(); token++) {
            personal[words.folded(token)] = true;
        }
    }

    /** Whether one stands among the tokens from one up to before another. */
    boolean isIn(Tokens tokens, int from, int to) {
        for (int token = from; token < to; token++) {
            if (is(tokens.folded(token))) {
                return true;
            }
        }
        return false;
    }

    boolean is(int folded) {
        return personal[folded];
    }
}
