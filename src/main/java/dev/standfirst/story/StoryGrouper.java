package dev.standfirst.story;

import dev.standfirst.story.Story.Coverage;
import dev.standfirst.story.Story.Merge;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

public final class StoryGrouper {

    private static final double NEAR = P.d("near", 0.22);
    private static final double NEAR_TO_ALL = P.d("all", 0.16);
    private static final double ALIKE = P.d("alike", 0.45);
    private static final double COPY = P.d("copy", 0.5);
    private static final double CONFLICT = P.d("conf", 0.6);
    private static final double CONFLICTF = P.d("conff", 0.6);
    private static final double NAMES = P.d("names", 0.35);
    private static final double SHARED_NAMES = P.d("nshared", 4);
    private static final double SPREAD = P.d("spread", 0.2), TEMPL = P.d("templ", .15);
    private static final double OTHER = P.d("other", 0.0);

    private static final Duration LONGEST_EVENT = Duration.ofDays(3);

    private final List<Coverage> articles;
    private final TermReader reader = new TermReader();
    private final List<ArticleTerms> terms;
    private final int[] parent;
    private final List<Map<Integer, Double>> sums = new ArrayList<>();
    private final List<Map<Integer, Double>> nameSums = new ArrayList<>();
    private final int[] size; final List<java.util.Set<String>> langs = new ArrayList<>();
    private final Instant[] first;
    private final Instant[] last;
    private final Map<Integer, List<Merge>> merges = new HashMap<>();

    record Edge(int earlier, int later, Merge.Kind kind, double likeness) {}

    private StoryGrouper(List<Coverage> articles) {
        this.articles = articles;
        this.terms = ArticleTerms.of(articles, reader);
        int n = articles.size();
        parent = IntStream.range(0, n).toArray();
        size = new int[n];
        Arrays.fill(size, 1);
        first = articles.stream().map(Coverage::when).toArray(Instant[]::new);
        last = first.clone();
        for (ArticleTerms t : terms) {
            sums.add(map(t.words())); langs.add(new java.util.HashSet<>(List.of(t.language())));
            nameSums.add(map(t.names()));
        }
    }

    private static Map<Integer, Double> map(SparseVector v) {
        Map<Integer, Double> m = new HashMap<>();
        for (int i = 0; i < v.terms().length; i++) m.put(v.terms()[i], (double) v.weights()[i]);
        return m;
    }

    public static List<Story> group(List<Coverage> articles) {
        return new StoryGrouper(articles.stream()
                        .sorted(Comparator.comparing(Coverage::when).thenComparing(Coverage::articleId))
                        .toList())
                .group();
    }

    private List<Story> group() {
        List<Edge> edges = new ArrayList<>();
        List<Edge> foreign = new ArrayList<>();
        Nearby byWords = new Nearby();
        Nearby byNames = new Nearby();
        for (int a = 0; a < articles.size(); a++) {
            for (int b : byWords.before(a, terms.get(a).words())) {
                judge(b, a, edges);
            }
            for (int b : byNames.before(a, terms.get(a).names())) {
                judgeNames(b, a, foreign);
            }
        }
        Comparator<Edge> order = Comparator.comparingDouble((Edge e) -> -e.likeness).thenComparingInt(e -> e.earlier).thenComparingInt(e -> e.later);
        edges.sort(Comparator.comparing((Edge e) -> e.kind).thenComparing(order));
        edges.forEach(this::join);
        foreign.sort(order);
        foreign.forEach(this::join);
        Map<Integer, List<Integer>> stories = new TreeMap<>();
        for (int a = 0; a < articles.size(); a++) stories.computeIfAbsent(find(a), any -> new ArrayList<>()).add(a);
        return stories.values().stream().sorted(Comparator.comparing(l -> l.get(0))).map(this::story).toList();
    }

    private void judge(int b, int a, List<Edge> edges) {
        ArticleTerms x = terms.get(b), y = terms.get(a);
        if (!x.language().equals(y.language()) || !soon(b, a)) return;
        double same = x.sameText(y);
        double c = x.words().cosine(y.words());
        boolean conf = conflict(x, y, c, same);
        if (!conf && same >= COPY) { edges.add(new Edge(b, a, Merge.Kind.TEXT, same)); return; }
        if (System.getProperty("dbgw") != null && c > .12) System.out.printf("   W %.3f cov %.2f %.2f text %.2f head %b lack %.2f %.2f fig %.2f %.2f Q %s %s | %s #%d / %s #%d%n", c, cover(x, y), cover(y, x), same, x.sharesHeadline(y), ArticleTerms.lacks(x.lead(), y), ArticleTerms.lacks(y.lead(), x), ArticleTerms.lacks(x.figures(), y), ArticleTerms.lacks(y.figures(), x), q(x.quarters(y)), q(y.quarters(x)), articles.get(b).article().title(), articles.get(b).articleId(), articles.get(a).article().title(), articles.get(a).articleId());
        if (conf) return;
        if (c < ALIKE && Math.min(x.quarters(y)[1], y.quarters(x)[1]) < SPREAD) return;
        if (c >= ALIKE || c >= NEAR && x.sharesHeadline(y)) edges.add(new Edge(b, a, Merge.Kind.WORDS, c));
    }

