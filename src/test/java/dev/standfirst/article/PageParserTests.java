package dev.standfirst.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.fetch.Page;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageParserTests {

    @ParameterizedTest
    @CsvSource({
        "UTF-8, '', ''",
        "UTF-8, text/html; charset=iso-8859-1, ''",
        "UTF-8, text/html, windows-1252",
        "windows-1252, text/html; charset=windows-1252, ''",
        "windows-1252, '', windows-1252",
        "windows-1252, '', iso-8859-1",
        "windows-1252, '', ''",
        "windows-1252, text/html; charset=nonsense-7, windows-1252",
        "UTF-16, '', ''",
        "ISO-8859-15, text/html; charset=ISO-8859-15, utf-8",
    })
    void theCharactersAreThoseThatWereMeant(String sent, String header, String declared) {
        byte[] body =
                "<meta charset='%s'><p>Öl kostet 5 €</p>".formatted(declared).getBytes(Charset.forName(sent));
        Page page = new Page(
                URI.create("https://a.example/"), Map.of("content-type", List.of(header)), body, Instant.EPOCH);

        assertThat(PageParser.parse(page).text()).isEqualTo("Öl kostet 5 €");
    }

    @ParameterizedTest
    @CsvSource({"ISO-2022-JP, 港のクレーン", "Shift_JIS, 港のクレーン", "EUC-JP, 港のクレーン", "GB18030, 海港起重机", "KOI8-R, Кран в порту"})
    void asianAndRussianEncodingsAreRead(String charset, String words) {
        byte[] body = "<meta charset=%s><p>%s</p>".formatted(charset, words).getBytes(Charset.forName(charset));

        assertThat(PageParser.parse(new Page(URI.create("https://a.example/"), Map.of(), body, Instant.EPOCH))
                        .text())
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"<, UTF-8", "</, UTF-8", "<, windows-1252"})
    @Timeout(20)
    void aNameWithoutEndIsReadInLittleTime(String open, String charset) {
        byte[] body = ("<meta charset=" + charset + "><p>Öl " + open + "a".repeat(9_000_000))
                .getBytes(Charset.forName(charset));

        assertThat(PageParser.parse(new Page(URI.create("https://a.example/"), Map.of(), body, Instant.EPOCH))
                        .text())
                .startsWith("Öl");
    }
}
