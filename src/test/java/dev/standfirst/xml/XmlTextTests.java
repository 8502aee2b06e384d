package dev.standfirst.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlTextTests {

    private static final String DECLARED = "<?xml version='1.0' encoding='%s'?><t>Ölpreis</t>";

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            written      | header                          | declared
            UTF-8        | text/xml                        | utf-8
            windows-1252 | text/xml                        | iso-8859-1
            windows-1252 | application/rss+xml; charset="windows-1252" | utf-8
            UTF-8        | text/xml; charset=utf-8         | iso-8859-1
            UTF-8        | text/xml; charset=none-such     | utf8
            windows-1252 | text/xml; charset=utf-8         | windows-1252
            IBM037       | text/xml                        | cp037
            x-MacRoman   | text/xml                        | macintosh
            UTF-16LE     | text/xml                        | utf-16
            UTF-16BE     | text/xml; charset=utf-8         | utf-16
            UTF-32LE     | text/xml                        | utf_32
            UTF-8        | text/xml; charset=utf-16        | utf-16
            """, useHeadersInDisplayName = true)
    void theFirstThatTheBytesAgreeWithCounts(String written, String header, String declared) {
        String text = DECLARED.formatted(declared);

        assertThat(XmlText.decode(text.getBytes(Charset.forName(written)), header))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE"})
    void aMarkIsStrongerThanEverythingSaid(String written) {
        byte[] bytes = ("\uFEFF" + DECLARED.formatted("koi8-r")).getBytes(Charset.forName(written));

        assertThat(XmlText.decode(bytes, "text/xml; charset=iso-8859-1")).isEqualTo(DECLARED.formatted("koi8-r"));
    }

    @Test
    void nobodySaysAnythingOfOldWesternBytes() {
        assertThat(XmlText.decode("<t>Café – Öl</t>".getBytes(Charset.forName("windows-1252")), ""))
                .isEqualTo("<t>Café – Öl</t>");
    }

    @Test
    void fewBrokenBytesStayBroken() {
        byte[] bytes = ("<t>" + "ü".repeat(400) + "?</t>").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 5] = (byte) 0xFF;

        assertThat(XmlText.decode(bytes, "")).isEqualTo("<t>" + "ü".repeat(400) + "\uFFFD</t>");
    }

    @ParameterizedTest
    @CsvSource({"gb2312, 漢字", "shift_jis, 日本", "euc-kr, 한국", "koi8-r, Русь", "big5, 漢字"})
    void theScriptsOfTheWorldAreRead(String declared, String word) {
        String text = "<?xml version='1.0' encoding='%s'?><t>%s</t>".formatted(declared, word);
        Charset charset = Charset.forName(declared.equals("gb2312") ? "gb18030" : declared);

        assertThat(XmlText.decode(text.getBytes(charset), "text/xml")).isEqualTo(text);
    }
}
