package dev.standfirst.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BylinesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            By Ann Lee ~ Ann Lee
            By Ann Lee and Bo Ray, Staff Writer ~ Ann Lee, Bo Ray
            Von Ann Lee und Bo Ray ~ Ann Lee, Bo Ray
            Par Ann Lee et Bo Ray ~ Ann Lee, Bo Ray
            Por Ana Lía y José Rey ~ Ana Lía, José Rey
            Written by Ann Lee | May 17, 2021 ~ Ann Lee
            By Ann Lee ann.lee@harbour.example ~ Ann Lee
            By ANN LEE ~ ANN LEE
            By Ann Lee Published 17 May 2021 ~ Ann Lee
            Ann Lee, Staff Writer ~ Ann Lee
            By the editors ~ ''
            """)
    void aBylineGivesTheNamesOfPeople(String text, String names) {
        assertThat(Described.page("<h1>Barrage approved</h1><p class=byline>%s</p>".formatted(text))
                        .byline())
                .isEqualTo(names);
    }

    @Test
    void whatMachinesAreToldComesFirst() {
        assertThat(Described.withData(
                                "{'@type':'NewsArticle','headline':'Barrage approved','author':[{'name':'Ann Lee'},{'name':'Bo Ray'}]}"
                                        .replace('\'', '"'))
                        .byline())
                .isEqualTo("Ann Lee, Bo Ray");
        assertThat(Described.page("""
                        <meta name=author content="Ann Lee"><meta name=author content="Bo Ray"><h1>Barrage approved</h1>
                        <p class=byline>By Somebody Else</p>""").byline()).isEqualTo("Ann Lee, Bo Ray");
    }

    @Test
    void nameAndLabelMayStandInElementsOfTheirOwn() {
        assertThat(Described.page(
                                "<h1>Barrage approved</h1><div><div><b>By</b></div><div><p>Ann Lee</p></div></div><p>Text.</p>")
                        .byline())
                .isEqualTo("Ann Lee");
        assertThat(Described.page("""
                        <h1>Barrage approved</h1><span class=author><a rel=author href=/a>Ann Lee</a></span>,
                        <span class=author><a rel=author href=/b>Bo Ray</a></span>""").byline()).isEqualTo("Ann Lee, Bo Ray");
        assertThat(Described.page("<h1>Barrage approved</h1><p>%s</p><ul><li><strong>Autor:</strong> Ann Lee</li></ul>"
                                .formatted("Text. ".repeat(500)))
                        .byline())
                .isEqualTo("Ann Lee");
    }

    @Test
    void handlesAddressesRolesAndUnfilledTemplatesAreNobody() {
        for (String told :
                new String[] {"@annlee", "https://social.example/annlee", "admin", "Redaktion", "page.author.name"}) {
            assertThat(Described.page("<meta name=author content='%s'><h1>Barrage approved</h1>".formatted(told))
                            .byline())
                    .isEmpty();
        }
    }

    @Test
    void theOutletIsNamedOnlyWhereNobodyElseIs() {
        String page = "<meta property=og:site_name content='Harbour Times'><meta name=author content='Harbour Times'>"
                + "<h1>Barrage approved</h1>";

        assertThat(Described.page(page).byline()).isEqualTo("Harbour Times");
        assertThat(Described.page(page + "<p class=byline>By Ann Lee</p>").byline())
                .isEqualTo("Ann Lee");
    }

    @Test
    void anOfficeIsOneNameThoughItHoldsAnAnd() {
        assertThat(Described.page("<meta name=author content='Centre for Tides and Research'><h1>Barrage</h1>")
                        .byline())
                .isEqualTo("Centre for Tides and Research");
    }

    @Test
    void aFirstNameIsCompletedByWhatReadersSee() {
        assertThat(Described.page("<meta name=author content=Ann><h1>Barrage approved</h1><p>By Ann Lee</p>")
                        .byline())
                .isEqualTo("Ann Lee");
    }

    @Test
    void thoseWhoCommentAreNotTheAuthors() {
        assertThat(Described.page("""
                        <h1>Barrage approved</h1><p>Text.</p>
                        <div class="comments"><span class="comment-author">Cy Dent</span></div>""").byline()).isEmpty();
    }

    @Test
    void ranksAndOutletsOnLinesOfTheirOwnAreNoNames() {
        assertThat(Described.page("""
                        <h1>Barrage approved</h1><div class=byline><div>By <span>Ann Lee</span></div>
                        <div>Harbour Bay</div></div>""").byline()).isEqualTo("Ann Lee");
        assertThat(Described.page("<h1>Barrage approved</h1><p>By <b>Ann Lee</b> and <b>Bo Ray</b><br>Harbour Bay</p>")
                        .byline())
                .isEqualTo("Ann Lee, Bo Ray");
        assertThat(Described.page("<h1>Barrage approved</h1><p class=author>Ann Lee (special envoy)</p>")
                        .byline())
                .isEqualTo("Ann Lee");
        assertThat(Described.page("<h1>Barrage approved</h1><p class=byline>Cite this page, Ann Lee</p>")
                        .byline())
                .isEqualTo("Ann Lee");
    }

    @Test
    void thoseWhoCheckedOrTookPicturesAreNotTheAuthors() {
        assertThat(Described.page("""
                        <h1>Barrage approved</h1><p>Reviewed by</p><p class=author>Cy Dent</p>
                        <p>Written by</p><p class=author>Ann Lee</p>""").byline()).isEqualTo("Ann Lee");
    }

    @Test
    void ofAnAuthorInMicrodataOnlyTheNameCounts() {
        assertThat(Described.page("""
                        <h1>Barrage approved</h1><div itemprop=author><b itemprop=name>TideWatcher</b> <i>T</i></div>""").byline()).isEqualTo("TideWatcher");
    }

    @Test
    void theNameOfAnAccountGivesWayToTheFullNameThatReadersSee() {
        assertThat(Described.page("<meta name=author content=alee2><h1>Barrage approved</h1><p>By Ann Lee</p>")
                        .byline())
                .isEqualTo("Ann Lee");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            <span>Ann Lee</span> <span>17 May 2021</span> ~ Ann Lee
            <span>Ann Lee</span> <span>4 min read</span> ~ Ann Lee
            <span>17.05.2021 - Ann van der Lee</span> ~ Ann van der Lee
            <a href=/people/ann-lee>Ann Lee</a> ~ Ann Lee
            <img src=a.jpg width=48 alt='Ann Lee'><p>Ann Lee</p> ~ Ann Lee
            <span>Real Estate</span> <span>17 May 2021</span> ~ ''
            <a href=/topics/ann-lee>Ann Lee</a> ~ ''
            <p>Ann Lee</p> ~ ''
            """)
    void aNameThatNothingMarksIsTheAuthorsWithADateOrAPageOfItsOwn(String html, String name) {
        assertThat(Described.page("<h1>Barrage approved</h1>" + html).byline()).isEqualTo(name);
    }

    @Test
    void aBoxAboutTheAuthorOpensWithTheName() {
        assertThat(Described.page("<h1>Barrage approved</h1><div class=author-box><b>Ann Lee</b><p>%s</p></div>"
                                .formatted("She writes about tides. ".repeat(20)))
                        .byline())
                .isEqualTo("Ann Lee");
    }

    @Test
    void anOfficeShownIsNamedWhereNoPersonIs() {
        assertThat(Described.page("<h1>Barrage approved</h1><p class=author>Tidal Office Team</p>")
                        .byline())
                .isEqualTo("Tidal Office Team");
    }

    @Test
    void theOneAuthorThatAllScriptsNameCountsWhereThePageTellsNone() {
        String page = "<h1>Barrage approved</h1><script>layer=[{\"author\":{\"name\":\"Ann Lee\"}}]%s</script>";

        assertThat(Described.page(page.formatted("")).byline()).isEqualTo("Ann Lee");
        assertThat(Described.page(page.formatted(";next={\"author\":\"Bo Ray\"}"))
                        .byline())
                .isEmpty();
    }
}
