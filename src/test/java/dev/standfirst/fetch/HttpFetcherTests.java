package dev.standfirst.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.standfirst.watch.Metering;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class HttpFetcherTests {

    private static final int LIMIT = 100_000;

    private HttpServer server;
    private HttpFetcher fetcher;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        fetcher = fetcher(List.of("127.0.0.1"), Duration.ofSeconds(10));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aPageIsItsBytesAndHeaders() {
        answer("/feed", exchange -> {
            exchange.getResponseHeaders().set("ETag", "W/\"abc\"");
            send(exchange, 200, "hello".getBytes(StandardCharsets.UTF_8));
        });

        assertThat(fetch("/feed")).isInstanceOfSatisfying(FetchResult.Fetched.class, fetched -> {
            assertThat(fetched.page().body()).asString(StandardCharsets.UTF_8).isEqualTo("hello");
            assertThat(fetched.page().header("etag")).isEqualTo("W/\"abc\"");
        });
    }

    @Test
    void validatorsGoBackAsTheyCame() {
        answer(
                "/feed",
                exchange -> send(
                        exchange,
                        "W/\"abc\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match")) ? 304 : 200,
                        new byte[0]));

        assertThat(fetcher.fetch(new FetchRequest(address("/feed"), "W/\"abc\"", "")))
                .isInstanceOf(FetchResult.NotModified.class);
    }

    @Test
    void redirectsAreFollowedToTheirEnd() {
        answer("/old", exchange -> redirect(exchange, "/new"));
        answer("/new", exchange -> send(exchange, 200, new byte[] {1}));
        answer("/round", exchange -> redirect(exchange, "/round"));

        assertThat(fetch("/old"))
                .isInstanceOfSatisfying(
                        FetchResult.Fetched.class,
                        fetched -> assertThat(fetched.page().address()).isEqualTo(address("/new")));
        assertThat(fetch("/round")).isEqualTo(new FetchResult.Unavailable("redirects more than 5 times", 0, null));
    }

    @Test
    void aRedirectToAnInternalAddressIsRefused() {
        answer("/out", exchange -> redirect(exchange, "http://169.254.169.254/latest"));

        assertThat(fetch("/out"))
                .isInstanceOfSatisfying(
                        FetchResult.Unavailable.class,
                        refused -> assertThat(refused.reason()).startsWith("is on a private network"));
    }

    @Test
    void refusalsAreToldInTheServersWords() {
        answer("/gone", exchange -> send(exchange, 410, new byte[0]));
        answer("/busy", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "120");
            send(exchange, 503, new byte[0]);
        });

        assertThat(fetch("/gone")).isEqualTo(new FetchResult.Unavailable("answered 410 Gone", 410, null));
        assertThat(fetch("/busy"))
                .isEqualTo(new FetchResult.Unavailable("answered 503 Service Unavailable", 503, Duration.ofMinutes(2)));
    }

    @Test
    void aBodyThatUnpacksToTooMuchIsRefused() {
        answer("/bomb", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            send(exchange, 200, gzip(new byte[LIMIT * 20]));
        });
        answer("/big", exchange -> send(exchange, 200, new byte[LIMIT * 2]));

        assertThat(fetch("/bomb"))
                .isInstanceOfSatisfying(
                        FetchResult.Unavailable.class,
                        e -> assertThat(e.reason()).startsWith("is larger than"));
        assertThat(fetch("/big"))
                .isInstanceOfSatisfying(
                        FetchResult.Unavailable.class,
                        e -> assertThat(e.reason()).startsWith("is larger than"));
    }

    @Test
    void anAnswerThatNeverEndsIsLeft() {
        answer("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
        });

        assertThat(fetcher(List.of("127.0.0.1"), Duration.ofSeconds(1)).fetch(FetchRequest.of(address("/drip"))))
                .isEqualTo(new FetchResult.Unavailable("did not finish within 1 s", 0, null));
    }

    @Test
    void filesOutsideOfTheirFolderAreNotRead(@TempDir Path folder) throws IOException {
        Path inside = Files.createDirectories(folder.resolve("in"));
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        Path link = Files.createSymbolicLink(inside.resolve("link.txt"), secret);
        FileFetcher files = new FileFetcher(inside, Clock.systemUTC());

        assertThat(files.fetch(FetchRequest.of(secret.toUri())))
                .isEqualTo(new FetchResult.Unavailable("lies outside of its folder", 0, null));
        assertThat(files.fetch(FetchRequest.of(link.toUri())))
                .isEqualTo(new FetchResult.Unavailable("lies outside of its folder", 0, null));
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private void answer(String path, Answer answer) {
        server.createContext(path, answer::to);
    }

    private FetchResult fetch(String path) {
        return fetcher.fetch(FetchRequest.of(address(path)));
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        send(exchange, 302, new byte[0]);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static HttpFetcher fetcher(List<String> allowed, Duration timeout) {
        Clock clock = Clock.systemUTC();
        FetchSettings settings = Fetching.settings(timeout, DataSize.ofBytes(LIMIT), allowed);
        return new HttpFetcher(
                settings,
                new AddressGuard(settings, new NameServers()),
                new HostPacer(settings, clock),
                new Exchanges(new Connections(settings), settings, new AnswerMemory()),
                Metering.pages(),
                clock,
                "test");
    }
}
