package dev.standfirst.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.StandfirstApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Under which names the pages are reached, and what every answer says, over real HTTP. */
class PagesTests {

    @TempDir
    private static Path data;

    private static ConfigurableApplicationContext context;
    private static String site;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        context = new SpringApplicationBuilder(StandfirstApplication.class)
                .run("--standfirst.data=" + data, "--standfirst.home=" + data, "--server.port=0");
        site = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/h2-console", "/nothing"})
    void whatIsNotHereIsNotFound(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void everyAnswerKeepsTheBrowserSafe() throws Exception {
        assertThat(get("/").headers().map())
                .containsKeys("content-security-policy", "x-content-type-options", "referrer-policy");
    }

    @Test
    void healthIsOneWordForEverybodyAndTheReasonsForWhoSitsHere() throws Exception {
        assertThat(get("/health").body()).startsWith("{\"status\":\"UP\",\"troubles\":[");
        String foreign = raw("GET /health HTTP/1.1\r\nHost: 192.0.2.7\r\nConnection: close\r\n\r\n");
        assertThat(foreign).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n{\"status\":\"UP\"}");
        assertThat(
                        raw(
                                "GET /health HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 192.0.2.7\r\nConnection: close\r\n\r\n"))
                .endsWith("\r\n\r\n{\"status\":\"UP\"}");
    }

    @Test
    void figuresAreForWhoSitsHere() throws Exception {
        HttpResponse<String> figures = get("/metrics");
        assertThat(figures.body()).contains("jvm_memory_used_bytes{");
        assertThat(figures.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain;version=0.0.4"));
        assertThat(
                        raw(
                                "GET /metrics HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 127.0.0.1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 401");
        assertThat(raw("GET /metrics HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404");
        assertThat(raw("POST /metrics HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405");
    }

    @Test
    void aForeignHostNameSeesNothing() throws IOException {
        assertThat(raw("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404");
        assertThat(raw("GET /privacy HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404");
    }

    @Test
    void readersSeeTheirPagesAndNotTheMailbox() throws IOException {
        assertThat(raw("GET /privacy HTTP/1.1\r\nHost: standfirst.localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
        assertThat(raw("GET /mailbox HTTP/1.1\r\nHost: readers.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "standfirst.localhost"})
    void theOperatorsPagesAreForWhoSignedIn(String host) throws IOException {
        assertThat(raw("GET /mailbox HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 303")
                .contains("Location: /sign-in?next=%2Fmailbox");
    }

    private static String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), URI.create(site).getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(site + path)).build(), BodyHandlers.ofString());
    }
}
