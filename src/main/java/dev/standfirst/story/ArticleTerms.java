package dev.standfirst.story;

import dev.standfirst.story.Story.Coverage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an article is about: its content words, weighted so that two articles can be compared. A word counts by where it
 * stands (headline, key sentence, text), by the logarithm of how often, and by how few of the articles have it
 * (log-frequency and inverse document frequency: Manning, Raghavan and Schütze, Introduction to Information Retrieval,
 * 2008, section 6.4). The weights have the length 1.
 */
record ArticleTerms(SparseVector words, SparseVector names, Set<Integer> headline, int[] lead, int[] figures, int[] shingles, String language, byte[] parts, byte[] nameParts) {

    /**
     * At least so many articles are taken to stand behind the compared ones. Without it a word that both of two
     * articles have would say nothing.
     */
    private static final int BACKGROUND = (int) P.d("bg", 200);

    static List<ArticleTerms> of(List<Coverage> articles, TermReader reader) {
        List<TermReader.Read> read = articles.stream().map(reader::read).toList();
        for (TermReader.Read one : read) one.opening().forEach((name, sc) -> { if (one.names().containsKey(name) || reader.isName((int) sc[0])) one.names().merge(name, sc[1], Double::sum); });
        Set<Integer> sure = new HashSet<>();
        for (TermReader.Read one : read) if (!one.language().equals("de")) sure.addAll(one.names().keySet());
        for (TermReader.Read one : read) if (one.language().equals("de")) one.names().keySet().removeIf(name -> !sure.contains(name));
        int[] with = new int[reader.size()];
        for (TermReader.Read one : read) {
            one.counts().keySet().forEach(term -> with[term]++);
            one.names().keySet().forEach(term -> with[term] += one.counts().containsKey(term) ? 0 : 1);
        }
        List<ArticleTerms> all = new ArrayList<>();
        for (TermReader.Read one : read) {
            all.add(new ArticleTerms(
                    weigh(one.counts(), with, read.size()),
                    weigh(one.names(), with, read.size()),
                    one.headline(),
                    one.lead().stream().filter(reader::isName).mapToInt(x -> x).sorted().toArray(),
                    one.leadFigures().stream().mapToInt(x -> x).sorted().toArray(),
                    one.shingles(),
                    one.language(), null, null).withParts(one.parts()));
        }
        return all;
    }

    private static SparseVector weigh(Map<Integer, Double> counts, int[] with, int articles) {
        Map<Integer, Double> weights = new HashMap<>();
        counts.forEach((term, count) -> weights.put(
                term, (1 + Math.log(count)) * Math.log((1.0 + Math.max(articles, BACKGROUND)) / with[term])));
        return SparseVector.unit(weights);
    }

    boolean sharesHeadline(ArticleTerms other) {
        return headline.stream().anyMatch(other.headline::contains);
    }

    /** share of own lead names (and figures) the other lacks. */
    static double lacks(int[] mine, ArticleTerms other) {
        if (mine.length == 0) return 0;
        long miss = Arrays.stream(mine).filter(term -> Arrays.binarySearch(other.words.terms(), term) < 0).count();
        return miss / (double) mine.length;
    }

    double sameText(ArticleTerms other) {
        int shared = 0;
        for (int i = 0, j = 0; i < shingles.length && j < other.shingles.length; ) {
            if (shingles[i] == other.shingles[j]) { shared++; i++; j++; }
            else if (shingles[i] < other.shingles[j]) i++; else j++;
        }
        int min = Math.min(shingles.length, other.shingles.length);
        return min < 5 ? 0 : shared / (double) min;
    }

    ArticleTerms withParts(Map<Integer, Integer> p) {
        byte[] b = new byte[words.terms().length];
        for (int i = 0; i < b.length; i++) b[i] = p.getOrDefault(words.terms()[i], 0).byteValue();
        byte[] c = new byte[names.terms().length];
        for (int i = 0; i < c.length; i++) c[i] = p.getOrDefault(names.terms()[i], 0).byteValue();
        return new ArticleTerms(words, names, headline, lead, figures, shingles, language, b, c);
    }

    /** share of the weight of each quarter of this article that the other has, sorted falling. */
    double[] quarters(ArticleTerms other) { return quarters(words, parts, other.words); }
    double namesCovered(ArticleTerms other) { double all = 0, both = 0; for (int i = 0; i < names.terms().length; i++) { all += names.weights()[i]; if (Arrays.binarySearch(other.names.terms(), names.terms()[i]) >= 0) both += names.weights()[i]; } return all == 0 ? 0 : both / all; }
    double[] nameQuarters(ArticleTerms other) { return quarters(names, nameParts, other.names); }
    static double[] quarters(SparseVector words, byte[] parts, SparseVector other) {
        double[] all = new double[4], both = new double[4];
        for (int i = 0; i < parts.length; i++) {
            boolean has = Arrays.binarySearch(other.terms(), words.terms()[i]) >= 0;
            double w = words.weights()[i];
            for (int q = 0; q < 4; q++) if ((parts[i] >> q & 1) == 1) { all[q] += w; if (has) both[q] += w; }
        }
        for (int q = 0; q < 4; q++) both[q] = all[q] == 0 ? 0 : both[q] / all[q];
        Arrays.sort(both);
        return new double[] {both[3], both[2], both[1], both[0]};
    }
}
