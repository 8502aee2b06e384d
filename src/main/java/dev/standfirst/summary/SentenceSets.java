package dev.standfirst.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the set of sentences that a person's summary would share most with: the highest expected F-measure over words
 * and pairs of words, where {@link Expectation} tells how likely each is. Long summaries lose by what they add in vain,
 * short ones by what they lack, so the measure finds the length as well. (Sentences as bearers of concepts: Gillick and
 * Favre, "A scalable global model for summarization", 2009; ours is searched with a beam.)
 */
final class SentenceSets {

    private static final int BEAM = 4;

    /** What a summary is compared with has a little less than the words that are asked for. */
    private static final double EXPECTED_LENGTH = 0.9;

    /** What the F-measures count; set by hand: at half and at twice of each, summaries are as good. */
    private static final double WORDS = 1;

    private static final double CONTENT = 0.67;
    private static final double PAIRS = 1.5;

    /** What a summary loses of its worth with a sentence that may be hard to read alone. */
    private static final double LEANING = 0.06;

    private final Pool pool;
    private final Expectation expectation;
    private final double expectedWords;

    SentenceSets(Pool pool, Expectation expectation, SummaryLength length) {
        this.pool = pool;
        this.expectation = expectation;
        this.expectedWords = EXPECTED_LENGTH * length.words();
    }

    /** A set with what it has of each kind, and how good that is. */
    private record Scored(int set, double words, double content, double pairs, int length, int leaning, double value) {}

    /** The best set of at most so many, as bits of the pool; 0 where there is none to choose from. */
    int best(int sentences) {
        Scored best = new Scored(0, 0, 0, 0, 0, 0, 0);
        List<Scored> beam = List.of(best);
        for (int size = 1; size <= sentences && !beam.isEmpty(); size++) {
            beam = extend(beam);
            if (!beam.isEmpty() && beam.get(0).value() > best.value()) {
                best = beam.get(0);
            }
        }
        return best.set();
    }

    private List<Scored> extend(List<Scored> beam) {
        Set<Integer> known = new HashSet<>();
        List<Scored> extended = new ArrayList<>();
        for (Scored scored : beam) {
            for (int member = 0; member < pool.size(); member++) {
                if (pool.mayJoin(member, scored.set()) && known.add(scored.set() | 1 << member)) {
                    extended.add(with(scored, member));
                }
            }
        }
        extended.sort(Comparator.comparingDouble(Scored::value).reversed());
        return extended.subList(0, Math.min(BEAM, extended.size()));
    }

    private Scored with(Scored scored, int member) {
        double words = scored.words();
        double content = scored.content();
        double pairs = scored.pairs();
        for (int word : pool.words(member)) {
            if (!pool.holdsWord(scored.set(), word)) {
                words += expectation.ofWord(word);
                content += expectation.ofContent(word);
            }
        }
        for (int pair : pool.pairs(member)) {
            pairs += pool.holdsPair(scored.set(), pair) ? 0 : expectation.ofPair(pair);
        }
        int length = scored.length() + pool.member(member).words();
        int leaning = scored.leaning() + (pool.leans(member) ? 1 : 0);
        double value = value(words, content, pairs, length) * (1 - LEANING * leaning);
        return new Scored(scored.set() | 1 << member, words, content, pairs, length, leaning, value);
    }

    private double value(double words, double content, double pairs, int length) {
        double shared = WORDS * words + CONTENT * content + PAIRS * pairs;
        return 2 * shared / (length + expectedWords);
    }

    /** The members of a set, the one first that is kept when only one may be, then the next. */
    List<Integer> inOrder(int set) {
        List<Integer> order = new ArrayList<>();
        int left = set;
        while (left != 0) {
            int leaving = leastMissed(left);
            order.add(0, leaving);
            left &= ~(1 << leaving);
        }
        return order;
    }

    private int leastMissed(int set) {
        int leaving = Integer.numberOfTrailingZeros(Integer.highestOneBit(set));
        double most = -1;
        for (int member = 0; member < pool.size(); member++) {
            if ((set & 1 << member) != 0 && pool.mayLeave(member, set)) {
                double value = value(set & ~(1 << member));
                leaving = value > most ? member : leaving;
                most = Math.max(most, value);
            }
        }
        return leaving;
    }

    private double value(int set) {
        Scored scored = new Scored(0, 0, 0, 0, 0, 0, 0);
        for (int member = 0; member < pool.size(); member++) {
            scored = (set & 1 << member) == 0 ? scored : with(scored, member);
        }
        return scored.value();
    }
}
