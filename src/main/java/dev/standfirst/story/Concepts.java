package dev.standfirst.story;

import dev.standfirst.story.Story.Coverage;
import dev.standfirst.summary.Quotable;
import dev.standfirst.text.Words;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

final class Concepts {
    static double d(String n, double v) { String s = System.getProperty(n); return s == null ? v : Double.parseDouble(s); }
    static final double A = d("a", 1), B = d("b", 3), T = d("t", 1), UNI = d("uni", .5), DFP = d("dfp", 1), MIND=d("mind",2);
    static final double STOPPAIR = d("sp", 1), IDF=d("idf",0), CEN=d("cen",0);

    final Map<String, Integer> ids = new HashMap<>();
    final List<Double> weights = new ArrayList<>();
    final List<Boolean> isPair = new ArrayList<>();
    final List<Double> last = new ArrayList<>();
    final List<Integer> df = new ArrayList<>();
    final List<Integer> sf = new ArrayList<>();
    final Map<String, String> stems = new HashMap<>();
    int sentences;

    /** ids of each sentence in order; a unigram has end at word index. */
    record Said(int[] concepts, int[] at, int words) {}

    private String stem(String word, Locale l) {
        return stems.computeIfAbsent(word, w -> {
            List<String> s = Words.contentStems(w, l);
            return s.isEmpty() ? "" : s.get(0);
        });
    }

    Said read(String text, Locale language) {
        List<Words.Word> words = Words.of(text);
        int[] c = new int[words.size() * 2];
        int[] at = new int[words.size() * 2];
        int n = 0;
        String before = null; String beforeStem = "";
        for (int i = 0; i < words.size(); i++) {
            String folded = words.get(i).folded();
            String stem = stem(folded, language);
            if (!stem.isEmpty()) { c[n] = id(stem, false); at[n++] = i; }
            if (before != null) {
                boolean content = !stem.isEmpty() || !beforeStem.isEmpty();
                if (content) { String a = beforeStem.isEmpty() ? before : beforeStem, b = stem.isEmpty() ? folded : stem;
                    c[n] = id(a + ' ' + b, true); at[n++] = i; }
            }
            before = folded; beforeStem = stem;
        }
        return new Said(java.util.Arrays.copyOf(c, n), java.util.Arrays.copyOf(at, n), text.split("\\s+").length);
    }

    private int id(String key, boolean pair) {
        return ids.computeIfAbsent(key, k -> { weights.add(0.0); isPair.add(pair); df.add(0); sf.add(0); last.add(-1.0); return ids.size(); });
    }

    void report(List<Said> sentences, Said title, double weight) {
        Map<Integer, Double> first = new HashMap<>();
        for (int p = 0; p < sentences.size(); p++) {
            for (int c : java.util.Arrays.stream(sentences.get(p).concepts()).distinct().toArray()) {
                double v = 1 + A * Math.exp(-p / B);
                first.merge(c, v, Math::max);
                sf.set(c, sf.get(c) + 1);
            }
            this.sentences++;
        }
        for (int c : title.concepts()) { first.merge(c, T, Double::sum); }
        first.forEach((c, v) -> { weights.set(c, weights.get(c) + v * weight); df.set(c, df.get(c) + 1); });
    }

    double[] weigh(int reports) {
        double[] w = new double[weights.size()];
        for (int i = 0; i < w.length; i++) {
            if (df.get(i) >= Math.min(MIND, reports)) {
                w[i] = Math.pow(weights.get(i), DFP) * (isPair.get(i) ? 1 : UNI);
                if (IDF > 0) { w[i] *= Math.pow(Math.log((1.0 + sentences) / (1 + sf.get(i))), IDF); }
            }
        }
        return w;
    }
}
