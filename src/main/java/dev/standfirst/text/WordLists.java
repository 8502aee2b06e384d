package dev.standfirst.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists of words by language, kept as files that a linguist can edit: a line a language, {@code en: the a an}. */
public final class WordLists {

    private WordLists() {}

    /**
     * Reads a file that lies beside a class. Empty lines and lines that begin with a hash say nothing.
     *
     * @return words in lower case by language code
     */
    public static Map<String, Set<String>> read(Class<?> beside, String file) {
        return lines(beside, file).stream()
                .collect(Collectors.toUnmodifiableMap(
                        line -> line.substring(0, line.indexOf(':')),
                        line -> Set.of(
                                line.substring(line.indexOf(':') + 1).strip().split(" +"))));
    }

    /** The lines of a file that lies beside a class, in order, without those that are empty or begin with a hash. */
    public static List<String> lines(Class<?> beside, String file) {
        InputStream in = beside.getResourceAsStream(file);
        if (in == null) {
            throw new IllegalStateException("the program lacks its file " + file);
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
