package dev.standfirst.text;

import java.util.Map;
import java.util.Set;

/** Words that carry grammar rather than content, by language; read from {@code stopwords.txt}. */
final class StopWords {

    private static final Map<String, Set<String>> LANGUAGES = WordLists.read(StopWords.class, "stopwords.txt");

    private StopWords() {}

    /** Those of a language; none where we know none. */
    static Set<String> of(String language) {
        return LANGUAGES.getOrDefault(language, Set.of());
    }
}
