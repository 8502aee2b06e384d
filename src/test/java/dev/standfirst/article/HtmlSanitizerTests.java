package dev.standfirst.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlSanitizerTests {

    private static final URI BASE = URI.create("https://a.example/b/");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            <p onclick="x()">Hi <b>there</b></p>         | <p>Hi <b>there</b></p>
            <a href="c">Link</a>                         | <a href="https://a.example/b/c" rel="nofollow noopener noreferrer">Link</a>
            <a href="java&#10;script:x()">Link</a>       | <a rel="nofollow noopener noreferrer">Link</a>
            <img src="/p.jpg" alt="A"><img src=x width=1>| <img src="https://a.example/p.jpg" alt="A" />
            <p style="position:fixed" class="x" id="y">T</p> | <p>T</p>
            <q cite="javascript:x()">T</q>               | <q>T</q>
            """)
    void textStaysAndTheRestGoes(String dirty, String clean) {
        assertThat(HtmlSanitizer.clean(dirty, BASE)).isEqualTo(clean);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>x()</script>",
                "<svg onload=x()>",
                "<iframe src=//e.example>",
                "<style>*{}</style>",
                "<form action=/x><input></form>",
                "<object data=x>",
                "<base href=//e.example>",
                "<meta http-equiv=refresh content=0>",
                "<math><mtext><script>x()</script></math>",
                "<noscript><p title=\"</noscript><img src=x onerror=x()>\">",
                "<link rel=stylesheet href=//e.example>",
                "<!-- <img src=x onerror=x()> -->"
            })
    void nothingThatRunsOrLoadsSurvives(String dirty) {
        assertThat(HtmlSanitizer.clean(dirty, BASE))
                .doesNotContainIgnoringCase(
                        "<script", "onload", "<img", "<iframe", "<style", "<form", "<meta", "<base", "<link", "<!--",
                        "<svg");
    }

    @Test
    void noSlotMarkSurvives() {
        assertThat(HtmlSanitizer.clean("<p>\uE000ADDRESS\uE001</p>", BASE)).isEqualTo("<p>ADDRESS</p>");
    }
}
