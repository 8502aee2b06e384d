package dev.standfirst.summary;

import dev.standfirst.text.TermVector;
import java.util.List;

/**
 * How much each sentence shares with the others: with the whole article (centroid; Radev et al. 2004), with those
 * behind it and with those before it (directed centrality; Zheng and Lapata, "Sentence Centrality Revisited", 2019).
 */
final class Centrality {

    final double[] centroid;
    final double[] forward;
    final double[] backward;
    final double[] both;

    Centrality(List<TermVector> sentences) {
        int n = sentences.size();
        centroid = new double[n];
        forward = new double[n];
        backward = new double[n];
        both = new double[n];
        TermVector article = TermVector.sum(sentences);
        for (int i = 0; i < n; i++) {
            centroid[i] = sentences.get(i).cosine(article);
            for (int j = i + 1; j < n; j++) {
                double shared = sentences.get(i).cosine(sentences.get(j));
                forward[i] += shared;
                backward[j] += shared;
                both[i] += shared;
                both[j] += shared;
            }
        }
        scale(forward);
        scale(backward);
        scale(both);
    }

    /** Divides by the largest. */
    static void scale(double[] values) {
        double max = 0;
        for (double value : values) {
            max = Math.max(max, value);
        }
        for (int i = 0; i < values.length && max > 0; i++) {
            values[i] /= max;
        }
    }
}
