package dev.standfirst.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.metadata.PageMetadata.Access;
import java.net.URI;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageMetadataTests {

    @Test
    void anArticleIsFoundInAGraphAndItsPeopleByReference() {
        PageMetadata metadata = Described.withData("""
                {"@graph":[{"@type":"WebSite","name":"Harbour Times"},
                 {"@type":["Article","NewsArticle"],"headline":"Barrage approved","author":{"@id":"#ann"},
                  "publisher":{"@id":"#ht"},"datePublished":"2021-05-17T10:00:00+02:00","description":"Eleven hours."},
                 {"@type":"Person","@id":"#ann","name":"Ann Lee"},{"@type":"Organization","@id":"#ht","name":"Harbour Times"}]}""");

        assertThat(metadata.byline()).isEqualTo("Ann Lee");
        assertThat(metadata.site()).isEqualTo("Harbour Times");
        assertThat(metadata.day()).isEqualTo(LocalDate.parse("2021-05-17"));
        assertThat(metadata.excerpt()).isEqualTo("Eleven hours.");
    }

    @Test
    void theDataOfARelatedArticleAreNotTaken() {
        PageMetadata metadata = Described.withData("""
                [{"@type":"NewsArticle","headline":"Storm sinks ferry","author":{"name":"Cy Dent"},"datePublished":"2020-01-01"},
                 {"@type":"NewsArticle","headline":"Barrage approved","author":{"name":"Ann Lee"},"datePublished":"2021-05-17"}]""");

        assertThat(metadata.byline()).isEqualTo("Ann Lee");
        assertThat(metadata.day()).isEqualTo(LocalDate.parse("2021-05-17"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"@type\":\"Article\",\"headline\":\"Barrage approved\",\"author\":\"Ann\nLee\",}",
                "<!-- {\"@type\":\"Article\",\"headline\":\"Barrage approved\",\"author\":\"Ann Lee\"} -->",
                "//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"Barrage approved\",\"author\":\"Ann Lee\"}\n//]]>",
                "{&quot;@type&quot;:&quot;Article&quot;,&quot;headline&quot;:&quot;Barrage approved&quot;,&quot;author&quot;:&quot;Ann Lee&quot;}",
                "{\"@type\":\"Article\",\"headline\":\"Barrage approved\",\"author\":\"Ann Lee\"};",
            })
    void theUsualSlipsInDataAreReadOver(String json) {
        assertThat(Described.withData(json).byline()).isEqualTo("Ann Lee");
    }

    @Test
    void theTextForMachinesIsPlainAndKeepsItsLines() {
        assertThat(Described.withData("""
                        {"@type":"Article","headline":"Barrage approved","articleBody":"First &amp; foremost.\\n\\n  Second."}""").body()).isEqualTo("First & foremost.\nSecond.");
        assertThat(Described.withData("""
                        {"@type":"Article","headline":"Barrage approved","articleBody":"<p>First.</p>\\n<p>Second.</p>"}""").body()).isEqualTo("First.\nSecond.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            "isAccessibleForFree":false ~ PAID
            "isAccessibleForFree":"False" ~ PAID
            "isAccessibleForFree":"https://schema.org/True" ~ FREE
            "hasPart":{"@type":"WebPageElement","isAccessibleForFree":false} ~ PAID
            "name":"x" ~ UNKNOWN
            """)
    void aPageSaysWhetherItMustBePaidFor(String field, Access access) {
        assertThat(Described.withData("{\"@type\":\"Article\",\"headline\":\"Barrage approved\"," + field + "}")
                        .access())
                .isEqualTo(access);
    }

    @Test
    void theLeadPictureIsTheNamedOneAsThePageShowsIt() {
        String named =
                "<meta property=og:image content=https://img.example/4711982-barrage-1200x630.jpg><h1>Barrage</h1>";

        assertThat(Described.page(named).image())
                .isEqualTo(URI.create("https://img.example/4711982-barrage-1200x630.jpg"));
        assertThat(Described.page(named + """
                        <img src=/s/4711982-small.jpg
                         srcset="/s/4711982-s.jpg 300w, /s/4711982-l.jpg 1600w, /s/4711982-m.jpg 800w">""").image())
                .isEqualTo(URI.create("https://news.harbour.example/s/4711982-l.jpg"));
    }

    @Test
    void anOutletsMarkAndTinyPicturesStandForNoArticle() {
        assertThat(Described.page("""
                        <meta property=og:image content=https://img.example/site-logo.png><h1>Barrage</h1>
                        <img src=/pixel.gif width=1 height=1><img class=author-avatar src=/ann.jpg><img src=/barrage.jpg>""").image()).isEqualTo(URI.create("https://news.harbour.example/barrage.jpg"));
        assertThat(Described.page("<h1>Barrage</h1><p>Text.</p>").image()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            <html lang=de-CH> ~ de
            <html lang=nb> ~ no
            <html><meta property=og:locale content=fr_FR> ~ fr
            <html lang="??"> ~ ''
            """)
    void theLanguageIsTheDeclaredOne(String html, String language) {
        assertThat(Described.page(html).language()).isEqualTo(Locale.forLanguageTag(language));
    }

    @Test
    void theSiteIsNamedByItsHostWhereNothingElseNamesIt() {
        assertThat(Described.page("<h1>Barrage</h1>", URI.create("https://www.harbour.example/one"))
                        .site())
                .isEqualTo("harbour.example");
    }

    @Test
    void noPageMakesItFail() {
        String deep = "{\"@graph\":[".repeat(50_000);
        String wide = "{\"@type\":\"Article\",\"headline\":\"" + "x".repeat(5_000_000) + "\"}";
        String names = "<div class='%s' id='%s'>".formatted("author ".repeat(20_000), "date-".repeat(20_000));

        assertThat(Described.withData(deep).title()).isEqualTo("Barrage approved");
        assertThat(Described.withData(wide).title()).isEqualTo("Barrage approved");
        assertThat(Described.page("<h1>Barrage</h1>" + names.repeat(20)).title())
                .isEqualTo("Barrage");
        assertThat(Described.page("<div class=related><span class=date>".repeat(20_000) + "1.1.2020")
                        .title())
                .isEmpty();
        assertThat(Described.page(
                                "<time datetime='9999-99-99'><meta name=date content=2021-02-31><link rel=canonical href=':'>")
                        .day())
                .isNull();
    }

    @Test
    void noiseIsReadWithoutHarm() {
        Random random = new Random(17);
        String alphabet = "<>\"'=/ -&;{}[]:,0123456789.|abcdefghimnoprstu\n年月日À٣";
        for (int round = 0; round < 300; round++) {
            StringBuilder html = new StringBuilder("<h1>By 1.1.2020</h1><meta name=author content=\"");
            random.ints(400, 0, alphabet.length()).forEach(i -> html.append(alphabet.charAt(i)));
            assertThat(Described.page(html + "\"><p class=byline>" + html).title())
                    .isNotNull();
        }
    }
}
