package dev.standfirst.summary;

import dev.standfirst.text.Tokens;
import dev.standfirst.text.Vocabulary;

/** What the candidates of an article tell of each of its words; see {@link WordFeature}. Words go by their concept. */
final class WordTable {

    private final int sentences;
    private final boolean hasTitle;
    private final int[] frequency;
    private final int[] spread;
    private final int[] first;
    private final int[] capitals;
    private final double[] impressions;
    private final double[] best;
    private final byte[] bestThree;
    private final boolean[] inBest;
    private final boolean[] inTitle;
    private final boolean[] figure;
    private final boolean[] grammar;
    private final boolean[] personal;

    /**
     * @param impression of each candidate, in standard deviations
     * @param rank of each candidate, from 0 for the best
     */
    WordTable(Candidates candidates, double[] impression, int[] rank, Pronouns pronouns) {
        int words = candidates.vocabulary().size();
        sentences = candidates.size();
        hasTitle = candidates.title().size() > 0;
        frequency = new int[words];
        spread = new int[words];
        first = new int[words];
        capitals = new int[words];
        impressions = new double[words];
        best = new double[words];
        bestThree = new byte[words];
        inBest = new boolean[words];
        inTitle = new boolean[words];
        figure = new boolean[words];
        grammar = new boolean[words];
        personal = new boolean[words];
        readTitle(candidates.title());
        readText(candidates, impression, rank, pronouns);
    }

    private void readTitle(Tokens title) {
        for (int token = 0; token < title.size(); token++) {
            inTitle[Candidates.concept(title, token)] = true;
        }
    }

    private void readText(Candidates candidates, double[] impression, int[] rank, Pronouns pronouns) {
        int[] last = new int[frequency.length];
        Tokens tokens = candidates.tokens();
        for (Candidate candidate : candidates.all()) {
            int i = candidate.position();
            for (int token = candidate.from(); token < candidate.to(); token++) {
                int word = candidates.concept(token);
                frequency[word]++;
                capitals[word] += token > candidate.from() && tokens.isCapitalised(token) ? 1 : 0;
                if (last[word] != i + 1) {
                    meet(word, i, impression[i], rank[i]);
                    last[word] = i + 1;
                    figure[word] |= tokens.hasDigit(token);
                    grammar[word] |= tokens.stem(token) == Vocabulary.NONE;
                    personal[word] |= pronouns.is(tokens.folded(token));
                }
            }
        }
    }

    private void meet(int word, int sentence, double impression, int rank) {
        boolean isNew = spread[word] == 0;
        first[word] = isNew ? sentence : first[word];
        best[word] = isNew ? impression : Math.max(best[word], impression);
        spread[word]++;
        impressions[word] += impression;
        inBest[word] |= rank == 0;
        bestThree[word] += (byte) (rank < 3 ? 1 : 0);
    }

    /** Concepts are below this number. */
    int size() {
        return frequency.length;
    }

    boolean has(int word) {
        return frequency[word] > 0;
    }

    int frequency(int word) {
        return frequency[word];
    }

    boolean isInTitle(int word) {
        return inTitle[word];
    }

    boolean isGrammar(int word) {
        return grammar[word];
    }

    boolean hasTitle() {
        return hasTitle;
    }

    /** Writes the features of a word, by the order of {@link WordFeature}. */
    void features(int word, double[] to) {
        double often = Logarithms.of(frequency[word]);
        int i = 0;
        to[i++] = 1;
        to[i++] = often;
        to[i++] = spread[word] / (double) sentences;
        to[i++] = Logarithms.of(1 + first[word]);
        to[i++] = number(first[word] == 0);
        to[i++] = number(inTitle[word]);
        to[i++] = capitals[word] / (double) frequency[word];
        to[i++] = number(figure[word]);
        to[i++] = number(grammar[word]);
        to[i++] = grammar[word] ? often : 0;
        to[i++] = number(grammar[word] && inTitle[word]);
        to[i++] = number(personal[word]);
        to[i++] = best[word];
        to[i++] = impressions[word] / spread[word];
        to[i++] = number(inBest[word]);
        to[i++] = bestThree[word] / 3.0;
        to[i++] = Logarithms.of(1 + sentences);
        to[i] = number(hasTitle);
    }

    static double number(boolean is) {
        return is ? 1 : 0;
    }
}
