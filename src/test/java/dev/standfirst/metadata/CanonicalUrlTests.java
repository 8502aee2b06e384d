package dev.standfirst.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalUrlTests {

    @ParameterizedTest
    @CsvSource({
        "https://a.example/1?utm_source=x&id=2&fbclid=y, https://a.example/1?id=2",
        "https://a.example/1?UTM_Medium=x, https://a.example/1",
        "https://a.example/1?at_campaign=x&page=2#comments, https://a.example/1?page=2",
        "https://a.example/1#top, https://a.example/1",
        "https://a.example/#!/one, https://a.example/#!/one",
        "https://a.example/1?id=2&source=print, https://a.example/1?id=2&source=print",
        "http://a.example/1?q=a%20b&gclid=z, http://a.example/1?q=a%20b",
        "file:///seeds/one.html, file:///seeds/one.html",
    })
    void whatTellsWhereAReaderCameFromIsLeftOut(URI address, URI expected) {
        assertThat(CanonicalUrl.withoutTracking(address)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://www.a.co.uk/one, -, https://amp.a.co.uk/one, https://www.a.co.uk/one",
                "https://b.co.uk/one, -, https://a.co.uk/one, https://a.co.uk/one",
                "/one, -, https://a.example/amp/one, https://a.example/one",
                "https://a.example/, https://a.example/one, https://a.example/amp/one, https://a.example/one",
                "-, https://a.example/one?utm_source=x, https://a.example/amp/one, https://a.example/one",
                "http://a.example/one, -, https://a.example/one?x=1, http://a.example/one",
                "javascript:alert(1), -, https://a.example/one, https://a.example/one",
            })
    void aPageMayNameAnotherAddressOfItsOwnSite(String canonical, String shared, URI fetched, URI expected) {
        String html = (canonical == null ? "" : "<link rel=canonical href='%s'>".formatted(canonical))
                + (shared == null ? "" : "<meta property=og:url content='%s'>".formatted(shared));

        assertThat(Described.page(html, fetched).address()).isEqualTo(expected);
    }
}
