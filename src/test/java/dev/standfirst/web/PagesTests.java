package dev.standfirst.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.StandfirstApplication;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.LinkToken;
import dev.standfirst.subscriber.LinkToken.Purpose;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscription.Status;
import dev.standfirst.subscriber.Subscriptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The pages over real HTTP. */
class PagesTests {

    private static final EmailAddress ADA = new EmailAddress("ada@example.org");
    private static final String MAIL = "20261118T060000.000Z-0001-ada@example.org.eml";

    @TempDir
    private static Path data;

    private static ConfigurableApplicationContext context;
    private static String site;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(data.resolve("mailbox"));
        Files.writeString(data.resolve("mailbox").resolve(MAIL), """
                From: Brief <brief@standfirst.example>
                To: ada@example.org
                Subject: <b>Tides</b>
                Content-Type: text/html; charset=utf-8

                <p>Hello <a href="https://standfirst.localhost/e/sample/2026-11-18">here</a> <a href="https://a.example/1">there</a></p>
                """);
        context = new SpringApplicationBuilder(StandfirstApplication.class)
                .run("--standfirst.data=" + data, "--standfirst.home=" + data, "--server.port=0");
        site = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void openingTheUnsubscribeLinkChangesNothing() throws Exception {
        Subscription subscription = subscribe("looking");

        assertThat(get("/u/" + token(subscription)).body()).contains("Stop these mails?", "ada@example.org");
        assertThat(status(subscription)).isEqualTo(Status.CONFIRMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded|List-Unsubscribe=One-Click",
                "multipart/form-data; boundary=b|--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n"
            })
    void oneClickActsAtOnceInBothEncodings(String request) throws Exception {
        String[] parts = request.split("\\|");
        Subscription subscription = subscribe("one-click-" + parts[0].charAt(0));

        HttpResponse<String> answer = post("/u/" + token(subscription), parts[0], parts[1]);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(status(subscription)).isEqualTo(Status.UNSUBSCRIBED);
        assertThat(post("/u/" + token(subscription), parts[0], parts[1]).statusCode())
                .isEqualTo(200);
    }

    @Test
    void leavingCanBeUndone() throws Exception {
        Subscription subscription = subscribe("undo");
        String form = "application/x-www-form-urlencoded";
        post("/u/" + token(subscription), form, "List-Unsubscribe=One-Click");

        assertThat(post("/u/" + token(subscription), form, "undo=yes").body()).contains("You are on the list again");
        assertThat(status(subscription)).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void anUnknownLinkSaysSo() throws Exception {
        assertThat(get("/u/1-AAAAAAAAAAAAAAAAAAAAAA").body()).contains("This link does not work");
    }

    @Test
    void theMailboxShowsMailsAndLeadsTheirLinksHere() throws Exception {
        assertThat(get("/mailbox").body()).contains("&lt;b&gt;Tides&lt;/b&gt;").doesNotContain("<b>Tides");
        assertThat(get("/mailbox/" + MAIL + "?view=headers").body()).contains("Subject: &lt;b&gt;Tides&lt;/b&gt;");
        HttpResponse<String> html = get("/mailbox/" + MAIL + "/html");
        assertThat(html.body()).contains("href=\"/e/sample/2026-11-18\"", "href=\"https://a.example/1\"");
        assertThat(html.headers().allValues("content-security-policy"))
                .singleElement()
                .asString()
                .contains("sandbox", "default-src 'none'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mailbox/missing.eml",
                "/e/sample/2026-11-18",
                "/e/sample/not-a-date",
                "/a/99",
                "/a/x",
                "/actuator",
                "/h2-console",
                "/nothing"
            })
    void whatIsNotHereIsNotFound(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void everyAnswerKeepsTheBrowserSafe() throws Exception {
        assertThat(get("/").headers().map())
                .containsKeys("content-security-policy", "x-content-type-options", "referrer-policy");
    }

    @Test
    void aForeignHostNameSeesNothing() throws IOException {
        assertThat(raw("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404");
    }

    private static String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), URI.create(site).getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Subscription subscribe(String list) {
        Subscriptions subscribers = context.getBean(Subscriptions.class);
        subscribers.add(list, ADA, "", Reason.of("test"));
        return subscribers.find(list, ADA).orElseThrow();
    }

    private static Status status(Subscription subscription) {
        return context.getBean(Subscriptions.class)
                .find(subscription.id())
                .orElseThrow()
                .status();
    }

    private static String token(Subscription subscription) {
        return context.getBean(LinkToken.class).of(Purpose.LEAVE, subscription.id());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(site + path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String type, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(site + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
