package dev.standfirst.bench;

import dev.standfirst.article.Article;
import dev.standfirst.article.ArticleExtractor;
import dev.standfirst.browser.Chromium;
import dev.standfirst.browser.Highlight;
import dev.standfirst.browser.PageServer;
import dev.standfirst.browser.Verdict;
import dev.standfirst.browser.Verdict.Kind;
import dev.standfirst.fetch.Page;
import dev.standfirst.summary.Summarizer;
import dev.standfirst.summary.Summary.KeySentence;
import dev.standfirst.summary.SummaryLength;
import dev.standfirst.text.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Whether a browser finds each key sentence of each page by its link, and marks exactly that sentence. Takes a folder of
 * pages ({@code .html}, {@code .html.gz}); they are served from this machine, run no scripts and load nothing. Pages are
 * halved by their names, so that rules can be made on one half and measured on the other.
 */
final class EvidenceBench {

    private static final SummaryLength LENGTH = new SummaryLength(5, 90);
    private static final int BRIEF = 240;

    private final Map<Kind, int[]> counts = new EnumMap<>(Kind.class);
    private final int[] pages = new int[2];

    private EvidenceBench() {}

    public static void main(String[] args) throws Exception {
        EvidenceBench bench = new EvidenceBench();
        long from = System.nanoTime();
        try (Chromium browser = Chromium.start();
                PageServer server = new PageServer()) {
            for (Path file : files(Path.of(args[0]))) {
                bench.look(file, browser, server);
            }
        }
        bench.report();
        System.out.printf("%.0f s%n", (System.nanoTime() - from) / 1e9);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.html(?:\\.gz)?"))
                    .sorted()
                    .toList();
        }
    }

    private static String brief(String text) {
        return text.length() <= BRIEF ? text : text.substring(0, BRIEF / 2) + " … " + text.substring(text.length() - BRIEF / 2);
    }

    private void look(Path file, Chromium browser, PageServer server) throws Exception {
        byte[] body = bytes(file);
        Page page = new Page(URI.create("https://bench.example/a"), Map.of(), body, Instant.EPOCH);
        Optional<Article> article = ArticleExtractor.extract(page);
        if (article.isEmpty()) {
            return;
        }
        int half = Math.floorMod(file.getFileName().toString().hashCode(), 2);
        pages[half]++;
        String address = server.put(file.getFileName().toString(), withoutRefresh(body));
        for (KeySentence key : Summarizer.summarise(article.get(), LENGTH).sentences()) {
            Sentence sentence = key.sentence();
            String fragment = article.get().fragment(sentence);
            browser.open(address + fragment);
            Verdict verdict = Verdict.of(Highlight.of(browser), article.get().text(), sentence);
            counts.computeIfAbsent(verdict.kind(), any -> new int[2])[half]++;
            if (verdict.kind() != Kind.EXACT) {
                System.out.printf(
                        "%d %s %s%n  %s%n  %s%n  [%s]%n",
                        half, verdict.kind(), file.getFileName(), sentence.text(), fragment, brief(verdict.marked()));
            }
        }
    }

    /** A page that leads elsewhere by itself could not be looked at. */
    private static byte[] withoutRefresh(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1)
                .replaceAll("(?i)http-equiv=([\"']?)refresh", "data-was=$1refresh")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return file.toString().endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
        }
    }

    /** In numbers, and in per cent of the sentences that the pages show. */
    private void report() {
        System.out.printf("%n%-12s %8s %8s%n%-12s %8d %8d%n", "", "half 0", "half 1", "pages", pages[0], pages[1]);
        int[] shown = new int[2];
        counts.forEach((kind, count) -> {
            shown[0] += kind == Kind.NOT_SHOWN ? 0 : count[0];
            shown[1] += kind == Kind.NOT_SHOWN ? 0 : count[1];
        });
        for (Kind kind : Kind.values()) {
            int[] count = counts.getOrDefault(kind, new int[2]);
            System.out.printf(
                    "%-12s %8d %8d   %5.1f %% %5.1f %%%n",
                    kind, count[0], count[1], share(count[0], shown[0]), share(count[1], shown[1]));
        }
    }

    private static double share(int some, int all) {
        return 100.0 * some / Math.max(1, all);
    }
}
