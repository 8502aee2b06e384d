package dev.standfirst.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The few candidates that a summary is made of: the best that can be read alone, and those that can be read after one
 * of them. A set of them is a number, with a bit for each.
 */
final class Pool {

    /** Bits of a set. */
    private static final int MOST = 31;

    private static final int USUAL = 12;

    private final Candidates candidates;
    private final PairTable table;
    private final List<Candidate> members = new ArrayList<>();
    /** By position: picked, and can be read alone. */
    private final boolean[] alone;

    private final int[][] words;
    private final int[][] pairs;
    /** By member: the set of the one before it where it can only be read after that, else 0. */
    private final int[] predecessor;

    private final int[] repeating;
    private final boolean[] leaning;

    /** Sets of the members that have a word, by concept, and a pair. */
    private final int[] wordHolders;

    private final int[] pairHolders;

    /**
     * @param ranks of the candidates at first look, from 0 for the best
     * @param sentences how many will be chosen
     */
    Pool(Candidates candidates, int[] ranks, PairTable table, Locale language, int sentences) {
        this.candidates = candidates;
        this.table = table;
        alone = new boolean[candidates.size()];
        pick(ranks, language, Math.min(MOST, Math.max(USUAL, 2 * sentences)));
        words = new int[size()][];
        pairs = new int[size()][];
        predecessor = new int[size()];
        repeating = new int[size()];
        leaning = new boolean[size()];
        wordHolders = new int[candidates.vocabulary().size()];
        pairHolders = new int[table.size()];
        for (int member = 0; member < size(); member++) {
            read(member);
            leaning[member] = Faithfulness.leans(members.get(member).sentence().text(), language);
        }
        findRepetitions();
    }

    private void pick(int[] ranks, Locale language, int most) {
        List<Candidate> readable = best(ranks, most * 3).stream()
                .filter(candidate -> Faithfulness.isWhole(candidate.sentence().text(), candidate.words()))
                .toList();
        Map<Boolean, List<Candidate>> dangling = readable.stream()
                .collect(Collectors.partitioningBy(
                        candidate -> Faithfulness.dangles(candidate.sentence().text(), language)));
        for (Candidate candidate : first(dangling, false, most)) {
            members.add(candidate);
            alone[candidate.position()] = true;
        }
        for (Candidate candidate : first(dangling, true, MOST)) {
            if (members.size() < MOST && candidate.follows() && alone[candidate.position() - 1]) {
                members.add(candidate);
            }
        }
        members.sort(Comparator.comparingInt(Candidate::position));
    }

    private static List<Candidate> first(Map<Boolean, List<Candidate>> dangling, boolean which, int most) {
        List<Candidate> all = dangling.getOrDefault(which, List.of());
        return all.subList(0, Math.min(most, all.size()));
    }

    private List<Candidate> best(int[] ranks, int most) {
        Candidate[] best = new Candidate[Math.min(most, ranks.length)];
        for (Candidate candidate : candidates.all()) {
            int rank = ranks[candidate.position()];
            if (rank < best.length) {
                best[rank] = candidate;
            }
        }
        return List.of(best);
    }

    private void read(int member) {
        Candidate candidate = members.get(member);
        int[] itsWords = new int[candidate.to() - candidate.from()];
        int[] itsPairs = new int[Math.max(0, itsWords.length - 1)];
        int bit = 1 << member;
        int wordCount = 0;
        int pairCount = 0;
        for (int token = candidate.from(); token < candidate.to(); token++) {
            int word = candidates.concept(token);
            if ((wordHolders[word] & bit) == 0) {
                wordHolders[word] |= bit;
                itsWords[wordCount++] = word;
            }
            int pair = token == candidate.from() ? -1 : table.find(PairTable.pair(candidates.concept(token - 1), word));
            if (pair >= 0 && (pairHolders[pair] & bit) == 0) {
                pairHolders[pair] |= bit;
                itsPairs[pairCount++] = pair;
            }
        }
        words[member] = Arrays.copyOf(itsWords, wordCount);
        pairs[member] = Arrays.copyOf(itsPairs, pairCount);
    }

    /** No two sentences of a summary share three words in a row (Paulus et al. 2018). */
    private void findRepetitions() {
        long[][] threes = new long[size()][];
        for (int member = 0; member < size(); member++) {
            threes[member] = threes(members.get(member));
            predecessor[member] = alone[members.get(member).position()] ? 0 : 1 << (member - 1);
            for (int other = 0; other < member; other++) {
                if (meet(threes[member], threes[other])) {
                    repeating[member] |= 1 << other;
                    repeating[other] |= 1 << member;
                }
            }
        }
    }

    private long[] threes(Candidate candidate) {
        long[] threes = new long[Math.max(0, candidate.to() - candidate.from() - 2)];
        for (int i = 0; i < threes.length; i++) {
            int token = candidate.from() + i;
            long pair = table.find(PairTable.pair(candidates.concept(token), candidates.concept(token + 1)));
            threes[i] = pair << 32 | candidates.concept(token + 2);
        }
        Arrays.sort(threes);
        return threes;
    }

    private static boolean meet(long[] one, long[] two) {
        int i = 0;
        int j = 0;
        while (i < one.length && j < two.length) {
            if (one[i] == two[j]) {
                return true;
            }
            if (one[i] < two[j]) {
                i++;
            } else {
                j++;
            }
        }
        return false;
    }

    int size() {
        return members.size();
    }

    Candidate member(int member) {
        return members.get(member);
    }

    /** Whether a member may join a set. */
    boolean mayJoin(int member, int set) {
        int needed = predecessor[member];
        return (set & 1 << member) == 0 && (set & repeating[member]) == 0 && (set & needed) == needed;
    }

    /** Whether a member may leave a set: no other that is in it needs it. */
    boolean mayLeave(int member, int set) {
        boolean follows = member + 1 < size() && (set & 1 << (member + 1)) != 0;
        return !follows || (predecessor[member + 1] & 1 << member) == 0;
    }

    /** Whether a member may be hard to read alone. */
    boolean leans(int member) {
        return leaning[member];
    }

    int[] words(int member) {
        return words[member];
    }

    int[] pairs(int member) {
        return pairs[member];
    }

    boolean holdsWord(int set, int word) {
        return (wordHolders[word] & set) != 0;
    }

    boolean holdsPair(int set, int pair) {
        return (pairHolders[pair] & set) != 0;
    }
}
