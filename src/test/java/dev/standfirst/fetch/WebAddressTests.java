package dev.standfirst.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://harbour.example                     | http://harbour.example/
            HTTPS://Harbour.Example:443/Feed?a=B       | https://harbour.example/Feed?a=B
            https://harbour.example.:8443/             | https://harbour.example:8443/
            http://harbour.example:/feed               | http://harbour.example/feed
            http://my_blog.harbour.example/            | http://my_blog.harbour.example/
            http://harbour.example/@desk?a=b@c         | http://harbour.example/@desk?a=b@c
            http://harbour.example?q=1#part            | http://harbour.example/?q=1
            http://harbour.example/a b/"c"/%41%zz      | http://harbour.example/a%20b/%22c%22/%41%25zz
            http://harbour.example/über?ü=ß            | http://harbour.example/%C3%BCber?%C3%BC=%C3%9F
            http://häfen.example/                      | http://xn--hfen-loa.example/
            http://harbour.example/a/./b/../../c/..    | http://harbour.example/
            http://harbour.example/a/b/a/../x/.        | http://harbour.example/a/b/x/
            http://harbour.example/...                 | http://harbour.example/...
            http://１.１.１.１/                        | http://1.1.1.1/
            http://[2606:4700::1111]:8080/             | http://[2606:4700::1111]:8080/
            """)
    void addressesHaveOneForm(String written, String form) throws IOException {
        assertThat(WebAddress.parse(written).uri()).hasToString(form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "feed.xml",
                "//harbour.example/",
                "ftp://harbour.example/",
                "javascript:alert(1)",
                "http:/harbour.example/",
                "http:harbour.example",
                "http:///harbour.example/",
                "http://",
                "http://?q",
                "http://./",
                "http://a..example/",
                "http://me@harbour.example/",
                "http://harbour.example\\@other.example/",
                "http://harbour.example?@other.example/",
                "http://harbour.example#@other.example/",
                "http://harbour.example%2F.other.example/",
                "http://harbour .example/",
                "http://harbour.example:0/",
                "http://harbour.example:65536/",
                "http://harbour.example:-1/",
                "http://harbour.example:8٠/",
                "http://harbour.example:80:80/",
                "http://harb\tour.example/",
                "http://harbour.example/\r\nX: y",
                "http://[fe80::1%25eth0]/",
                "http://[::1/",
                "http://[::1]x/",
                "http://[1.2.3.4]/",
                "http://1/",
                "http://0x7f000001/",
                "http://0x/",
                "http://127.1/",
                "http://010.8.8.8/",
                "http://08.8.8.8/",
                "http://256.1.1.1/",
                "http://1.1.1.1.1/",
                "http://harbour.1/"
            })
    void whatCanBeReadInSeveralWaysIsNotRead(String written) {
        assertThatThrownBy(() -> WebAddress.parse(written)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            next.xml                    | http://harbour.example/news/next.xml
            ../x                        | http://harbour.example/x
            ?page=2                     | http://harbour.example/news/feed?page=2
            /feed                       | http://harbour.example/feed
            //other.example             | http://other.example/
            https://other.example/a?b#c | https://other.example/a?b
            #part                       | http://harbour.example/news/feed?page=1
            a:b/c                       | -
            \\\\other.example\\x        | -
            /\\other.example/           | -
            /a?b\\c                     | http://harbour.example/a?b%5Cc
            """)
    void redirectsLeadOnFromWhereWeAre(String location, String to) throws IOException {
        WebAddress here = WebAddress.parse("http://harbour.example/news/feed?page=1");

        if (to == null) {
            assertThatThrownBy(() -> here.resolve(location)).isInstanceOf(IOException.class);
        } else {
            assertThat(here.resolve(location).uri()).hasToString(to);
        }
    }

    @Test
    void reasonsHoldNothingThatBreaksALine() {
        assertThatThrownBy(() -> WebAddress.parse("ftp://a\u0000\u202E\n" + "x".repeat(500)))
                .hasMessageMatching("[^\\p{Cntrl}\u202E]{1,260}");
    }
}
