package dev.standfirst.article;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Lines that stand in or around an article without being part of it, told by the words they begin with. */
final class Litter {

    /** What a line does. */
    enum Kind {
        CLOSING,
        POINTER,
        LITTER,
        WALL,
        BYLINE
    }

    private static final int MOST_WORDS = 8;

    /** In characters; no phrase is longer. What stands behind is not looked at, however much it is. */
    private static final int LONGEST = 200;

    private static final char SPACELESS = '\u3040';
    private static final String ANYTHING = " ...";
    private static final Map<Kind, Litter> ALL = load();

    /** Phrases that are a whole line. */
    private final Set<String> whole = new HashSet<>();

    /** Phrases that any words may follow. */
    private final Set<String> beginnings = new HashSet<>();

    private Litter() {}

    /**
     * Whether a line is of this kind.
     *
     * @param folded by {@link #fold}
     */
    static boolean is(Kind kind, String folded) {
        return Objects.requireNonNull(ALL.get(kind)).matches(folded);
    }

    /** A line in lower case without the marks around it; of a long one the beginning. */
    static String fold(String line) {
        int from = 0;
        int to = Math.min(line.length(), LONGEST);
        while (from < to && !Character.isLetterOrDigit(line.charAt(from)) && line.charAt(from) != '©') {
            from++;
        }
        while (to > from && !Character.isLetterOrDigit(line.charAt(to - 1)) && line.charAt(to - 1) != ':') {
            to--;
        }
        return line.substring(from, to).toLowerCase(Locale.ROOT).replace('’', '\'');
    }

    private boolean matches(String folded) {
        return whole.contains(folded) || begins(folded);
    }

    /** Tries the first words one by one. */
    private boolean begins(String folded) {
        int spaces = 0;
        for (int i = 1; i <= folded.length() && spaces < MOST_WORDS; i++) {
            char next = i < folded.length() ? folded.charAt(i) : ' ';
            if (isEnd(next) && isPhrase(folded, i)) {
                return true;
            }
            spaces += next == ' ' ? 1 : 0;
        }
        return false;
    }

    /** Whether the line up to here is a phrase, by itself or with the mark behind it: "photo:". */
    private boolean isPhrase(String folded, int end) {
        return beginnings.contains(folded.substring(0, end))
                || (folded.startsWith(":", end) && beginnings.contains(folded.substring(0, end + 1)));
    }

    /** Whether a word may end before this character; in scripts without spaces, anywhere. */
    private static boolean isEnd(char next) {
        return !Character.isLetterOrDigit(next) || next >= SPACELESS;
    }

    private static Map<Kind, Litter> load() {
        Vocabulary vocabulary = Vocabulary.read("litter.txt");
        Map<Kind, Litter> all = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            Litter litter = new Litter();
            vocabulary.section(kind.name().toLowerCase(Locale.ROOT)).forEach(litter::add);
            all.put(kind, litter);
        }
        return all;
    }

    private void add(String phrase) {
        if (phrase.endsWith(ANYTHING)) {
            beginnings.add(phrase.substring(0, phrase.length() - ANYTHING.length()));
        } else {
            whole.add(phrase);
        }
    }
}
