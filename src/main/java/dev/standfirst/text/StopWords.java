package dev.standfirst.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words that carry grammar rather than content, by language: those of {@code stopwords.txt} and those that the library
 * of stemmers brings with it.
 */
final class StopWords {

    private static final Map<String, Set<String>> OWN = WordLists.read(StopWords.class, "stopwords.txt");

    /** Where the library keeps its lists. */
    private static final String LIBRARY = "org/apache/lucene/analysis/%s.txt";

    private StopWords() {}

    /** Those of a language, in small letters; none where we know none. */
    static Set<String> of(String language) {
        Set<String> words = new HashSet<>(OWN.getOrDefault(language, Set.of()));
        String list = list(language);
        if (list != null) {
            addLibrary(list, words);
        }
        return words;
    }

    private static @Nullable String list(String language) {
        return switch (language) {
            case "ar", "bg", "bn", "ca", "ckb", "el", "et", "eu", "fa", "ga", "gl", "hi", "hy" -> folder(language);
            case "id", "lt", "lv", "ne", "ro", "sr", "ta", "te", "th", "tr" -> folder(language);
            case "cs" -> folder("cz");
            case "ms" -> folder("id");
            case "da" -> "snowball/danish_stop";
            case "de" -> "snowball/german_stop";
            case "en" -> "snowball/english_stop";
            case "es" -> "snowball/spanish_stop";
            case "fi" -> "snowball/finnish_stop";
            case "fr" -> "snowball/french_stop";
            case "hu" -> "snowball/hungarian_stop";
            case "it" -> "snowball/italian_stop";
            case "nl", "af" -> "snowball/dutch_stop";
            case "no", "nb", "nn" -> "snowball/norwegian_stop";
            case "pt" -> "snowball/portuguese_stop";
            case "ru" -> "snowball/russian_stop";
            case "sv" -> "snowball/swedish_stop";
            default -> null;
        };
    }

    private static String folder(String name) {
        return name + "/stopwords";
    }

    /** The first word of each line counts; what follows a bar or a hash is a remark. */
    private static void addLibrary(String list, Set<String> words) {
        String path = LIBRARY.formatted(list);
        InputStream in = StopWords.class.getClassLoader().getResourceAsStream(path);
        if (in == null) {
            throw new IllegalStateException("the program lacks the library's list " + path);
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(line -> line.split("[|#]", 2)[0].strip())
                    .filter(word -> !word.isEmpty())
                    .forEach(words::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
