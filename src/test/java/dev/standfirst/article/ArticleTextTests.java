package dev.standfirst.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.fetch.Page;
import dev.standfirst.metadata.PageMetadata;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a page is text and what is not. {@code A}, {@code B} and {@code C} are the paragraphs of an article. */
class ArticleTextTests {

    private static final String A =
            "The harbour board of Averil sold the last of its wooden cranes on Monday, for the price of the timber alone.";
    private static final String B =
            "Nobody had used the crane since the winter of 1987, when a chain broke and a crate of lemons went into the sea.";
    private static final String C =
            "The buyer, a carpenter from the upper town, wants to build a boat of it and to sail her round the cape by June.";
    private static final String ALL = A + "\n" + B + "\n" + C;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>By Ann Lee</p>",
                "<p>Published 3 March 2026</p>",
                "<p>12/03/2026 08:15 Updated 12/03/2026 21:40 in the evening edition</p>",
                "<p>6 min read</p>",
                "<ul class=share-bar><li>Share</li><li>Copy link</li></ul>",
                "<nav><p>A sentence in the navigation of a page, which is long enough to pass for a paragraph.</p></nav>",
                "<div class='post-subscription hidden'><p>Subscribers read the rest of this and of all our other reports today.</p></div>",
            })
    void whatStandsBeforeTheFirstParagraphIsCut(String lead) {
        assertThat(text("<article><h1>Crane sold</h1>%s<p>%s</p><p>%s</p><p>%s</p></article>".formatted(lead, A, B, C)))
                .isEqualTo(ALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h2>Related articles</h2><p>A boat builder of the old town tells how he came to the cape.</p>",
                "<p>Sign up for our newsletter and read each morning what the harbour talks about.</p>",
                "<div class=author-bio><p>Ann Lee has written about the harbour for eleven years and lives on a boat.</p></div>",
                "<p>How useful was this post?</p><p>Click on a star to rate it, and thank you very much for that.</p>",
                "<p>Lesen Sie auch</p><ul><li><a href=/x>Die letzten Kräne der Stadt und ihre Besitzer</a></li></ul>",
                "<p>© Harbour Times 2026, which reserves all the rights that there are in this world.</p>",
                "<aside><p>The cranes were built in 1911 by the brothers Holm, who came from the north.</p></aside>",
            })
    void whatStandsBehindTheLastParagraphIsCut(String tail) {
        assertThat(text("<article><h1>Crane sold</h1><p>%s</p><p>%s</p><p>%s</p>%s</article>".formatted(A, B, C, tail)))
                .isEqualTo(ALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p><a href=/other>Read more: The chain that broke</a></p>",
                "<p>Related: <a href=/other>The chain that broke in the winter of 1987</a></p>",
                "<figure><img src=a.jpg><figcaption>The crane on Monday</figcaption></figure>",
                "<figure><img src=a.jpg><div>The crane on Monday, before the carpenter came to fetch it with a cart.</div></figure>",
                "<div class=picBox><img src=a.jpg><p>The crane on Monday, before the carpenter came to fetch it.</p></div>",
                "<img src=a.jpg alt='The crane on Monday morning'><p>The crane on Monday morning</p>",
                "<p>Photo: Bo Rasmussen</p>",
                "<blockquote class=twitter-tweet><p>I saw the crane go, and I am not ashamed to say that I wept a little.</p></blockquote>",
                "<p>Advertisement</p>",
                "<div class=newsletter-signup><p>Every morning at seven we send you what the harbour talks about today.</p></div>",
                "<div style='display: none'><p>A window that opens when the page has been read for a minute or so.</p></div>",
                "<div><p>Subscribe to continue</p><p>Readers with a subscription read all of our reports without a limit.</p></div>",
            })
    void whatStandsBetweenTheParagraphsIsCut(String between) {
        assertThat(text("<article><h1>Crane sold</h1><p>%s</p>%s<p>%s</p><p>%s</p></article>"
                        .formatted(A, between, B, C)))
                .isEqualTo(ALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h2>The winter of 1987</h2>",
                "<ul><li>A chain broke in the cold.</li></ul>",
                "<blockquote>It was a good crane, and it was never late.</blockquote>",
                "<table><tr><td>Length</td><td>14 m</td></tr></table>",
                "<table><tr><td><p>Length</p></td><td><p>14 m</p></td></tr></table>",
                "<p>Why?</p>",
                "<p>See <a href=/other>the report of that winter</a> for what became of the lemons and of the crew.</p>",
            })
    void whatBelongsToTheTextStays(String between) {
        String words = Jsoup.parse(between).text().replace("Length 14 m", "Length | 14 m");

        assertThat(text("<article><h1>Crane sold</h1><p>%s</p>%s<p>%s</p><p>%s</p></article>"
                        .formatted(A, between, B, C)))
                .isEqualTo(A + "\n" + words + "\n" + B + "\n" + C);
    }

    @Test
    void aStandfirstOpensTheTextAlsoBeforeNamesAndDates() {
        assertThat(text("""
                <article><h1>Crane sold</h1><h2>A carpenter buys the last wooden crane of the harbour and builds a boat of it</h2>
                <p>By Ann Lee</p><p>29.04.2026, 12:01</p><p>%s</p><p>%s</p></article>""".formatted(A, B)))
                .isEqualTo("A carpenter buys the last wooden crane of the harbour and builds a boat of it\n" + A + "\n"
                        + B);
    }

    @Test
    void piecesOfOneArticleAreJoined() {
        assertThat(text("""
                <main><section class=story-part><p>%s</p></section><div class=ad><p>Buy a boat at Holm's, for less than you would think possible.</p></div>
                <section class=story-part><p>%s</p></section><section class=story-part><p>%s</p></section></main>""".formatted(A, B, C))).isEqualTo(ALL);
    }

    @Test
    void ofSeveralArticlesTheOneThatBearsTheTitleIsTaken() {
        String other =
                "A storm of last week has taken the roof of the fish hall, and the fish were sold in the open air for two days.";

        assertThat(text("""
                <title>Crane sold</title><main><article><h1>Crane sold</h1><p>%s</p><p>%s</p><p>%s</p></article>
                <article><h1>Roof gone</h1><p>%s</p><p>%s Nobody was hurt.</p></article></main>""".formatted(A, B, C, other, other))).isEqualTo(ALL);
    }

    @Test
    void commentsGoHoweverLongTheyAre() {
        String comment =
                "<p>I remember that crane well, since my father worked it for the better part of his life.</p>";

        assertThat(text("<article><p>%s</p><p>%s</p><p>%s</p></article><div id=c class=comments>%s</div>"
                        .formatted(
                                A,
                                B,
                                C,
                                comment.repeat(1)
                                        + comment.replace("father", "aunt").repeat(1) + "<p>"
                                        + "The cranes of the south were better, if you ask me. ".repeat(30) + "</p>")))
                .isEqualTo(ALL);
    }

    @Test
    void aRowOfCardsIsSomebodyElsesArticles() {
        String card = "<div class=item><h3><a href=/%1$d>A report on something else entirely</a></h3>"
                + "<p>A line or two that tell what number %1$d of our other reports is about.</p></div>";

        assertThat(text("<div class=content><p>%s</p><p>%s</p><p>%s</p><div>%s%s%s</div></div>"
                        .formatted(A, B, C, card.formatted(1), card.formatted(2), card.formatted(3))))
                .isEqualTo(ALL);
    }

    @Test
    void aNameThatMuchOfThePageBearsTellsNothing() {
        assertThat(text(
                        "<div class=sidebar><div class=widget><p>%s</p></div><div class=widget><p>%s</p></div><div class=widget><p>%s</p></div></div>"
                                .formatted(A, B, C)))
                .isEqualTo(ALL);
        assertThat(text("<form id=aspnet><aside><p>%s</p><p>%s</p><p>%s</p></aside></form>".formatted(A, B, C)))
                .isEqualTo(ALL);
    }

    @Test
    void paragraphsNeedNoMarkup() {
        assertThat(text("<div>%s<br><br>%s<br>%s</div>".formatted(A, B, C))).isEqualTo(ALL);
        assertThat(text("<div><span>%s</span></div><div><a name=b>%s</a></div><div>%s</div>".formatted(A, B, C)))
                .isEqualTo(ALL);
        assertThat(text("<table><tr><td>Menu</td><td>%s %s %s</td></tr></table>".formatted(A, B, C)))
                .isEqualTo(ALL.replace('\n', ' '));
    }

    @Test
    void aBreakInsideASentenceOnlyFoldsALine() {
        assertThat(text("<p>%s</p>".formatted(A.replace("on Monday", "on<br>Monday"))))
                .isEqualTo(A);
    }

    @Test
    void aCopyForAnotherScreenIsDropped() {
        assertThat(text("<article><p>%s</p><p>%s</p><p class=mobile>%s</p><p>%s</p></article>".formatted(A, B, B, C)))
                .isEqualTo(ALL);
    }

    @Test
    void whatIsOutOfSightIsReadWhereNothingElseIs() {
        assertThat(text("<p>Loading …</p><div hidden><p>%s</p><p>%s</p><p>%s</p></div>".formatted(A, B, C)))
                .isEqualTo(ALL);
        assertThat(text("<p>Loading …</p><template><p>%s</p><p>%s</p><p>%s</p></template>".formatted(A, B, C)))
                .isEqualTo(ALL);
    }

    @Test
    void theTextForMachinesTellsWhichParagraphsAreMeant() {
        String body = "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleBody\":\"%s\"}</script>"
                .formatted(ALL.replace("\n", " ") + " " + longTail());
        String stray =
                "<p>The fish hall has a new roof since Friday, and the fishermen say that it is a better one.</p>";

        assertThat(text(body
                        + "<article><p>%s</p>%s<p>%s</p><p>%s</p><p>%s</p></article>"
                                .formatted(A, stray, B, C, longTail())))
                .isEqualTo(ALL + "\n" + longTail());
    }

    @Test
    void theTextForMachinesIsTakenWhereThePageShowsHardlyAny() {
        String body = "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleBody\":\"%s\"}</script>"
                .formatted(String.join("\\n", A, B, C, longTail()));

        assertThat(text(body + "<p>The page is being drawn, which may take a moment or two on an old device.</p>"))
                .isEqualTo(ALL + "\n" + longTail());
    }

    @Test
    void japaneseNeedsNoSpacesToBeRead() {
        String first = "港の理事会は月曜日、最後の木製クレーンを材木の値段だけで売却した。買い手は山の手の大工である。";
        String second = "クレーンは一九八七年の冬に鎖が切れ、レモンの箱が海に落ちて以来、誰にも使われていなかった。";

        assertThat(text("<div><p>%s</p><p>%s</p><p>関連記事</p><ul><li><a href=/a>鎖が切れた冬の物語</a></li></ul></div>"
                        .formatted(first, second)))
                .isEqualTo(first + "\n" + second);
    }

    /** Eighty words and more, so that the text for machines has something to say. */
    private static String longTail() {
        return "He has drawn her lines on the back of the bill of sale, and he shows them to everyone who asks. "
                + "She will be nine metres long and carry two sails of red cloth that his daughter has woven over the winter. "
                + "The board wished him luck and kept the brass plate with the name of the builder for the museum of the town.";
    }

    private static String text(String html) {
        Page page = new Page(
                URI.create("https://paper.example/crane"),
                Map.of(),
                html.getBytes(StandardCharsets.UTF_8),
                Instant.parse("2026-11-25T07:00:00Z"));
        Document document = PageParser.parse(page);
        return ArticleText.of(document, PageMetadata.read(document, page)).blocks().stream()
                .map(Block::text)
                .collect(Collectors.joining("\n"));
    }
}
