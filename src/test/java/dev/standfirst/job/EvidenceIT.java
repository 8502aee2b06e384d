package dev.standfirst.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.StandfirstApplication;
import dev.standfirst.article.Article;
import dev.standfirst.article.ArticleExtractor;
import dev.standfirst.browser.Chromium;
import dev.standfirst.browser.Highlight;
import dev.standfirst.browser.PageServer;
import dev.standfirst.browser.Verdict;
import dev.standfirst.browser.Verdict.Kind;
import dev.standfirst.digest.DigestFiles;
import dev.standfirst.digest.DigestResult;
import dev.standfirst.edition.Editions;
import dev.standfirst.fetch.Page;
import dev.standfirst.summary.Summarizer;
import dev.standfirst.summary.Summary.KeySentence;
import dev.standfirst.summary.SummaryLength;
import dev.standfirst.text.Sentence;
import dev.standfirst.text.Sentences;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Every sentence's link, followed in a real browser, leads to exactly that sentence. */
class EvidenceIT {

    private static final Path HARD = Path.of("src/test/resources/dev/standfirst/job/evidence");
    private static final LocalDate DATE = LocalDate.of(2026, 11, 18);

    @TempDir
    private static Path data;

    private static Chromium browser;
    private static PageServer server;

    @BeforeAll
    static void start() throws Exception {
        browser = Chromium.start();
        server = new PageServer();
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
            server.close();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyKeySentenceOfASamplePageIsFoundOnIt(Path file) throws Exception {
        Article article = article(file);

        assertThat(missed(
                        file,
                        article,
                        Summarizer.summarise(article, new SummaryLength(5, 90)).sentences().stream()
                                .map(KeySentence::sentence)
                                .toList()))
                .isEmpty();
    }

    /** Sentences that stand twice, markup within them, spaces of all kinds, other scripts. */
    @ParameterizedTest
    @ValueSource(strings = {"repeated.html", "inline.html", "spaces.html", "scripts.html"})
    void everySentenceOfAHardPageIsFoundOnIt(String name) throws Exception {
        Path file = HARD.resolve(name);
        Article article = article(file);

        assertThat(missed(file, article, Sentences.split(article.text(), article.language())))
                .isEmpty();
    }

    static List<Path> seeds() throws IOException {
        try (Stream<Path> seeds = Files.walk(Path.of("seeds"))) {
            return seeds.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    private static Article article(Path file) throws IOException {
        Page page = new Page(URI.create("https://a.example/1"), Map.of(), Files.readAllBytes(file), Instant.EPOCH);
        return ArticleExtractor.extract(page).orElseThrow();
    }

    private static List<String> missed(Path file, Article article, List<Sentence> sentences) throws Exception {
        String address = server.put(file.getFileName().toString(), Files.readAllBytes(file));
        List<String> missed = new ArrayList<>();
        for (Sentence sentence : sentences) {
            String fragment = article.fragment(sentence);
            browser.open(address + fragment);
            Verdict verdict = Verdict.of(Highlight.of(browser), article.text(), sentence);
            if (verdict.kind() != Kind.EXACT) {
                missed.add("%s: %s by %s marked \"%s\""
                        .formatted(verdict.kind(), sentence.text(), fragment, verdict.marked()));
            }
        }
        assertThat(sentences).isNotEmpty();
        return missed;
    }

    @Test
    void everySentenceOfTheSampleEditionIsFoundInTheSavedCopyItLeadsTo() throws Exception {
        List<String> missed = new ArrayList<>();
        try (ConfigurableApplicationContext program = new SpringApplicationBuilder(StandfirstApplication.class)
                .run("--standfirst.data=" + data, "--server.port=0")) {
            String site = "http://127.0.0.1:" + program.getEnvironment().getProperty("local.server.port");
            String publicUrl = program.getEnvironment().getProperty("standfirst.public-url");
            List<Element> quotes = quotes(program);
            for (Element quote : quotes) {
                String link = quote.parent().attr("href");
                browser.open(link.replace(publicUrl, site));
                String marked = Highlight.of(browser).text();
                if (!letters(marked).equals(letters(quote.text()))) {
                    missed.add("%s by %s marked \"%s\"".formatted(quote.text(), link, marked));
                }
            }
            assertThat(quotes).hasSizeGreaterThan(10);
        }
        assertThat(missed).isEmpty();
    }

    private static List<Element> quotes(ConfigurableApplicationContext program) {
        DigestResult.Loaded sample = (DigestResult.Loaded) new DigestFiles(Path.of("")).load("sample");
        program.getBean(Runs.class).run(new RunRequest(sample.digest(), DATE), new RunListener() {});
        String html = program.getBean(Editions.class)
                .find("sample", DATE)
                .orElseThrow()
                .html();
        return Jsoup.parse(html).select("a[href*=:~:text=] > span[lang]");
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
