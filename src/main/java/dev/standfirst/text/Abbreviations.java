package dev.standfirst.text;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Words of a language after which a full stop need not end a sentence; read from {@code abbreviations.txt}, which
 * explains the classes.
 *
 * @param before a sentence never ends here
 * @param inside a sentence ends here only before a likely start
 * @param starters likely starts
 */
record Abbreviations(Set<String> before, Set<String> inside, Set<String> starters) {

    private static final Map<String, Abbreviations> LANGUAGES = new ConcurrentHashMap<>();

    /** Those of a language; for an unknown one, those that all languages share. */
    static Abbreviations of(Locale language) {
        return LANGUAGES.computeIfAbsent(language.getLanguage(), Abbreviations::read);
    }

    private static Abbreviations read(String language) {
        Abbreviations words = new Abbreviations(new HashSet<>(), new HashSet<>(), new HashSet<>());
        WordLists.lines(Abbreviations.class, "abbreviations.txt").forEach(line -> words.add(line, language));
        return words;
    }

    private void add(String line, String language) {
        int colon = line.indexOf(':');
        String[] head = line.substring(0, colon).split(" ");
        if (head[0].equals("*") || head[0].equals(language)) {
            Set<String> words = switch (head[1]) {
                case "before" -> before;
                case "inside" -> inside;
                default -> starters;
            };
            words.addAll(Set.of(line.substring(colon + 1).strip().split(" +")));
        }
    }
}
