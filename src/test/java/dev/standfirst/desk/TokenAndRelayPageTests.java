package dev.standfirst.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.account.Audit;
import dev.standfirst.account.Role;
import dev.standfirst.api.Scope;
import dev.standfirst.api.Tokens;
import dev.standfirst.mail.SmtpSink;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens and mail servers in a browser, over real HTTP, with a mail server that is really there. */
class TokenAndRelayPageTests {

    private static final Pattern SECRET = Pattern.compile("sf_[0-9]+_[A-Za-z0-9_-]{43}");

    @TempDir
    private static Path home;

    private static SmtpSink sink;
    private static DeskSite site;
    private static DeskSite.Browser owner;

    @BeforeAll
    static void start() throws Exception {
        sink = new SmtpSink();
        site = new DeskSite(
                home,
                "--standfirst.mail.host=127.0.0.1",
                "--standfirst.mail.port=" + sink.port(),
                "--standfirst.mail.tls=none");
        owner = site.signedIn("ines", Role.OWNER);
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
        sink.close();
    }

    @Test
    void aTokenIsShownOnceWorksAndIsRemoved() throws Exception {
        HttpResponse<String> made =
                owner.post("/settings/tokens", Map.of("name", "Report 1.0", "scope", "digests:read", "days", "30"));
        Matcher secret = SECRET.matcher(made.body());

        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(secret.find()).isTrue();
        assertThat(owner.get("/settings/tokens").body())
                .contains("Report 1.0", "digests:read", "18 Dec 2026", "Last used </span>never")
                .doesNotContainPattern(SECRET);
        assertThat(site.new Browser()
                        .get("/api/v1/digests", "Authorization", "Bearer " + secret.group())
                        .statusCode())
                .isEqualTo(200);
        assertThat(owner.get("/settings/tokens").body()).doesNotContain("Last used </span>never");

        HttpResponse<String> removed = owner.post("/settings/tokens/Report%201.0/remove", Map.of());
        assertThat(removed.headers().firstValue("Location")).contains("/settings/tokens?said=token.removed");
        assertThat(site.bean(Tokens.class).all()).isEmpty();
        assertThat(owner.post("/settings/tokens/Report%201.0/remove", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(site.bean(Audit.class).latest(Long.MAX_VALUE, 20))
                .extracting(entry -> entry.act() + " " + entry.about())
                .contains("token.made Report 1.0", "token.removed Report 1.0")
                .noneMatch(line -> SECRET.matcher(line).find());
    }

    @Test
    void mistakesAreToldBesideTheirFields() throws Exception {
        HttpResponse<String> wrong =
                owner.post("/settings/tokens", Map.of("name", "<b>x", "scope", "all:write", "days", "99999"));

        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body())
                .containsPattern("id=\"name-error\">.*A name is a letter or digit")
                .containsPattern("id=\"scope-error\">.*Tick at least one")
                .containsPattern("id=\"days-error\">.*a number from 1 to 3,650")
                .contains("value=\"&lt;b&gt;x\"");
        site.bean(Tokens.class).add("taken", Set.of(Scope.RUNS_READ), Duration.ofMinutes(1));
        assertThat(owner.post("/settings/tokens", Map.of("name", "taken", "scope", "runs:read", "days", "1"))
                        .statusCode())
                .isEqualTo(409);
        Instant before = site.clock().instant();
        site.clock().set(before.plus(Duration.ofMinutes(2)));
        assertThat(owner.get("/settings/tokens").body()).contains("Expired");
        site.clock().set(before);
        site.bean(Tokens.class).remove("taken");
    }

    @Test
    void aMailServerIsLookedAtAndSentNothing() throws Exception {
        int sent = sink.senders().size();
        HttpResponse<String> seen = owner.post("/settings/relays/check", Map.of());

        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.body())
                .contains("mail (127.0.0.1:%d) answers".formatted(sink.port()), "220 sink ESMTP", "Nothing was sent.");
        assertThat(sink.senders()).hasSize(sent);
        assertThat(owner.get("/settings").body()).contains("/settings/relays/check", "/settings/tokens");
    }
}
