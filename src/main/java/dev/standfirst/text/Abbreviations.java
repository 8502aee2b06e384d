package dev.standfirst.text;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Words of a language by what they tell of the end of a sentence; read from {@code abbreviations.txt}, which explains
 * the kinds.
 */
final class Abbreviations {

    enum Kind {
        TITLE,
        LINK,
        NUMBER,
        TAIL,
        CLOSE,
        UNIT,
        DAY,
        ORDINAL,
        STARTER,
        SAYS,
        SHOUT,
        NAME,
        PARTICLE
    }

    private static final Set<Kind> NO_KINDS = EnumSet.noneOf(Kind.class);
    private static final Set<Kind> SHORTENED =
            EnumSet.of(Kind.TITLE, Kind.LINK, Kind.NUMBER, Kind.TAIL, Kind.CLOSE, Kind.UNIT);
    private static final String ALL_LANGUAGES = "*";
    private static final Abbreviations SHARED = new Abbreviations();
    private static final Abbreviations UNKNOWN = new Abbreviations();
    private static final Map<String, Abbreviations> LANGUAGES = new HashMap<>();

    static {
        WordLists.lines(Abbreviations.class, "abbreviations.txt").forEach(Abbreviations::readLine);
        LANGUAGES.values().forEach(UNKNOWN::addUnmistakable);
        LANGUAGES.values().forEach(language -> language.addAll(SHARED));
        UNKNOWN.addAll(SHARED);
        UNKNOWN.joinSpellings();
        LANGUAGES.values().forEach(Abbreviations::joinSpellings);
    }

    private final Map<String, Set<Kind>> kinds = new HashMap<>();
    private final Map<Kind, Set<String>> words = new EnumMap<>(Kind.class);

    private Abbreviations() {}

    /** Those of a language; for an unknown one, what all languages share and what cannot be mistaken for a word. */
    static Abbreviations of(Locale language) {
        return LANGUAGES.getOrDefault(language.getLanguage(), UNKNOWN);
    }

    private static void readLine(String line) {
        int colon = line.indexOf(':');
        String[] head = line.substring(0, colon).split(" ");
        Kind kind = Kind.valueOf(head[1].toUpperCase(Locale.ROOT));
        for (String code : head[0].split(",")) {
            Abbreviations language =
                    code.equals(ALL_LANGUAGES) ? SHARED : LANGUAGES.computeIfAbsent(code, any -> new Abbreviations());
            for (String word : line.substring(colon + 1).strip().split(" +")) {
                language.add(word, kind);
            }
        }
    }

    private void add(String word, Kind kind) {
        kinds.computeIfAbsent(word, any -> EnumSet.noneOf(Kind.class)).add(kind);
        words.computeIfAbsent(kind, any -> new java.util.TreeSet<>()).add(word);
    }

    private void addAll(Abbreviations others) {
        others.kinds.forEach((word, kindsOfIt) -> kindsOfIt.forEach(kind -> add(word, kind)));
    }

    /** Titles with a capital, since few sentences end with a name, and what needs a number or a capital behind it. */
    private void addUnmistakable(Abbreviations language) {
        language.all(Kind.TITLE).forEach(title -> add(capitalised(title), Kind.TITLE));
        language.all(Kind.NUMBER).forEach(word -> add(word, Kind.NUMBER));
        language.all(Kind.STARTER).forEach(word -> add(word, Kind.STARTER));
    }

    /** What is said of a word in small letters is said of it with a capital too. */
    private void joinSpellings() {
        kinds.forEach((word, kindsOfIt) -> {
            if (Character.isUpperCase(word.charAt(0))) {
                kindsOfIt.addAll(kinds.getOrDefault(word.toLowerCase(Locale.ROOT), NO_KINDS));
            }
        });
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** The kinds of a word, as it is written or in small letters; none if it is in no list. */
    Set<Kind> kindsOf(String word) {
        Set<Kind> asWritten = kinds.get(word);
        if (asWritten != null) {
            return asWritten;
        }
        Set<Kind> inSmallLetters = kinds.getOrDefault(word.toLowerCase(Locale.ROOT), NO_KINDS);
        return isAcronym(word) ? withoutNeverEnding(inSmallLetters) : inSmallLetters;
    }

    private static Set<Kind> withoutNeverEnding(Set<Kind> kinds) {
        Set<Kind> others = EnumSet.copyOf(kinds);
        others.remove(Kind.TITLE);
        others.remove(Kind.LINK);
        return others;
    }

    /** "CA" is no "ca.". */
    private static boolean isAcronym(String word) {
        return word.length() > 1 && Character.isUpperCase(word.charAt(0)) && Character.isUpperCase(word.charAt(1));
    }

    /** Whether one of these kinds says that a word is short for another. */
    static boolean isShortened(Set<Kind> kinds) {
        return kinds.stream().anyMatch(SHORTENED::contains);
    }

    boolean is(String word, Kind kind) {
        return kindsOf(word).contains(kind);
    }

    /** All words of a kind, as they are written in the file. */
    Set<String> all(Kind kind) {
        return words.getOrDefault(kind, Set.of());
    }
}
