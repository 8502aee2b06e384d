package dev.standfirst.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

/** Whatever a server does, a fetch ends in time, says why in plain words and leaves nothing behind. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileServerTests {

    private static final String OK = "HTTP/1.1 200 OK\r\n";

    private HostileServer server;
    private Fetching fetching;

    @BeforeEach
    void start() throws IOException {
        server = new HostileServer();
        fetching = Fetching.within(Duration.ofSeconds(20));
    }

    @AfterEach
    void stop() throws IOException {
        fetching.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            silent      | did not answer within 0.7 s
            drip        | did not finish within 0.7 s
            drip-head   | did not answer within 0.7 s
            silent-body | did not finish within 0.7 s
            """)
    void whatTakesTooLongIsLeft(String path, String reason) throws Exception {
        server.on("/silent", HostileServer.Connection::hang)
                .on("/drip", connection -> {
                    connection.write(OK + "Content-Length: 1000\r\n\r\n");
                    connection.drip();
                })
                .on("/drip-head", HostileServer.Connection::drip)
                .on("/silent-body", connection -> {
                    connection.write(OK + "Content-Length: 1000\r\n\r\nhalf");
                    connection.hang();
                });
        try (Fetching hasty = Fetching.within(Duration.ofMillis(700))) {
            assertThat(hasty.reason(server.address("/" + path))).isEqualTo(reason);
        }
        server.awaitQuiet();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            endless         | is larger than 100 KB
            endless-chunks  | is larger than 100 KB
            endless-crumbs  | sends its page in crumbs of a byte or two
            said-large      | is larger than 100 KB
            endless-headers | sent too many headers, or too long ones
            endless-header  | sent too many headers, or too long ones
            endless-interim | sent more than 10 interim answers
            """)
    void whatDoesNotEndIsEnded(String path, String reason) throws Exception {
        server.on("/endless", connection -> {
                    connection.write(OK + "\r\n");
                    connection.endlessly(() -> "x".repeat(10_000));
                })
                .on("/endless-chunks", connection -> {
                    connection.write(OK + "Transfer-Encoding: chunked\r\n\r\n");
                    connection.endlessly(() -> "5\r\nquays\r\n".repeat(10_000));
                })
                .on("/endless-crumbs", connection -> {
                    connection.write(OK + "Transfer-Encoding: chunked\r\n\r\n");
                    connection.endlessly(() -> "1\r\nx\r\n".repeat(10_000));
                })
                .on("/said-large", connection -> {
                    connection.write(OK + "Content-Length: 99999999999\r\n\r\n");
                    connection.hang();
                })
                .on("/endless-headers", connection -> {
                    connection.write(OK);
                    connection.endlessly(() -> "X-More: and more\r\n".repeat(1_000));
                })
                .on("/endless-header", connection -> {
                    connection.write(OK + "X-Long: ");
                    connection.endlessly(() -> "x".repeat(10_000));
                })
                .on("/endless-interim", connection -> connection.endlessly(() -> "HTTP/1.1 103 Early Hints\r\n\r\n"));

        assertThat(fetching.reason(server.address("/" + path))).isEqualTo(reason);
        server.awaitQuiet();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            garbage      | does not speak HTTP as it should
            other        | does not speak HTTP as it should
            nothing      | closed the connection before the end of its answer
            reset        | broke the connection
            shorter      | closed the connection before the end of its answer
            chunk-cut    | closed the connection before the end of its answer
            chunk-size   | does not speak HTTP as it should
            length-words | does not speak HTTP as it should
            gzip-cut     | was cut off: its packed data ends too early
            gzip-broken  | is packed wrongly: its gzip data is damaged
            brotli-cut   | is packed wrongly or was cut off
            packed-thrice | is packed more than 2 times over
            packed-oddly | is packed in a way we did not ask for: zstd
            """)
    void whatIsWrongIsToldInPlainWords(String path, String reason) throws Exception {
        byte[] packed = gzip("The tide came in over the quay.");
        server.on("/garbage", "\u0000\u0001\u0002 what is this", "", "")
                .on("/other", "220 mail.example ESMTP", "", "")
                .on("/nothing", HostileServer.Connection::end)
                .on("/reset", HostileServer.Connection::reset)
                .on("/shorter", closing(OK + "Content-Length: 100\r\n\r\nhalf"))
                .on("/chunk-cut", closing(OK + "Transfer-Encoding: chunked\r\n\r\n10\r\nhalf"))
                .on("/chunk-size", closing(OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\nhalf"))
                .on("/length-words", closing(OK + "Content-Length: many\r\n\r\nhalf"))
                .on("/gzip-cut", packed("gzip", Arrays.copyOf(packed, packed.length - 12)))
                .on("/gzip-broken", packed("gzip", broken(packed)))
                .on("/brotli-cut", packed("br", new byte[] {0x1B, 0x1E}))
                .on("/packed-thrice", packed("gzip, gzip, gzip", packed))
                .on("/packed-oddly", packed("zstd", packed));

        assertThat(fetching.reason(server.address("/" + path))).isEqualTo(reason);
        server.awaitQuiet();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            204 | answered 204 No Content
            206 | answered 206 Partial Content
            304 | answered 304 Not Modified
            404 | answered 404 Not Found
            799 | answered 799
            """)
    void whatIsNotThePageIsNotTakenForIt(int status, String reason) {
        server.on("/page", "HTTP/1.1 %d Whatever".formatted(status), "Content-Length: 0", "", "");

        assertThat(fetching.fetch(server.address("/page")))
                .isEqualTo(new FetchResult.Unavailable(reason, status, null));
    }

    @Test
    void aRefusalIsKnownFromItsHeaders() {
        server.on("/gone", connection -> {
            connection.write("HTTP/1.1 410 Gone\r\nContent-Length: 1000\r\n\r\n");
            connection.hang();
        });

        assertThat(fetching.reason(server.address("/gone"))).isEqualTo("answered 410 Gone");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            /round                         | redirects more than 5 times
            file:///etc/passwd             | is not on the web: file:///etc/passwd
            ftp://files.example/           | is not on the web: ftp://files.example/
            http://10.0.0.1/               | is on a private network (10.0.0.1); allow it with STANDFIRST_FETCH_ALLOWED_HOSTS
            http://169.254.169.254/latest/ | is on a private network (169.254.169.254); allow it with STANDFIRST_FETCH_ALLOWED_HOSTS
            http://[::1]/                  | is on a private network ([::1]); allow it with STANDFIRST_FETCH_ALLOWED_HOSTS
            http://0x7f.1/                 | writes its host as a number that can be read in several ways: 0x7f.1
            http://me@127.0.0.1/           | has an address that cannot be fetched: http://me@127.0.0.1/
            -                              | redirects without saying where to
            """)
    void redirectsLeadNowhereElse(String location, String reason) {
        server.redirect("/round", 302, location == null ? "" : location);

        assertThat(fetching.reason(server.address("/round"))).isEqualTo(reason);
    }

    @Test
    void headersWithControlCharactersDoNoHarm() {
        server.page(
                "/page",
                "hello",
                "ETag: \"a\u0001b\"",
                "X-Odd: \u0000\u0007",
                "Content-Type: text/html; charset=no-such");

        assertThat(fetching.fetch(server.address("/page"))).isInstanceOf(FetchResult.Fetched.class);
    }

    @Test
    void nothingThatComesBackAddsAHeader() {
        server.page("/page", "hello");

        fetching.web.fetch(new FetchRequest(server.address("/page"), "\"a\"\r\nX-Injected: 1", "\nX-Injected: 2"));

        assertThat(server.requests()).singleElement().asString().doesNotContain("\nX-Injected");
    }

    @Test
    void moreThanWasSaidIsLeftThere() {
        server.on("/longer", closing(OK + "Content-Length: 4\r\n\r\nhalf and more"));

        assertThat(fetching.fetch(server.address("/longer")))
                .isInstanceOfSatisfying(
                        FetchResult.Fetched.class,
                        fetched -> assertThat(fetched.page().body())
                                .asString(StandardCharsets.UTF_8)
                                .isEqualTo("half"));
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void aBombOfTwoGigabytesTakesLittleMemory(int layers) throws Exception {
        server.on("/bomb", HostileServer.bomb(2_000, layers));
        try (Fetching large = Fetching.ofUpTo(DataSize.ofMegabytes(10))) {
            assertThat(large.reason(server.address("/bomb"))).isEqualTo("is larger than 10 MB");
        }
    }

    @Test
    void refusedAndUnknownHostsAreToldApart() throws Exception {
        server.close();

        assertThat(fetching.reason(server.address("/"))).isEqualTo("refused the connection");
    }

    @Test
    void aKeptConnectionThatIsClosedMeanwhileIsNoFault() {
        server.on("/once", connection -> {
            connection.write(OK + "Content-Length: 5\r\n\r\nhello");
            connection.leaveNextUnanswered();
        });

        assertThat(fetching.reason(server.address("/once"))).isEmpty();
        assertThat(fetching.reason(server.address("/once"))).isEmpty();
    }

    private static HostileServer.Behaviour closing(String answer) {
        return connection -> {
            connection.write(answer);
            connection.end();
        };
    }

    private static HostileServer.Behaviour packed(String encoding, byte[] body) {
        return connection -> {
            connection.write(
                    OK + "Content-Encoding: %s\r\nContent-Length: %d\r\n\r\n".formatted(encoding, body.length));
            connection.write(body);
            connection.end();
        };
    }

    private static byte[] broken(byte[] packed) {
        byte[] broken = packed.clone();
        Arrays.fill(broken, 11, 20, (byte) 0xFF);
        return broken;
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
