package dev.standfirst.summary;

import dev.standfirst.text.Tokens;

/**
 * What the candidates of an article tell of each pair of neighbouring words; see {@link PairFeature}. Pairs have
 * numbers from 0 in the order in which they are first met.
 */
final class PairTable {

    private final WordTable words;
    private final int sentences;

    /** By hash: number of a pair and one; 0 where free. */
    private final int[] places;

    private final long[] pairs;
    private final int[] frequency;
    private final int[] first;
    private final int[] last;
    private final double[] best;
    private final byte[] bestThree;
    private final boolean[] inBest;
    private final boolean[] inTitle;
    private int size;

    PairTable(Candidates candidates, double[] impression, int[] rank, WordTable words) {
        this.words = words;
        sentences = candidates.size();
        int most = candidates.tokens().size() + 1;
        places = new int[Integer.highestOneBit(most) * 4];
        pairs = new long[most];
        frequency = new int[most];
        first = new int[most];
        last = new int[most];
        best = new double[most];
        bestThree = new byte[most];
        inBest = new boolean[most];
        inTitle = new boolean[most];
        for (Candidate candidate : candidates.all()) {
            read(candidates, candidate, impression[candidate.position()], rank[candidate.position()]);
        }
        readTitle(candidates.title());
    }

    private void read(Candidates candidates, Candidate candidate, double impression, int rank) {
        for (int token = candidate.from() + 1; token < candidate.to(); token++) {
            int pair = add(pair(candidates.concept(token - 1), candidates.concept(token)));
            boolean isNew = frequency[pair] == 0;
            frequency[pair]++;
            if (last[pair] != candidate.position() + 1) {
                last[pair] = candidate.position() + 1;
                first[pair] = isNew ? candidate.position() : first[pair];
                best[pair] = isNew ? impression : Math.max(best[pair], impression);
                inBest[pair] |= rank == 0;
                bestThree[pair] += (byte) (rank < 3 ? 1 : 0);
            }
        }
    }

    private void readTitle(Tokens title) {
        for (int token = 1; token < title.size(); token++) {
            int pair = find(pair(Candidates.concept(title, token - 1), Candidates.concept(title, token)));
            if (pair >= 0) {
                inTitle[pair] = true;
            }
        }
    }

    static long pair(int first, int second) {
        return (long) first << 32 | second;
    }

    int size() {
        return size;
    }

    /** The number of a pair, -1 where no candidate has it. */
    int find(long pair) {
        int place = place(pair);
        return places[place] - 1;
    }

    int firstWord(int pair) {
        return (int) (pairs[pair] >>> 32);
    }

    int secondWord(int pair) {
        return (int) pairs[pair];
    }

    private int add(long pair) {
        int place = place(pair);
        if (places[place] == 0) {
            pairs[size++] = pair;
            places[place] = size;
        }
        return places[place] - 1;
    }

    private int place(long pair) {
        int mask = places.length - 1;
        int place = (int) ((pair * 0x9E3779B97F4A7C15L) >>> 33) & mask;
        while (places[place] != 0 && pairs[places[place] - 1] != pair) {
            place = (place + 1) & mask;
        }
        return place;
    }

    /**
     * Writes the features of a pair, by the order of {@link PairFeature}.
     *
     * @param logitOne of its first word
     * @param logitTwo of its second
     */
    void features(int pair, double logitOne, double logitTwo, double[] to) {
        int one = firstWord(pair);
        int two = secondWord(pair);
        boolean grammarOne = words.isGrammar(one);
        boolean grammarTwo = words.isGrammar(two);
        int i = 0;
        to[i++] = 1;
        to[i++] = Logarithms.of(frequency[pair]);
        to[i++] = Logarithms.of(1 + first[pair]);
        to[i++] = WordTable.number(first[pair] == 0);
        to[i++] = WordTable.number(inTitle[pair]);
        to[i++] = WordTable.number(words.isInTitle(one));
        to[i++] = WordTable.number(words.isInTitle(two));
        to[i++] = WordTable.number(grammarOne && grammarTwo);
        to[i++] = WordTable.number(grammarOne != grammarTwo);
        to[i++] = WordTable.number(frequency[pair] > 1 && !grammarOne && !grammarTwo);
        to[i++] = Logarithms.of(Math.min(words.frequency(one), words.frequency(two)));
        to[i++] = Logarithms.of(Math.max(words.frequency(one), words.frequency(two)));
        to[i++] = best[pair];
        to[i++] = WordTable.number(inBest[pair]);
        to[i++] = bestThree[pair] / 3.0;
        to[i++] = Logarithms.of(1 + sentences);
        to[i++] = WordTable.number(words.hasTitle());
        to[i++] = Math.min(logitOne, logitTwo);
        to[i] = Math.max(logitOne, logitTwo);
    }
}
