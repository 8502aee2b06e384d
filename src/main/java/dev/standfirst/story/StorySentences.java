package dev.standfirst.story;

import dev.standfirst.story.Story.Coverage;
import dev.standfirst.summary.Quotable;
import dev.standfirst.text.Sentence;
import dev.standfirst.text.Words;
import java.util.*;

public final class StorySentences {
    static final double PW = Concepts.d("pw", 6), PD = Concepts.d("pd", 2), DANG = Concepts.d("dang", .7), EXP = Concepts.d("exp", .9), OFF = Concepts.d("off", 5);
    static final double SOFT=Concepts.d("soft",0), REP=Concepts.d("rep",0), SAMEREP=Concepts.d("same",1); static final double TB = Concepts.d("tb", 0), LONGP = Concepts.d("cut", 1), MAXSHARE = Concepts.d("ms", 2);

    public record Told(Coverage coverage, Sentence sentence) {}

    static final class Cand {
        int report; Quotable q; Concepts.Said said; boolean chosen; double factor; Cand prev; double score; int round=-1;
    }

    public static List<Told> pick(List<Coverage> coverage, int sentences, int words) {
        Concepts concepts = new Concepts();
        List<Cand> all = new ArrayList<>();
        for (int r = 0; r < coverage.size(); r++) {
            Coverage one = coverage.get(r);
            Locale l = one.article().language();
            List<Concepts.Said> said = new ArrayList<>();
            Cand prev = null;
            for (Quotable q : Quotable.of(one.article().text(), l)) {
                Cand c = new Cand();
                c.report = r; c.q = q; c.said = concepts.read(q.sentence().text(), l);
                c.prev = q.follows() ? prev : null;
                c.factor = (1 + PW * Math.exp(-q.position() / PD));
                said.add(c.said);
                all.add(c); prev = c;
            }
            concepts.report(said, concepts.read(one.article().title(), l), 1);
        }
        double[] w = concepts.weigh(coverage.size());
        double[] covered = new double[w.length]; Arrays.fill(covered, 1);
        // sentence centrality: share of concept weight of all
        if (Concepts.CEN > 0) { for (Cand c : all) { double g = gain(c, w, covered, 1000) / Math.max(8, c.said.words()); c.score = g; }
            double max = all.stream().mapToDouble(c -> c.score).max().orElse(1); for (Cand c : all) c.factor *= Math.pow(c.score / max, Concepts.CEN); }
        if (REP > 0) { // report weight: mean gain of lead sentences
            double[] rw = new double[coverage.size()]; 
            for (Cand c : all) if (c.q.position() < 5) rw[c.report] += gain(c, w, covered, 1000) / Math.max(8, c.said.words()) / 5;
            double max = Arrays.stream(rw).max().orElse(1);
            for (Cand c : all) c.factor *= Math.pow(rw[c.report] / max, REP); }
        double[] used = new double[coverage.size()]; Arrays.fill(used, 1);
        Set<Cand> chosen = new LinkedHashSet<>();
        int left = words;
        while (left > 0 && chosen.size() < sentences) {
            Cand best = null; double most = 0;
            for (Cand c : all) {
                if (c.chosen || !c.q.whole()) continue;
                boolean needs = c.q.dangles() && (c.prev == null || !c.prev.chosen);
                if (needs && DANG <= 0) continue;
                double g = gain(c, w, covered, left) * c.factor * used[c.report] * (needs ? DANG : 1);
                double s = g / (Math.pow(c.said.words(), EXP) + OFF);
                if (c.said.words() > left) s = g / (Math.pow(LONGP * left + (1 - LONGP) * c.said.words(), EXP) + OFF);
                if (s > most) { most = s; best = c; }
            }
            if (best == null) break;
            best.chosen = true; chosen.add(best);
            for (int c : best.said.concepts()) covered[c] *= SOFT; used[best.report] *= SAMEREP;
            left -= best.said.words();
        }
        return chosen.stream().map(c -> new Told(coverage.get(c.report), c.q.sentence())).toList();
    }

    static double gain(Cand c, double[] w, double[] covered, int left) {
        double g = 0; int[] k = c.said.concepts(); int[] at = c.said.at(); int dup = 0;
        for (int i = 0; i < k.length; i++) {
            if (at[i] >= left) break;
            boolean seen = false;
            for (int j = 0; !seen && j < i; j++) seen = k[j] == k[i];
            if (covered[k[i]] < 1) dup++; if (!seen) g += w[k[i]] * covered[k[i]];
        }
        if (k.length > 0 && dup / (double) k.length > MAXSHARE) return 0;
        return g;
    }
}
