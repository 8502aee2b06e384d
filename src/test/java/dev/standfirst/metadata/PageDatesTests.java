package dev.standfirst.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageDatesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            en-US ~ Published May 17, 2021 at 9:30 am
            en-US ~ 05/17/2021
            en-GB ~ 17/05/2021
            en ~ Monday, 17th May 2021
            en ~ Sept. 1, 2019
            de ~ Veröffentlicht am 17. Mai 2021 um 09:30 Uhr
            de ~ 17.05.2021, 9.30 Uhr
            fr ~ Publié le 1er mai 2021
            es ~ 17 de mayo de 2021
            it ~ 17 maggio 2021
            nl ~ 17 mei 2021
            pt ~ 17 de maio de 2021
            pl ~ 17 maja 2021
            sv ~ 17 maj 2021
            no ~ Publisert 17. mai 2021
            fi ~ 17. toukokuuta 2021
            cs ~ 17. května 2021
            hu ~ 2021. május 17.
            tr ~ 17 Mayıs 2021
            ru ~ 17 мая 2021
            uk ~ 17 травня 2021
            el ~ 17 Μαΐου 2021
            ja ~ 2021年5月17日
            ko ~ 2021년 5월 17일
            ar ~ ١٧ مايو ٢٠٢١
            vi ~ 17 tháng 5, 2021
            id ~ 17 Mei 2021
            """)
    void aDateUnderTheHeadlineIsReadInItsLanguage(String language, String text) {
        String day = text.contains("Sept") ? "2019-09-01" : text.contains("1er") ? "2021-05-01" : "2021-05-17";

        assertThat(Described.page("<html lang=%s><h1>Barrage approved</h1><p>%s</p>".formatted(language, text))
                        .day())
                .isEqualTo(LocalDate.parse(day));
    }

    @Test
    void theDayIsTheOneThatIsWrittenNotTheOneInUtc() {
        PageMetadata metadata = Described.page(
                "<meta property=article:published_time content='2021-05-17T00:30:00+02:00'><h1>Barrage approved</h1>");

        assertThat(metadata.day()).isEqualTo(LocalDate.parse("2021-05-17"));
        assertThat(metadata.published()).isEqualTo(Instant.parse("2021-05-16T22:30:00Z"));
    }

    @Test
    void aMomentInUtcHasTheDayThatReadersSee() {
        assertThat(Described.page("""
                        <meta property=article:published_time content='2021-05-16T22:30:00Z'>
                        <h1>Barrage approved</h1><p>May 17, 2021</p>""").day()).isEqualTo(LocalDate.parse("2021-05-17"));
    }

    @Test
    void theDateOfPublicationComesBeforeThatOfAChange() {
        assertThat(Described.page("""
                        <h1>Barrage approved</h1><p>Updated: 19 May 2021 | Published: 17 May 2021</p>""").day()).isEqualTo(LocalDate.parse("2021-05-17"));
        assertThat(Described.page("""
                        <h1>Barrage approved</h1><span>Last updated</span> <time>19 May 2021</time><br>
                        <span>First published</span> <time>17 May 2021</time>""").day()).isEqualTo(LocalDate.parse("2021-05-17"));
        assertThat(Described.page("<h1>Barrage approved</h1><p>Aktualisiert: 19. Mai 2021</p>")
                        .day())
                .isEqualTo(LocalDate.parse("2021-05-19"));
    }

    @Test
    void aDateThatAChangeHasOverwrittenGivesWayToAnEarlierOne() {
        assertThat(Described.page("""
                        <title>Barrage approved</title><meta property=article:published_time content=2021-05-17>
                        <script type=application/ld+json>{"@type":"Article","headline":"Barrage approved",
                         "datePublished":"2023-01-02","dateModified":"2023-01-02"}</script><h1>Barrage approved</h1>""").day()).isEqualTo(LocalDate.parse("2021-05-17"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/2021/05/17/barrage, 2021-05-17",
        "https://a.example/news/2021-05-17-barrage, 2021-05-17",
        "https://a.example/news/20210517/barrage, 2021-05-17",
        "https://a.example/2003/03/20030331_speech.html, 2003-03-31",
        "https://a.example/2021/5/7/barrage, 2021-05-07",
        "https://a.example/news/1020210517, ",
        "https://a.example/news/20219917, ",
    })
    void anAddressOftenHoldsTheDay(URI address, LocalDate day) {
        assertThat(Described.page("<h1>Barrage approved</h1>", address).day()).isEqualTo(day);
    }

    @Test
    void captionsSentencesAndOtherArticlesDoNotDateThisOne() {
        assertThat(Described.page("""
                        <h1>Barrage approved</h1><figcaption>The old lock near the town hall, seen on 3 April 1998 by a visitor</figcaption>
                        <p>The county bought the land on 5 June 2001 from a farmer who had wanted to sell it for years.</p>
                        <aside class="related-posts"><time datetime="2020-01-01">1 January 2020</time></aside>""").day()).isNull();
    }

    @Test
    void noArticleIsOlderThanTheWebOrYoungerThanItsPage() {
        String html = "<meta property=article:published_time content='%s'><h1>Barrage approved</h1>";
        URI address = URI.create("https://a.example/one");

        assertThat(Described.page(html.formatted("1970-01-01T00:00:00Z")).day()).isNull();
        assertThat(Described.page(html.formatted("2041-05-17")).day()).isNull();
        assertThat(Described.page(html.formatted("2041-05-17"), address, Instant.EPOCH)
                        .day())
                .isEqualTo(LocalDate.parse("2041-05-17"));
    }

    @Test
    void secondsAndThousandthsAreDates() {
        assertThat(Described.page("<meta name=pubdate content=1621234800><h1>Barrage</h1>")
                        .day())
                .isEqualTo(LocalDate.parse("2021-05-17"));
        assertThat(Described.page("<meta name=pubdate content=1621234800000><h1>Barrage</h1>")
                        .published())
                .isEqualTo(Instant.parse("2021-05-17T07:00:00Z"));
    }

    @Test
    void aGuideIsOfTheDayItWasPublishedAnewWhereReadersAreShownNoOther() {
        String guide = "<meta property=article:published_time content=2015-04-06><h1>Barrages explained</h1>"
                + "<p>Published September 28, 2025</p>%s";

        assertThat(Described.page(guide.formatted("")).day()).isEqualTo(LocalDate.parse("2025-09-28"));
        assertThat(Described.page(guide.formatted("<p>First online April 6, 2015</p>"))
                        .day())
                .isEqualTo(LocalDate.parse("2015-04-06"));
    }

    @Test
    void newsIsOfTheDayItCameOutHoweverLateItWasChanged() {
        assertThat(Described.page("""
                        <title>Barrage approved</title><script type="application/ld+json">{"@type":"NewsArticle",
                        "headline":"Barrage approved","datePublished":"2015-04-06"}</script>
                        <h1>Barrage approved</h1><p>Updated September 28, 2025</p>""").day()).isEqualTo(LocalDate.parse("2015-04-06"));
    }

    @Test
    void aMomentHasTheDayOfTheZoneThatTheSameMomentIsShownIn() {
        assertThat(Described.page("""
                        <meta property=article:published_time content="2021-05-17T23:30:00Z"><h1>Barrage approved</h1>
                        <time datetime="2021-05-18T04:30:00+05:00">yesterday</time>""").day()).isEqualTo(LocalDate.parse("2021-05-18"));
    }

    @Test
    void theDayThatAMemberJoinedIsNotThatOfTheArticle() {
        assertThat(Described.page("""
                        <h1>Barrage approved</h1><dl><dt>Joined:</dt><dd>Mon Jul 24, 2017</dd></dl>
                        <p>by tidewatcher</p><time>Sat Feb 24, 2024</time>""").day()).isEqualTo(LocalDate.parse("2024-02-24"));
    }

    @Test
    void theOneDayThatAllScriptsNameCountsWhereThePageTellsNone() {
        String page = "<h1>Barrage approved</h1><script>layer=[{\"publishDate\":\"2021-05-17\"}]%s</script>";

        assertThat(Described.page(page.formatted("")).day()).isEqualTo(LocalDate.parse("2021-05-17"));
        assertThat(Described.page(page.formatted(";other={\"publishDate\":\"2021-05-18\"}"))
                        .day())
                .isNull();
    }
}
