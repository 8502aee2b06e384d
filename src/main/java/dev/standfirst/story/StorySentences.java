package dev.standfirst.story;

import dev.standfirst.story.Concepts.Meaning;
import dev.standfirst.story.Story.Coverage;
import dev.standfirst.summary.Quotable;
import dev.standfirst.text.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Key sentences of a story of several reports: those that say in few words the most of what the reports have in common
 * and nothing twice. Takes the sentence with the greatest gain for its length, again and again; what was said gains
 * nothing (greedy coverage with costs: Khuller, Moss and Naor, "The budgeted maximum coverage problem", 1999). Time
 * grows with the number of sentences times that of the chosen ones.
 */
public final class StorySentences {

    /** What a sentence costs beside its words. */
    private static final double SENTENCE = 2;
    /** What stands first in a report counts so much more, and half of that two sentences on. */
    private static final double FIRST = 1;

    private static final double FIRST_SENTENCES = 3;
    /** How much it counts that a report is like the others. */
    private static final double TYPICAL = 0.6;

    private static final int LEAD = 5;
    /** What a sentence counts of an outlet that was quoted before, each time: of a few quotes, and in a longer text. */
    private static final double AGAIN = 0.5;

    private static final double AGAIN_IN_TEXT = 0.8;

    /** The share of the shorter sentence's content words above which two say the same, for a reader of a few quotes. */
    private static final double SAME = 0.34;
    /** The same in a longer text, which may come back to what it tells of. */
    private static final double SAME_IN_TEXT = 0.5;

    /** Reports that are looked at; more of them say nothing new. */
    private static final int MOST = 60;

    private final List<Coverage> reports;
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Candidate> chosen = new ArrayList<>();
    private final Map<String, Integer> quoted = new HashMap<>();
    private final double[] weights;
    private final boolean keyAlone;

    /** A sentence to quote and whose it is. */
    public record Pick(Coverage coverage, Sentence sentence) {}

    /** How much may be told. */
    private record Room(int sentences, int words, boolean spills, double same, double again) {}

    private static final class Candidate {

        private final Coverage report;
        private final Quotable quotable;
        private final Meaning said;
        private final @Nullable Candidate before;
        private double factor = 1;

        Candidate(Coverage report, Quotable quotable, Meaning said, @Nullable Candidate before) {
            this.report = report;
            this.quotable = quotable;
            this.said = said;
            this.before = before;
        }
    }

    private StorySentences(List<Coverage> coverage, boolean keyAlone) {
        this.keyAlone = keyAlone;
        reports = coverage.subList(0, Math.min(MOST, coverage.size()));
        Concepts concepts = new Concepts();
        reports.forEach(report -> read(report, concepts));
        weights = concepts.weights();
        favour();
    }

    /**
     * The sentences that tell a story, within bounds that none of them exceeds.
     *
     * @param reports in one language, the earliest first
     * @param sentences how many at most
     * @param words how many they may have together
     * @return best first, but a sentence that points back right behind the one it points to
     */
    public static List<Pick> pick(List<Coverage> reports, int sentences, int words) {
        return new StorySentences(reports, false).pick(new Room(sentences, words, false, SAME, AGAIN));
    }

    /** The same, of the key sentences of the reports alone. */
    public static List<Pick> pickKey(List<Coverage> reports, int sentences, int words) {
        return new StorySentences(reports, true).pick(new Room(sentences, words, false, SAME, AGAIN));
    }

    /**
     * Sentences that fill so many words; the last one may go beyond.
     *
     * @param reports in one language
     */
    public static List<Pick> fill(List<Coverage> reports, int words) {
        return new StorySentences(reports, false)
                .pick(new Room(Integer.MAX_VALUE, words, true, SAME_IN_TEXT, AGAIN_IN_TEXT));
    }

