package dev.standfirst.bench;

import com.sun.management.ThreadMXBean;
import dev.standfirst.article.ArticleExtractor;
import dev.standfirst.fetch.Page;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;

/**
 * Pages a CPU second of parsing and extracting with all metadata, beside the parser alone and beside other libraries, in
 * one JVM and one run. Takes a folder of pages ({@code .html}, {@code .html.gz}); the best of several warm passes counts.
 */
final class ExtractionBench {

    private static final int WARM = 6;
    private static final int MEASURED = 5;

    private static final ThreadMXBean ALLOCATIONS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private ExtractionBench() {}

    /** Something that reads a page. */
    private interface Reader {
        void read(Page page) throws Exception;
    }

    public static void main(String[] args) throws Exception {
        List<Page> pages = pages(Path.of(args[0]));
        System.out.printf(
                "%d pages, %d KB on average%n%n%-28s %10s %8s %8s %8s %9s %6s%n",
                pages.size(),
                pages.stream().mapToInt(page -> page.body().length).sum() / 1024 / Math.max(1, pages.size()),
                "",
                "pages/CPU s",
                "p50 ms",
                "p95 ms",
                "max ms",
                "KB a page",
                "threw");
        double parser = measure("jsoup, parsing alone", pages, ExtractionBench::parse);
        double own = measure("Standfirst", pages, ArticleExtractor::extract);
        double readability = measure("Readability4J 1.0.8", pages, ExtractionBench::readability);
        double crux = measure("Crux 2.1.0 on jsoup 1.9.2", pages, crux(Path.of(args[1])));
        System.out.printf(
                "%nStandfirst: %.2f of the parser alone, %.1f times Readability4J, %.1f times Crux%n",
                own / parser, own / readability, own / crux);
    }

    private static void parse(Page page) {
        Jsoup.parse(new String(page.body(), StandardCharsets.UTF_8), page.address().toString());
    }

    private static void readability(Page page) {
        new Readability4J(page.address().toString(), new String(page.body(), StandardCharsets.UTF_8)).parse();
    }

    /** Crux needs a parser of its time, so it lives in a class loader of its own. */
    private static Reader crux(Path jars) throws Exception {
        List<URL> urls = new ArrayList<>();
        try (Stream<Path> files = Files.list(jars)) {
            for (Path file : files.toList()) {
                urls.add(file.toUri().toURL());
            }
        }
        ClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        Class<?> extractor = loader.loadClass("com.chimbori.crux.articles.ArticleExtractor");
        Method with = extractor.getMethod("with", String.class, String.class);
        Method metadata = extractor.getMethod("extractMetadata");
        Method content = extractor.getMethod("extractContent");
        return page -> {
            Object one = with.invoke(
                    null, page.address().toString(), new String(page.body(), StandardCharsets.UTF_8));
            content.invoke(metadata.invoke(one));
        };
    }

    private static double measure(String name, List<Page> pages, Reader reader) {
        for (int i = 0; i < WARM; i++) {
            pass(pages, reader, new double[pages.size()]);
        }
        double best = 0;
        double[] millis = new double[pages.size()];
        int threw = 0;
        long allocated = ALLOCATIONS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < MEASURED; i++) {
            double[] each = new double[pages.size()];
            long from = cpu();
            threw = pass(pages, reader, each);
            double rate = pages.size() * 1e9 / (cpu() - from);
            if (rate > best) {
                best = rate;
                millis = each;
            }
        }
        allocated = ALLOCATIONS.getCurrentThreadAllocatedBytes() - allocated;
        Arrays.sort(millis);
        System.out.printf(
                "%-28s %10.0f %8.2f %8.2f %8.1f %9d %6d%n",
                name,
                best,
                millis[millis.length / 2],
                millis[millis.length * 95 / 100],
                millis[millis.length - 1],
                allocated / 1024 / MEASURED / Math.max(1, pages.size()),
                threw);
        return best;
    }

    private static int pass(List<Page> pages, Reader reader, double[] millis) {
        int threw = 0;
        for (int i = 0; i < millis.length; i++) {
            long from = cpu();
            try {
                reader.read(pages.get(i));
            } catch (Exception e) {
                threw++;
            }
            millis[i] = (cpu() - from) / 1e6;
        }
        return threw;
    }

    /** CPU time, since other work may run beside. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static List<Page> pages(Path folder) throws IOException {
        List<Page> pages = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".html") || name.endsWith(".html.gz")) {
                    URI address = URI.create("https://bench.example/" + pages.size());
                    pages.add(new Page(address, Map.of(), bytes(file), Instant.EPOCH));
                }
            }
        }
        return pages;
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
            return plain.readAllBytes();
        }
    }
}
