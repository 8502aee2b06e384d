package dev.standfirst.bounce;

import dev.standfirst.text.WordLists;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** A file of words in sections, {@code [name]} above one entry a line; lines that begin with # are remarks. */
final class WordSections {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}\u00A0]+");

    private final Map<String, List<String>> sections = new LinkedHashMap<>();

    private WordSections() {}

    /** Reads a file that comes with the program. */
    static WordSections read(String file) {
        WordSections words = new WordSections();
        List<String> section = new ArrayList<>();
        for (String line : WordLists.lines(WordSections.class, file)) {
            if (line.startsWith("[")) {
                section = new ArrayList<>();
                words.sections.put(line.substring(1, line.length() - 1), section);
            } else {
                section.add(line.strip());
            }
        }
        return words;
    }

    /** The names of the sections, in the order of the file. */
    List<String> names() {
        return List.copyOf(sections.keySet());
    }

    List<String> section(String name) {
        return List.copyOf(Objects.requireNonNull(sections.get(name), name));
    }

    /** The form in which words are compared: lower case, one blank between words, one kind of apostrophe. */
    static String fold(String text) {
        return BLANKS.matcher(text)
                .replaceAll(" ")
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replace('‘', '\'')
                .replace('`', '\'')
                .strip();
    }
}
