package dev.standfirst.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTitleTests {

    @Test
    void theHeadlineIsTheOneThatReadersSee() {
        assertThat(Described.page("""
                        <title>Barrage vote: what it means for the coast | Harbour Times</title>
                        <h1>County votes for the barrage on the coast</h1>""").title()).isEqualTo("County votes for the barrage on the coast");
    }

    @Test
    void aHeadingThatIsTheNameOfTheSiteIsPassedOver() {
        assertThat(Described.page("""
                        <title>Barrage approved - Harbour Times</title><meta property=og:site_name content="Harbour Times">
                        <h1>Harbour Times</h1><h2>Barrage approved</h2>""").title()).isEqualTo("Barrage approved");
        assertThat(Described.page("<title>Barrage approved after eleven hours</title><h1>Our blog</h1>")
                        .title())
                .isEqualTo("Barrage approved after eleven hours");
    }

    @Test
    void ofSeveralHeadingsTheOneCountsThatThePageConfirms() {
        assertThat(Described.page("""
                        <title>Barrage approved by the council</title><h1>Navigation and service</h1>
                        <h1>Barrage approved by the council</h1><h1>Read next</h1>""").title()).isEqualTo("Barrage approved by the council");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            Barrage approved | Harbour Times ~ Barrage approved
            Barrage approved - Harbour Times ~ Barrage approved
            Barrage approved | Politics | Harbour Times ~ Barrage approved
            Harbour Times: Barrage approved ~ Harbour Times: Barrage approved
            Harbour Times - Barrage approved ~ Barrage approved
            Barrage approved – after eleven hours ~ Barrage approved – after eleven hours
            """)
    void theNameOfTheSiteIsNoPartOfIt(String told, String title) {
        assertThat(Described.page(
                                "<title>%s</title><meta property=og:site_name content='Harbour Times'>".formatted(told))
                        .title())
                .isEqualTo(title);
    }

    @Test
    void aTopicWithinTheHeadingIsLeftOut() {
        assertThat(Described.page("""
                        <meta property=og:title content="County votes for the barrage">
                        <h1><span>Energy</span> County votes for the barrage</h1>""").title()).isEqualTo("County votes for the barrage");
    }

    @Test
    void wordsThatMarkupGluedTogetherAreParted() {
        assertThat(Described.page("""
                        <meta property=og:title content="Energy / County votes for the barrage">
                        <h1><span>Energy</span><span>County votes for the barrage</span></h1>""").title()).isEqualTo("Energy / County votes for the barrage");
    }

    @Test
    void whatIsMeantForSearchersIsCutOff() {
        assertThat(Described.page(
                                "<title>x</title><h1>County votes for the new barrage | Tides, power &amp;amp; prices</h1>")
                        .title())
                .isEqualTo("x");
        assertThat(Described.page("<h1>County votes for the new barrage | Tides, power and prices</h1>")
                        .title())
                .isEqualTo("County votes for the new barrage");
    }
}
