package dev.standfirst.bench;

import com.sun.management.ThreadMXBean;
import dev.standfirst.summary.Summarizer;
import dev.standfirst.summary.SummaryLength;
import dev.standfirst.text.Sentences;
import dev.standfirst.text.Vocabulary;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Articles a CPU second of splitting, of reading words and of summarising as a whole, beside a plain TextRank over the
 * JDK's sentences, in one JVM and one run; then texts that nobody should send, with the time that each takes. Over
 * invented articles of 650 words, and over a file of {@code {"lang","title","text"}} a line where one is given. The best
 * of several warm passes counts.
 */
final class SummaryBench {

    private static final int ARTICLES = 300;
    private static final int SENTENCES = 26;
    private static final int WARM = 12;
    private static final int MEASURED = 8;
    private static final SummaryLength LENGTH = SummaryLength.of(3);

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What was worked out, so that no compiler leaves the work out. */
    private static long answers;

    private SummaryBench() {}

    private record Text(String title, String text, Locale language) {}

    public static void main(String[] args) throws IOException {
        long before = memory();
        beside("invented articles", invented());
        if (Files.isRegularFile(Path.of(args[0]))) {
            beside("articles of " + Path.of(args[0]).getFileName(), read(Path.of(args[0])));
        }
        hostile();
        System.out.printf("%nmemory in use: %d MB before, %d MB after (%d sentences and words)%n", before, memory(), answers);
    }

    private static void beside(String name, List<Text> texts) {
        System.out.printf(
                "%n%d %s, %d words on average%n%-28s %14s %8s %8s %8s %12s%n",
                texts.size(),
                name,
                texts.stream().mapToInt(SummaryBench::whitespaceWords).sum() / Math.max(1, texts.size()),
                "",
                "articles/CPU s",
                "p50 us",
                "p95 us",
                "max us",
                "KB an article");
        measure("sentences", texts, text -> Sentences.split(text.text(), text.language()).size());
        measure("words", texts, text -> new Vocabulary()
                .tokens(text.text(), text.language())
                .size());
        double own = measure("whole summary", texts, SummaryBench::summarise);
        double peer = measure("BreakIterator and TextRank", texts, text -> PlainTextRank.summarise(
                        text.text(), text.language(), LENGTH.sentences())
                .size());
        System.out.printf("a whole summary: %.1f times the rate of plain TextRank%n", own / peer);
    }

    private static int summarise(Text text) {
        return Summarizer.summarise(text.title(), text.text(), text.language(), LENGTH)
                .sentences()
                .size();
    }

    private static double measure(String name, List<Text> texts, ToIntFunction<Text> work) {
        for (int i = 0; i < WARM; i++) {
            pass(texts, work);
        }
        double[] best = {};
        double least = Double.MAX_VALUE;
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < MEASURED; i++) {
            double[] micros = pass(texts, work);
            double sum = Arrays.stream(micros).sum();
            best = sum < least ? micros : best;
            least = Math.min(least, sum);
        }
        allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
        double rate = texts.size() * 1e6 / least;
        Arrays.sort(best);
        System.out.printf(
                "%-28s %14.0f %8.0f %8.0f %8.0f %12d%n",
                name,
                rate,
                best[best.length / 2],
                best[best.length * 95 / 100],
                best[best.length - 1],
                allocated / 1024 / MEASURED / texts.size());
        return rate;
    }

    private static double[] pass(List<Text> texts, ToIntFunction<Text> work) {
        double[] micros = new double[texts.size()];
        for (int i = 0; i < micros.length; i++) {
            long from = THREADS.getCurrentThreadCpuTime();
            answers += work.applyAsInt(texts.get(i));
            micros[i] = (THREADS.getCurrentThreadCpuTime() - from) / 1e3;
        }
        return micros;
    }

    private static void hostile() {
        System.out.printf("%n%-44s %10s %10s%n", "", "ms", "sentences");
        hostileTexts().forEach((name, text) -> {
            long from = THREADS.getCurrentThreadCpuTime();
            int sentences = summarise(new Text("A headline of some words", text, Locale.ENGLISH));
            System.out.printf("%-44s %10.1f %10d%n", name, (THREADS.getCurrentThreadCpuTime() - from) / 1e6, sentences);
        });
    }

    private static Map<String, String> hostileTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("200,000 words", new InventedText(7).sentences(200_000 / 30));
        texts.put("a sentence of 50,000 words", "The harbour " + "and the ferry ".repeat(50_000 / 3) + "reopen.");
        texts.put("100,000 sentences of a word", "Reopened. ".repeat(100_000));
        texts.put("nothing", "");
        texts.put("a word of a million letters", "a".repeat(1_000_000));
        texts.put("a million accents on a letter", "a" + "\u0301\u0323".repeat(500_000));
        texts.put("a million quotation marks", "“\"".repeat(500_000));
        texts.put("a million stops", ".".repeat(1_000_000));
        texts.put("200,000 emoji", "👩‍👩‍👧 ".repeat(200_000));
        texts.put("a million control characters", "\u0001\u0007\u0000\u001B".repeat(250_000));
        texts.put("a million halves of characters", "\uDC00\uD800".repeat(500_000));
        texts.put("a million Chinese characters", "東京都議会".repeat(200_000));
        return texts;
    }

    private static List<Text> invented() {
        List<Text> texts = new ArrayList<>();
        for (int i = 0; i < ARTICLES; i++) {
            InventedText words = new InventedText(i);
            texts.add(new Text(words.headline(), words.sentences(SENTENCES), Locale.ENGLISH));
        }
        return texts;
    }

    private static List<Text> read(Path file) throws IOException {
        List<Text> texts = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode article = JsonMapper.shared().readTree(line);
            texts.add(new Text(
                    article.path("title").asString(""),
                    article.path("text").asString(""),
                    Locale.forLanguageTag(article.path("lang").asString("en"))));
        }
        return texts;
    }

    private static int whitespaceWords(Text text) {
        return text.text().split("\\s+").length;
    }

    /** In MB, after the collector has run. */
    private static long memory() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024 / 1024;
    }
}
