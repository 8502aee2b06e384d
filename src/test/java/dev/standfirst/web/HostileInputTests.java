package dev.standfirst.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.HostileTexts;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscription.Status;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes into a page for readers: never a 500, never as markup, never anything changed by it. */
class HostileInputTests {

    private static final int SHARE = 6;

    private static final List<String> FIELDS = List.of(
            "email",
            "shown",
            "lang",
            "q",
            "month",
            "before",
            "topic",
            "later",
            "cadence",
            "day",
            "weekday",
            "hour",
            "zone",
            "language",
            "in",
            "out",
            "foreign",
            "format",
            "do",
            "until",
            "undo",
            "instead",
            "List-Unsubscribe",
            "other");

    @TempDir
    private static Path home;

    private static ReaderSite site;
    private static Subscription subscription;
    private static List<String> pages;

    @BeforeAll
    static void start() throws Exception {
        site = new ReaderSite(home);
        subscription = site.subscribe("morning-brief", "victim@example.org");
        pages = List.of(
                "/s/morning-brief",
                "/s/morning-brief/form",
                "/s/morning-brief/embed",
                "/c/unknown",
                site.choose(subscription),
                site.leave(subscription),
                "/me",
                "/me/unknown",
                "/archive/morning",
                "/archive/morning/feed.xml",
                "/e/morning/2026-11-18",
                "/privacy");
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void textsInEveryFieldOfEveryPageAreTextOrRefused() throws Exception {
        int turn = 0;
        for (String page : pages) {
            for (String field : FIELDS) {
                // Each field gets a sixth of the texts; over the pages it gets them all.
                turn++;
                for (int i = turn % SHARE; i < HostileTexts.ALL.size(); i += SHARE) {
                    String parameter = encoded(field) + "=" + encoded(HostileTexts.ALL.get(i));
                    safe(site.get(page + "?" + parameter), page, field, HostileTexts.ALL.get(i));
                    safe(site.post(page, parameter), page, field, HostileTexts.ALL.get(i));
                }
            }
            turn++;
        }
        assertThat(site.now(subscription).status()).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void textsInFormsThatAreElseRightAreShownAsText() throws Exception {
        for (String text : HostileTexts.ALL) {
            String shown = site.shown("/s/morning-brief");
            safe(site.post("/s/morning-brief", "shown=" + shown + "&email=" + encoded(text)), "join", "email", text);
            safe(site.post("/me", "shown=" + site.shown("/me") + "&email=" + encoded(text)), "me", "email", text);
            String choices = "do=SAVE&topic=Coast&later=yes&cadence=EACH&in=" + encoded(text) + "&out=" + encoded(text);
            safe(site.post(site.choose(subscription), choices), "choose", "in", text);
            safe(site.get(site.choose(subscription)), "choose", "in", text);
        }
    }

    @Test
    void textsInEveryPathAreNotFound() throws Exception {
        for (String text : HostileTexts.ALL) {
            for (String path : List.of("/s/", "/c/", "/p/", "/u/", "/me/", "/e/morning/", "/e/", "/archive/", "/a/")) {
                String answer = site.raw("GET %s%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                        .formatted(path, encoded(text).replace("+", "%20")));
                assertThat(answer)
                        .as(path + text)
                        .startsWith("HTTP/1.1 4")
                        .doesNotContain("<script", "<img", "<svg on");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=%",
                "q=%zz",
                "q=%ff%fe",
                "q=%c0%ae",
                "q=%ed%a0%80",
                "q=%00",
                "q[]=1",
                "q%5B0%5D=1",
                "q=a&q=b",
                "<x>=1",
                "month=2026-11&month=2026-10",
                "before=0000-00-00&q=x",
                "month=-999999999-01",
                "=x"
            })
    void parametersThatNoFormOfOursSendsAreRefused(String query) throws Exception {
        String answer = site.raw(
                "GET /archive/morning?%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".formatted(query));

        assertThat(answer).startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded, email=a&email=b, 400",
        "application/x-www-form-urlencoded, email[]=a, 400",
        "application/x-www-form-urlencoded, email=%00, 400",
        "application/x-www-form-urlencoded, email=%ff, 400",
        "application/x-www-form-urlencoded, email=%zz, 400",
        "application/x-www-form-urlencoded;charset=utf-16, email=a, 415",
        "application/x-www-form-urlencoded;charset=nonsense, email=a, 415",
        "application/json, {\"email\":1}, 415",
        "text/plain, email=a, 415",
        "multipart/form-data, email=a, 400",
        "nonsense, email=a, 415"
    })
    void bodiesThatNoFormOfOursSendsAreRefused(String type, String body, int status) throws Exception {
        HttpResponse<String> answer = site.send(site.request("/s/morning-brief")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-security-policy").orElseThrow())
                .contains("default-src 'none'");
    }

    @Test
    void aLongBodyIsRefusedUnread() throws Exception {
        assertThat(site.post("/s/morning-brief", "email=" + "a".repeat(70_000)).statusCode())
                .isEqualTo(413);
        StringBuilder many = new StringBuilder("email=a");
        for (int i = 0; i < 2000; i++) {
            many.append("&f").append(i).append("=1");
        }
        assertThat(site.post("/s/morning-brief", many.toString()).statusCode()).isEqualTo(400);
        assertThat(chunked("application/x-www-form-urlencoded", "email=" + "a".repeat(70_000)))
                .startsWith("HTTP/1.1 4");
        assertThat(chunked("multipart/form-data; boundary=b", "--b--")).startsWith("HTTP/1.1 411");
    }

    @Test
    void aBodyInPiecesActsAsAWholeOneDoes() throws Exception {
        Subscription pieces = site.subscribe("morning-brief", "pieces@example.org");
        String body = "List-Unsubscribe=One-Click";

        String answer = site.raw("""
                POST %s HTTP/1.1\r
                Host: standfirst.localhost\r
                Content-Type: application/x-www-form-urlencoded\r
                Transfer-Encoding: chunked\r
                Connection: close\r
                \r
                %x\r
                %s\r
                0\r
                \r
                """.formatted(site.leave(pieces), body.length(), body));

        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(site.now(pieces).status()).isEqualTo(Status.UNSUBSCRIBED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "HEAD", "OPTIONS"})
    void otherMethodsChangeNothing(String method) throws Exception {
        for (String page : pages) {
            int status = site.send(site.request(page + "?List-Unsubscribe=One-Click&do=WEEK")
                            .method(method, BodyPublishers.noBody())
                            .build())
                    .statusCode();
            assertThat(status).as(method + " " + page).isLessThan(500);
        }
        assertThat(site.now(subscription).status()).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void aParameterOfTheAddressIsNoAnswerToTheQuestion() throws Exception {
        Subscription asked = site.subscribe("morning-brief", "asked@example.org");

        assertThat(site.get(site.leave(asked) + "?List-Unsubscribe=One-Click").statusCode())
                .isEqualTo(200);
        assertThat(site.now(asked).status()).isEqualTo(Status.CONFIRMED);
    }

    private static String chunked(String type, String body) throws IOException {
        return site.raw(
                "POST /s/morning-brief HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n%x\r\n%s\r\n0\r\n\r\n"
                        .formatted(type, body.length(), body));
    }

    private static void safe(HttpResponse<String> answer, String page, String field, String text) {
        String what = "%s with %s: %s".formatted(page, field, text);
        assertThat(answer.statusCode()).as(what).isLessThan(500);
        assertThat(answer.headers().firstValue("set-cookie")).as(what).isEmpty();
        assertThat(answer.headers().firstValue("location")).as(what).isEmpty();
        assertThat(answer.body())
                .as(what)
                .doesNotContain("<script", "<img src=x", "<svg on", "onfocus='" + HostileTexts.MARK, "\0", "\u001B");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
