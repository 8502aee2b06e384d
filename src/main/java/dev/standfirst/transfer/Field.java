package dev.standfirst.transfer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a column of a file can mean. {@code columns.txt} has the names that each goes by. */
enum Field {
    EMAIL,
    NAME,
    FIRST_NAME,
    LAST_NAME,
    STATUS,
    ATTRIBUTES,
    TIMEZONE,
    LANGUAGE,
    FREQUENCY,
    TOPICS,
    TOPICS_OUT,
    WORDS,
    WORDS_OUT,
    OWN_LANGUAGE,
    PLAIN_TEXT,
    HOUR,
    PAUSED_UNTIL,
    CREATED_AT,
    SUBSCRIBED_AT,
    CONFIRMED_AT,
    LEFT_AT;

    private static final Map<Field, List<String>> NAMES = names();

    /** The column that means this, by the best of its names; nothing where none does. */
    Optional<Integer> in(List<String> keys) {
        return NAMES.getOrDefault(this, List.of()).stream()
                .map(keys::indexOf)
                .filter(column -> column >= 0)
                .findFirst();
    }

    /** What is left of the name of a column where capitals, accents, spaces and signs do not count. */
    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]+", "");
    }

    /** The lines of a word list beside this class, comments and empty lines left out. */
    static List<String> wordList(String resource) {
        List<String> lines = new ArrayList<>();
        try (InputStream in = Field.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing: " + resource);
            }
            BufferedReader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(lines::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private static Map<Field, List<String>> names() {
        Map<Field, List<String>> names = new EnumMap<>(Field.class);
        for (String line : wordList("columns.txt")) {
            List<String> words = List.of(line.split("\\s+"));
            names.put(valueOf(words.get(0).toUpperCase(Locale.ROOT)), words.subList(1, words.size()));
        }
        return names;
    }
}
