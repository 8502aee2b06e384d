package dev.standfirst.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standfirst.Golden;
import dev.standfirst.digest.Days;
import dev.standfirst.digest.Digest;
import dev.standfirst.digest.Schedule;
import dev.standfirst.digest.Selection;
import dev.standfirst.digest.SourceSpec;
import dev.standfirst.story.Story.Coverage;
import dev.standfirst.summary.Summary;
import dev.standfirst.template.TemplateRenderer;
import dev.standfirst.text.Sentence;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class EditionRenderingTests {

    private static final Instant NOW = Instant.parse("2026-11-18T06:00:00Z");
    private static final EditionRenderer RENDERER = new EditionRenderer(
            new TemplateRenderer(Path.of("no-such-folder")),
            new EditionSettings(URI.create("https://brief.example")),
            new Copies(id -> "signed"));

    private static final List<Coverage> ARTICLES = List.of(
            Coverages.of(
                    1,
                    "Harbour Times",
                    "Coast",
                    "Council approves tidal barrage at Port Averil",
                    "The council of Port Averil approved a tidal barrage worth 640 million crowns on Tuesday night.\nThe vote was 34 to 19, with two members absent from the hall."),
            Coverages.of(
                    2,
                    "Northwind News",
                    "Country",
                    "Port Averil votes for tidal barrage",
                    "Port Averil has voted to build a tidal barrage that will draw power from the river mouth.\nThree members of the council changed sides in the last hour of the debate."),
            Coverages.of(
                    3,
                    "Field Notes",
                    "Science",
                    "A reef <script>alert(1)</script> without sunlight",
                    "A survey ship has mapped a cold-water reef of 2,400 square kilometres on the northern shelf."),
            Coverages.of(
                    4,
                    "Morgenbote",
                    "Country",
                    "Kleine Satelliten melden Waldbrände",
                    "Ein Schwarm aus 16 kleinen Satelliten hat im Sommer Waldbrände nach sieben Minuten gemeldet.",
                    Locale.GERMAN),
            Coverages.of(
                    5,
                    "City Ledger",
                    "",
                    "قطار الليل يعود في مارس",
                    "تعود قطارات الليل إلى الساحل الجنوبي في الرابع عشر من مارس بعد توقف دام خمس سنوات كاملة.",
                    Locale.forLanguageTag("ar")),
            Coverages.of(
                    6, "Kita Shimbun", "", "夜行列車が三月に戻る", "南海岸への夜行列車は三月十四日に運行を再開する。寝台の数は以前の二倍になる。", Locale.JAPANESE));

    @Test
    void anEditionLooksAsItStandsInTheGoldenFiles() {
        RenderedEdition rendered = render(ARTICLES, List.of("Coast Radio did not answer within 10 s"));

        Golden.check(EditionRenderingTests.class, "edition.html.golden", rendered.html());
        Golden.check(EditionRenderingTests.class, "edition.txt.golden", rendered.text());
    }

    @Test
    void theMarkupIsWhatMailClientsUnderstand() {
        Document mail = Jsoup.parse(render(ARTICLES, List.of()).html());

        assertThat(mail.select("table"))
                .allSatisfy(table -> assertThat(table.attr("role")).isEqualTo("presentation"));
        assertThat(mail.select("h1")).hasSize(1);
        assertThat(mail.selectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(mail.selectFirst("html").attr("dir")).isEqualTo("ltr");
        assertThat(mail.getAllElements())
                .extracting(element -> element.normalName())
                .doesNotContainAnyElementsOf(
                        Set.of("script", "img", "form", "section", "svg", "link", "button", "video"));
        assertThat(mail.select("[style*=padding]"))
                .allSatisfy(element -> assertThat(element.normalName()).isIn("td", "body"));
        assertThat(mail.select("a"))
                .allSatisfy(link ->
                        assertThat(link.attr("href")).matches("(?s)https://.+|\uE000(UNSUBSCRIBE|CHOOSE)\uE001"));
        assertThat(mail.outerHtml()).doesNotContainPattern(Pattern.compile("[\\u0080-\\u009f]"));
    }

    @Test
    void linksToAPlaceEncodeDashesAndCommas() {
        assertThat(Jsoup.parse(render(ARTICLES, List.of()).html()).select("a[href*=:~:text=]"))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(link.attr("href").replaceFirst(".*#:~:text=", ""))
                        .doesNotContain(" ", "&", "-"));
    }

    @Test
    void fortyStoriesStayFarBelowWhatMailClientsCut() {
        List<Coverage> many = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            String name = "Place" + (char) ('A' + i % 26) + (char) ('a' + i / 2);
            many.add(Coverages.of(
                    i * 2L,
                    "Outlet " + i,
                    "Topic " + i % 5,
                    "Something new happened in " + name + " " + i,
                    "In %s people number %d met to talk about thing number %d until nightfall."
                            .formatted(name, i, i * 7)));
        }
        RenderedEdition rendered = render(many, List.of());

        assertThat(rendered.edition().items()).hasSize(12);
        assertThat(rendered.html().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(60_000);
    }

    @Test
    void oneStoryNeedsNoHeading() {
        RenderedEdition rendered = render(ARTICLES.subList(2, 3), List.of());

        assertThat(rendered.edition().subject()).isEqualTo("A reef <script>alert(1)</script> without sunlight");
        assertThat(rendered.edition().preheader())
                .isEqualTo("A survey ship has mapped a cold-water reef of 2,400 square kilometres on the northern…");
        assertThat(rendered.html()).doesNotContain("Top stories").contains("1 story from 1 article");
    }

    @Test
    void aSentenceThatIsNotInItsArticleIsNeverQuoted() {
        Coverage honest = ARTICLES.get(0);
        Sentence forged = new Sentence("The council refused it.", 0, 23, 0);
        Coverage tampered = new Coverage(
                9,
                honest.article(),
                new Summary(List.of(new Summary.KeySentence(forged, 1))),
                "Harbour Times",
                "",
                NOW);

        assertThatThrownBy(() -> render(List.of(tampered), List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("The council refused it.");
    }

    @Test
    void foreignTextCannotForgeASlot() {
        Coverage hostile = Coverages.of(
                8,
                "Evil",
                "",
                "Your \uE000ADDRESS\uE001 here",
                "Nothing in here is worth a word, and still it has to be shown.");

        assertThat(render(List.of(hostile), List.of()).edition().subject()).isEqualTo("Your ADDRESS here");
    }

    @Test
    void bothPartsSayTheSame() {
        RenderedEdition rendered = render(ARTICLES, List.of());
        StoredEdition stored = new StoredEdition(
                1,
                "brief",
                LocalDate.of(2026, 11, 18),
                NOW,
                "T",
                "S",
                "P",
                1,
                1,
                rendered.html(),
                rendered.text(),
                rendered.page(),
                Optional.empty());

        assertThat(EditionChecks.of(stored))
                .allSatisfy(
                        check -> assertThat(check.passed()).as(check.words()).isTrue());
    }

    private static RenderedEdition render(List<Coverage> articles, List<String> failed) {
        return render(digest(), articles, failed);
    }

    private static RenderedEdition render(Digest digest, List<Coverage> articles, List<String> failed) {
        Picks picks = new Picker(digest, NOW, List.of()).pick(articles, List.of());
        return RENDERER.render(digest, LocalDate.of(2026, 11, 18), picks, Heading.MADE, failed);
    }

    private static Digest digest() {
        return new Digest(
                "brief",
                "Morning Brief",
                Locale.ENGLISH,
                List.of(
                        new SourceSpec("A", SourceSpec.Kind.FEED, URI.create("https://a.example/"), "Science"),
                        new SourceSpec("B", SourceSpec.Kind.FEED, URI.create("https://b.example/"), "Country")),
                new Schedule(LocalTime.of(7, 0), ZoneId.of("Europe/Berlin"), Days.WEEKDAYS),
                Optional.empty(),
                new Digest.Length(12, 2, 3, 1, 1),
                Selection.ANY,
                new Digest.Audience(List.of("brief"), Optional.empty()),
                new Digest.Sender(
                        "Morning Brief", "brief@brief.example", Optional.empty(), "12 Rope Walk, Port Averil"),
                "edition",
                true);
    }
}
