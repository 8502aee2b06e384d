package dev.standfirst.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A program whose exports are known by the names of their columns, and what its words say; see {@code programs.txt}.
 */
final class Program {

    private static final String ANY = "";
    private static final List<Program> ALL = read(Field.wordList("programs.txt"));

    private final String name;
    private final List<Set<String>> columns = new ArrayList<>();
    private final Map<String, Standing> words = new HashMap<>();
    private final List<Sign> signs = new ArrayList<>();
    private final Set<String> dropped = new HashSet<>();
    private Optional<String> statusColumn = Optional.empty();

    private Program(String name) {
        this.name = name;
    }

    /**
     * A column that tells how a person stands.
     *
     * @param column its key
     * @param word what a cell has to say, or empty where being filled is enough
     */
    record Sign(Standing standing, String column, String word) {}

    /** The program that writes such columns, or what is known of any file. */
    static Program of(List<String> keys) {
        return ALL.stream()
                .filter(program -> program.columns.stream()
                        .allMatch(choice -> choice.stream().anyMatch(keys::contains)))
                .findFirst()
                .orElseThrow();
    }

    /** Its name, or nothing where no program is recognised. */
    Optional<String> name() {
        return name.equals(ANY) ? Optional.empty() : Optional.of(name);
    }

    /** How a person stands by a word of the status column; nothing where the word is not known. */
    Optional<Standing> standing(String word) {
        String key = Field.key(word);
        Standing own = words.get(key);
        return Optional.ofNullable(own == null ? any().words.get(key) : own);
    }

    /** Columns that tell how a person stands, without a word of the status column. */
    List<Sign> signs() {
        if (name.equals(ANY)) {
            return signs;
        }
        List<Sign> all = new ArrayList<>(signs);
        all.addAll(any().signs);
        return all;
    }

    /** Whether a column is of no use to anybody else. */
    boolean drops(String key) {
        return dropped.contains(key) || any().dropped.contains(key);
    }

    /** Whether it is this program: such a file holds all that was known of a person, in every state. */
    boolean isOurs() {
        return name.equals("Standfirst");
    }

    /** The key of its status column, where that has a name of its own. */
    Optional<String> statusColumn() {
        return statusColumn;
    }

    private static Program any() {
        return ALL.get(ALL.size() - 1);
    }

    private static List<Program> read(List<String> lines) {
        List<Program> programs = new ArrayList<>();
        for (String line : lines) {
            List<String> words = Arrays.asList(line.split("\\s+"));
            List<String> rest = words.subList(1, words.size());
            if (words.get(0).equals("program")) {
                programs.add(new Program(rest.get(0)));
            } else if (words.get(0).equals("any")) {
                programs.add(new Program(ANY));
            } else {
                programs.get(programs.size() - 1).learn(words.get(0), rest);
            }
        }
        return List.copyOf(programs);
    }

    private void learn(String what, List<String> rest) {
        switch (what) {
            case "has" -> rest.forEach(choice -> columns.add(Set.of(choice.split("\\|"))));
            case "drop" -> dropped.addAll(rest);
            case "status" -> statusColumn = Optional.of(rest.get(0));
            default -> learn(Standing.valueOf(what.toUpperCase(Locale.ROOT)), rest);
        }
    }

    private void learn(Standing standing, List<String> rest) {
        if (rest.get(0).equals("=")) {
            rest.subList(1, rest.size()).forEach(word -> words.put(word, standing));
            return;
        }
        String[] sign = rest.get(1).split("=", 2);
        signs.add(new Sign(standing, sign[0], sign.length > 1 ? sign[1] : ""));
    }
}
