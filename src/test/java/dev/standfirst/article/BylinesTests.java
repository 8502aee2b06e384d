package dev.standfirst.article;

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
}
