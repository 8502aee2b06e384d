package dev.standfirst.article;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A file of words in sections, {@code [name]} above one entry a line; lines that begin with # are remarks. */
final class Vocabulary {

    private final Map<String, Set<String>> sections = new HashMap<>();

    private Vocabulary() {}

    /** Reads a file that comes with the program. */
    static Vocabulary read(String file) {
        try (InputStream in = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(file));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Vocabulary vocabulary = new Vocabulary();
            Set<String> section = new HashSet<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    section = new HashSet<>();
                    vocabulary.sections.put(line.substring(1, line.length() - 1), section);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    section.add(line.strip());
                }
            }
            return vocabulary;
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own word lists cannot be read", e);
        }
    }

    Set<String> section(String name) {
        return Set.copyOf(Objects.requireNonNull(sections.get(name), name));
    }
}
