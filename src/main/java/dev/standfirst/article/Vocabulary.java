package dev.standfirst.article;

import dev.standfirst.text.WordLists;
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
        Vocabulary vocabulary = new Vocabulary();
        Set<String> section = new HashSet<>();
        for (String line : WordLists.lines(Vocabulary.class, file)) {
            if (line.startsWith("[")) {
                section = new HashSet<>();
                vocabulary.sections.put(line.substring(1, line.length() - 1), section);
            } else {
                section.add(line.strip());
            }
        }
        return vocabulary;
    }

    Set<String> section(String name) {
        return Set.copyOf(Objects.requireNonNull(sections.get(name), name));
    }
}