    private boolean conflict(ArticleTerms x, ArticleTerms y, double c, double text) {
        boolean names = ArticleTerms.lacks(x.lead(), y) >= CONFLICT && ArticleTerms.lacks(y.lead(), x) >= CONFLICT;
        boolean figures = ArticleTerms.lacks(x.figures(), y) >= CONFLICTF && ArticleTerms.lacks(y.figures(), x) >= CONFLICTF;
        return names && (text >= TEMPL || c < ALIKE) || figures && (text >= TEMPL || c < P.d("figc", .3));
    }

    private void judgeNames(int b, int a, List<Edge> edges) {
        ArticleTerms x = terms.get(b), y = terms.get(a);
        if (x.language().equals(y.language()) || !soon(b, a)) return;
        double c = x.names().cosine(y.names());
        int shared = 0;
        for (int t : x.names().terms()) if (Arrays.binarySearch(y.names().terms(), t) >= 0) shared++;
        if (System.getProperty("dbg") != null) System.out.println("   N " + articles.get(b).article().title() + " / " + articles.get(a).article().title() + " " + c + " " + shared + " cov " + x.namesCovered(y) + " " + y.namesCovered(x));
        if (Math.min(x.namesCovered(y), y.namesCovered(x)) < P.d("ncov", .4)) return;
        if (c >= NAMES && shared >= SHARED_NAMES) edges.add(new Edge(b, a, Merge.Kind.NAMES, c));
    }

    static String q(double[] d) { return String.format("%.2f,%.2f,%.2f,%.2f", d[0], d[1], d[2], d[3]); }
    static double cover(ArticleTerms x, ArticleTerms y) { double d = 0; for (int i = 0; i < x.words().terms().length; i++) if (Arrays.binarySearch(y.words().terms(), x.words().terms()[i]) >= 0) d += x.words().weights()[i] * x.words().weights()[i]; return d; }

    private boolean soon(int b, int a) {
        return Duration.between(articles.get(b).when(), articles.get(a).when()).compareTo(LONGEST_EVENT) <= 0;
    }

    private int find(int a) {
        while (parent[a] != a) a = parent[a] = parent[parent[a]];
        return a;
    }

    private static double dot(Map<Integer, Double> x, Map<Integer, Double> y) {
        if (x.size() > y.size()) return dot(y, x);
        double d = 0;
        for (var e : x.entrySet()) d += e.getValue() * y.getOrDefault(e.getKey(), 0.0);
        return d;
    }

    private void join(Edge e) {
        int x = find(e.earlier), y = find(e.later);
        if (x == y) return;
        if (e.kind == Merge.Kind.NAMES && langs.get(x).stream().anyMatch(langs.get(y)::contains)) return;
        Instant from = first[x].isBefore(first[y]) ? first[x] : first[y];
        Instant to = last[x].isAfter(last[y]) ? last[x] : last[y];
        if (Duration.between(from, to).compareTo(LONGEST_EVENT) > 0) return;
        List<Map<Integer, Double>> s = e.kind == Merge.Kind.NAMES ? nameSums : sums;
        double average = dot(s.get(x), s.get(y)) / ((double) size[x] * size[y]);
        if (average < (e.kind == Merge.Kind.NAMES ? NAMES * .8 : NEAR_TO_ALL)) return;
        int big = size[x] >= size[y] ? x : y, small = big == x ? y : x;
        parent[small] = big;
        size[big] += size[small]; langs.get(big).addAll(langs.get(small));
        first[big] = from;
        last[big] = to;
        sums.get(small).forEach((t, w) -> sums.get(big).merge(t, w, Double::sum));
        nameSums.get(small).forEach((t, w) -> nameSums.get(big).merge(t, w, Double::sum));
        List<Merge> m = merges.computeIfAbsent(big, any -> new ArrayList<>());
        List<Merge> o = merges.remove(small);
        if (o != null) m.addAll(o);
        m.add(new Merge(articles.get(e.later).articleId(), articles.get(e.earlier).articleId(), e.kind, e.likeness, shared(e)));
    }

    private List<String> shared(Edge e) {
        SparseVector x = e.kind == Merge.Kind.NAMES ? terms.get(e.earlier).names() : terms.get(e.earlier).words();
        SparseVector y = e.kind == Merge.Kind.NAMES ? terms.get(e.later).names() : terms.get(e.later).words();
        Map<Integer, Double> both = new HashMap<>();
        for (int i = 0; i < x.terms().length; i++) {
            int at = Arrays.binarySearch(y.terms(), x.terms()[i]);
            if (at >= 0) both.put(x.terms()[i], (double) x.weights()[i] * y.weights()[at]);
        }
        return both.entrySet().stream().sorted(Map.Entry.<Integer, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey())).limit(6).map(t -> reader.written(t.getKey())).toList();
    }

    /** The topic is that of the earliest article whose source has one. */
    private Story story(List<Integer> members) {
        List<Coverage> coverage = members.stream().map(articles::get).toList();
        String topic = coverage.stream()
                .map(Coverage::topic)
                .filter(named -> !named.isEmpty())
                .findFirst()
                .orElse("");
        return new Story(coverage, topic, 0, merges.getOrDefault(find(members.get(0)), List.of()));
    }
}