    private void read(Coverage report, Concepts concepts) {
        List<Meaning> sentences = new ArrayList<>();
        Candidate before = null;
        for (Quotable quotable :
                Quotable.of(report.article().text(), report.article().language())) {
            Meaning said =
                    concepts.read(quotable.sentence().text(), report.article().language());
            before = new Candidate(report, quotable, said, quotable.follows() ? before : null);
            candidates.add(before);
            sentences.add(said);
        }
        concepts.count(concepts.read(report.article().title(), report.article().language()), sentences);
    }

    /** Sentences count more at the top of a report, and in a report that is like the others. */
    private void favour() {
        Map<Coverage, Double> typical = new HashMap<>();
        for (Candidate candidate : candidates) {
            if (candidate.quotable.position() < LEAD) {
                double worth = gain(candidate, Integer.MAX_VALUE, Set.of()) / Math.max(8, candidate.said.words());
                typical.merge(candidate.report, worth, Double::sum);
            }
        }
        double most = typical.values().stream().mapToDouble(d -> d).max().orElse(1);
        for (Candidate candidate : candidates) {
            double like = typical.getOrDefault(candidate.report, 0.0) / Math.max(1e-9, most);
            candidate.factor =
                    (1 + FIRST * Math.exp(-candidate.quotable.position() / FIRST_SENTENCES)) * Math.pow(like, TYPICAL);
        }
    }

    private List<Pick> pick(Room room) {
        int left = room.words;
        Candidate next = best(left, room);
        while (next != null) {
            choose(next);
            left -= next.said.words();
            next = chosen.size() < room.sentences && left > 0 ? best(left, room) : null;
        }
        return chosen.stream()
                .map(candidate -> new Pick(candidate.report, candidate.quotable.sentence()))
                .toList();
    }

    private @Nullable Candidate best(int left, Room room) {
        Set<Integer> said = chosen.stream()
                .flatMapToInt(candidate -> Arrays.stream(candidate.said.concepts()))
                .boxed()
                .collect(Collectors.toSet());
        Candidate best = null;
        double most = 0;
        for (Candidate candidate : candidates) {
            int words = Math.min(left, candidate.said.words());
            if ((room.spills || words == candidate.said.words()) && isFit(candidate, room.same)) {
                double worth = gain(candidate, left, said)
                        * candidate.factor
                        * Math.pow(room.again, quoted.getOrDefault(candidate.report.outlet(), 0))
                        / (words + SENTENCE);
                if (worth > most) {
                    most = worth;
                    best = candidate;
                }
            }
        }
        return best;
    }

    private boolean isFit(Candidate candidate, double same) {
        return candidate.quotable.whole()
                && (!keyAlone || isKey(candidate))
                && !chosen.contains(candidate)
                && (!candidate.quotable.dangles() || (candidate.before != null && chosen.contains(candidate.before)))
                && chosen.stream().noneMatch(other -> share(candidate.said, other.said) > same);
    }

    private static boolean isKey(Candidate candidate) {
        return candidate.report.summary().sentences().stream()
                .anyMatch(key ->
                        key.sentence().from() == candidate.quotable.sentence().from());
    }

    /** What the concepts weigh that are said within so many words and were not before. */
    private double gain(Candidate candidate, int words, Set<Integer> before) {
        double gain = 0;
        Meaning said = candidate.said;
        for (int at = 0; at < said.concepts().length; at++) {
            boolean isNew = said.ends()[at] <= words && !before.contains(said.concepts()[at]);
            gain += isNew ? weights[said.concepts()[at]] : 0;
        }
        return gain;
    }

    private static double share(Meaning one, Meaning other) {
        long both = one.stems().stream().filter(other.stems()::contains).count();
        return both
                / (double)
                        Math.max(1, Math.min(one.stems().size(), other.stems().size()));
    }

    private void choose(Candidate candidate) {
        int behind = candidate.quotable.dangles() ? chosen.indexOf(candidate.before) + 1 : chosen.size();
        chosen.add(behind, candidate);
        quoted.merge(candidate.report.outlet(), 1, Integer::sum);
    }
}
