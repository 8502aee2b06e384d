package dev.standfirst.story;

import dev.standfirst.story.Story.Coverage;
import dev.standfirst.summary.Summary.KeySentence;
import dev.standfirst.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * Reads articles into numbered terms: the stems of their words, each in its language, and names and figures, which are the same
 * in all.
 */
final class TermReader {

    /** What a term is counted by: where it stands. */
    private static final double HEADLINE = P.d("wh", 4);

    private static final double KEY_SENTENCE = P.d("wk", 2);
    private static final double TEXT = 1;
    private static final int TEXT_CHARACTERS = (int) P.d("chars", 1500);
    private static final int LEAD_CHARACTERS = (int) P.d("lead", 300);

    private static final int SHINGLE = 4;
    /** One of so many shingles is kept. */
    static final int SAMPLE = 2;

    private final Map<String, Map<String, Known>> languages = new HashMap<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> written = new ArrayList<>();
    /** Words that were seen in small letters, or that are no words but figures. */
    private final BitSet small = new BitSet();
    private final BitSet figures = new BitSet();

    /** A word that was read before: numbers of its stem and of its sound, -1 where it has none. */
    private record Known(int stem, int name) {}

    /**
     * What was read of an article.
     *
     * @param counts how often each term of its language occurs, weighted by place; figures among them
     * @param names the same of names and figures, as they sound
     * @param headline stems of the headline
     * @param lead terms of headline and first lines that are names or figures
     * @param shingles sampled runs of four words, hashed, rising
     */
    record Read(
            Map<Integer, Double> counts,
            Map<Integer, Double> names,
            Set<Integer> headline,
            Set<Integer> lead,
            Set<Integer> leadFigures,
            int[] shingles,
            String language, Map<Integer, Integer> parts, Map<Integer, double[]> opening) {}

    Read read(Coverage coverage) {
        Locale language = coverage.article().language();
        String text = coverage.article().text();
        String start = text.substring(0, Math.min(text.length(), TEXT_CHARACTERS));
        Read read = new Read(
                new HashMap<>(),
                new HashMap<>(),
                new HashSet<>(),
                new HashSet<>(),
                new HashSet<>(),
                new int[0],
                language.getLanguage(), new HashMap<>(), new HashMap<>());
        add(read, coverage.article().title(), HEADLINE, true);
        for (KeySentence key : coverage.summary().sentences()) {
            add(read, key.sentence().text(), KEY_SENTENCE, false);
        }
        int[] shingles = add(read, start, TEXT, false);
        return new Read(read.counts, read.names, read.headline, read.lead, read.leadFigures, shingles, read.language, read.parts, read.opening);
    }

    private int[] add(Read read, String text, double each, boolean headline) {
        Map<String, Known> known = languages.computeIfAbsent(read.language, any -> new HashMap<>());
        int[] hashes = new int[SHINGLE];
        int[] shingles = new int[64];
        int kept = 0;
        int n = 0;
        for (Words.Word word : Words.of(text)) {
            if (Character.isDigit(word.text().codePointAt(0))) {
                hashes[n++ % SHINGLE] = word.text().hashCode();
            } else {
                String folded = word.folded();
                Known one = known.computeIfAbsent(folded, any -> know(any, word.text(), read.language));
                hashes[n++ % SHINGLE] = folded.hashCode();
                boolean capital = Character.isUpperCase(word.text().codePointAt(0));
                if (one.stem >= 0) {
                    read.counts.merge(one.stem, each, Double::sum);
                    if (each == TEXT) read.parts.merge(one.stem, 1 << (word.from() * 4 / Math.max(1, text.length())), (x, y) -> x | y);
                    if (headline) {
                        read.headline.add(one.stem);
                    }
                    if (!capital) {
                        small.set(one.stem);
                    }
                    if (capital && (headline || each == TEXT && word.from() < LEAD_CHARACTERS)) {
                        read.lead.add(one.stem);
                    }
                    if (capital && one.name >= 0 && !headline && opens(text, word.from())) {
                        read.opening.computeIfAbsent(one.name, any -> new double[] {one.stem, 0})[1] += each;
                        if (each == TEXT) read.parts.merge(one.name, 1 << (word.from() * 4 / Math.max(1, text.length())), (x, y) -> x | y);
                    } else if (capital && one.name >= 0 && !headline) {
                        read.names.merge(one.name, each, Double::sum);
                        if (each == TEXT) read.parts.merge(one.name, 1 << (word.from() * 4 / Math.max(1, text.length())), (x, y) -> x | y);
                    }
                }
            }
            if (n >= SHINGLE && each == TEXT) {
                int hash = 0;
                for (int i = 0; i < SHINGLE; i++) {
                    hash = hash * 0x01000193 + hashes[(n + i) % SHINGLE];
                }
                hash = (hash ^ hash >>> 16) * 0x85ebca6b;
                hash ^= hash >>> 13;
                if (hash % SAMPLE == 0) {
                    if (kept == shingles.length) {
                        shingles = Arrays.copyOf(shingles, kept * 2);
                    }
                    shingles[kept++] = hash;
                }
            }
        }
        Matcher figure = Amounts.FIGURE.matcher(text);
        while (figure.find()) {
            String value = Amounts.value(figure);
            int id = id("#" + value, figure.group());
            figures.set(id);
            read.counts.merge(id, each, Double::sum);
            if (each == TEXT) read.parts.merge(id, 1 << (figure.start() * 4 / Math.max(1, text.length())), (x, y) -> x | y);
            if (value.length() > 1) {
                read.names.merge(id, each, Double::sum);
            }
            if (headline || each == TEXT && figure.start() < LEAD_CHARACTERS) {
                read.leadFigures.add(id);
            }
        }
        return Arrays.stream(shingles, 0, kept).sorted().distinct().toArray();
    }

    private Known know(String folded, String text, String language) {
        List<String> stems = Words.contentStems(folded, Locale.forLanguageTag(language));
        String key = stems.isEmpty() ? "" : NameKeys.of(stems.get(0).length() >= 7 ? folded : folded);
        return new Known(
                stems.isEmpty() ? -1 : id(language + ' ' + stems.get(0), text), key.isEmpty() || stems.isEmpty() ? -1 : id("@" + key, text));
    }

    private int id(String term, String text) {
        return ids.computeIfAbsent(term, any -> {
            written.add(text);
            return ids.size();
        });
    }

    /** Whether a word opens a sentence, where a capital says nothing. */
    private static boolean opens(String text, int from) {
        int at = from - 1;
        while (at >= 0 && (text.charAt(at) == ' ' || "\"“”„«»‘’'(".indexOf(text.charAt(at)) >= 0)) {
            at--;
        }
        return at < 0 || ".!?:\n".indexOf(text.charAt(at)) >= 0;
    }

    boolean isName(int term) {
        return !small.get(term) && !figures.get(term);
    }

    int size() {
        return written.size();
    }

    String written(int term) {
        return written.get(term);
    }
}
