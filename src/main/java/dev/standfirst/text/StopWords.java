package dev.standfirst.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that carry grammar rather than content, by language; read from {@code stopwords.txt}. */
final class StopWords {

    private static final Map<String, Set<String>> LANGUAGES = read();

    private StopWords() {}

    /** Those of a language; none where we know none. */
    static Set<String> of(String language) {
        return LANGUAGES.getOrDefault(language, Set.of());
    }

    static Map<String, Set<String>> all() {
        return LANGUAGES;
    }

    private static Map<String, Set<String>> read() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(StopWords.class.getResourceAsStream("stopwords.txt"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableMap(
                            line -> line.substring(0, line.indexOf(':')),
                            line -> Set.of(line.substring(line.indexOf(':') + 1)
                                    .strip()
                                    .split(" +"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
