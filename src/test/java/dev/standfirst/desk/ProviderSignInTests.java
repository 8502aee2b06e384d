package dev.standfirst.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.MovableClock;
import dev.standfirst.account.Accounts;
import dev.standfirst.account.Audit;
import dev.standfirst.account.Role;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-in at a provider by OpenID Connect, over real HTTP on both sides. */
class ProviderSignInTests {

    private static final String NAME = "ines@harbour.example";
    private static final String COOKIE = "__Host-standfirst-oidc";
    private static final MovableClock CLOCK = new MovableClock();

    @TempDir
    private static Path home;

    private static StubProvider provider;
    private static DeskSite site;

    @BeforeAll
    static void start() throws Exception {
        provider = new StubProvider(CLOCK);
        provider.goesAway();
        site = new DeskSite(
                home,
                "--standfirst.public-url=https://127.0.0.1",
                "--standfirst.oidc.issuer=" + provider.issuer(),
                "--standfirst.oidc.client-id=" + StubProvider.CLIENT,
                "--standfirst.oidc.client-secret=" + StubProvider.SECRET,
                "--standfirst.oidc.name=Harbour ID");
        assertThat(site.new Browser().get("/sign-in/oidc").statusCode())
                .as("it started while the provider was away")
                .isEqualTo(503);
        provider.comesBack();
        site.account(NAME, Role.OWNER);
    }

    @AfterAll
    static void stop() {
        site.close();
        provider.close();
    }

    /** Whatever a test before made of the provider is forgotten by then. */
    @BeforeEach
    void anHourLater() {
        site.clock().move(Duration.ofHours(1));
        CLOCK.set(site.clock().instant());
        provider.says(confirmed(NAME));
    }

    @Test
    void whoHasAnAccountComesInAndIsLedToThePageThatWasWanted() throws Exception {
        DeskSite.Browser browser = site.new Browser();
        browser.cookies().put("__Host-standfirst", "A".repeat(43));
        assertThat(browser.get("/sign-in?next=%2Fruns%3Fdigest%3Dbrief").body())
                .contains("href=\"/sign-in/oidc?next=%2Fruns%3Fdigest%3Dbrief\"", "Sign in with Harbour ID");

        HttpResponse<String> answer = signIn(browser, "/runs?digest=brief");

        assertThat(place(answer)).isEqualTo("303 /runs?digest=brief");
        assertThat(browser.cookies()).doesNotContainKey(COOKIE);
        assertThat(browser.cookies().get("__Host-standfirst")).hasSize(43).isNotEqualTo("A".repeat(43));
        assertThat(browser.get("/runs").body()).contains(NAME);
        assertThat(site.bean(Audit.class).latest(Long.MAX_VALUE, 1))
                .extracting(entry -> entry.who() + " " + entry.act() + " " + entry.about())
                .containsExactly(NAME + " signed.in.oidc 127.0.0.1");
        assertThat(browser.get("/settings").body()).contains("signed in by OpenID Connect at");
    }

    @Test
    void theProviderIsAskedAsItShouldBeAndTheBrowserKeepsWhatItBegan() throws Exception {
        HttpResponse<String> answer = site.new Browser().get("/sign-in/oidc?next=/runs");
        Map<String, String> asked =
                StubProvider.fields(URI.create(location(answer)).getRawQuery());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location(answer)).startsWith(provider.issuer() + "/authorize?");
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", StubProvider.CLIENT)
                .containsEntry("scope", "openid email")
                .containsEntry("redirect_uri", "https://127.0.0.1/sign-in/oidc/back")
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("state", "nonce", "code_challenge");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith(COOKIE))
                .singleElement()
                .asString()
                .contains("; Max-Age=600;", "; HttpOnly", "; SameSite=Lax", "; Secure", "; Path=/")
                .doesNotContain(asked.get("state"), asked.get("nonce"), asked.get("code_challenge"));
    }

    @Test
    void aBrowserUnderANameOfThisMachineIsLedToThePublicOneFirst() throws Exception {
        DeskSite.Browser browser = site.new Browser(site.base().replace("127.0.0.1", "localhost"));
        assertThat(place(browser.get("/sign-in/oidc?next=/runs")))
                .isEqualTo("303 https://127.0.0.1/sign-in/oidc?moved&next=%2Fruns");
        assertThat(location(browser.get("/sign-in/oidc?moved&next=/runs")))
                .as("a proxy that hides the public name makes no circle")
                .startsWith(provider.issuer());
    }

    @Test
    void whoHasNoAccountIsToldWhatToDoAndStaysOutside() throws Exception {
        provider.says(confirmed("<omar>@harbour.example"));
        DeskSite.Browser browser = site.new Browser();
        HttpResponse<String> answer = signIn(browser, "/runs");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains(
                        "no account named &lt;omar&gt;@harbour.example",
                        "Ask an owner",
                        "name=\"next\" value=\"/runs\"")
                .doesNotContain(NAME);
        assertOutside(browser);
        assertThat(site.bean(Accounts.class).find("<omar>@harbour.example")).isEmpty();
    }

    @Test
    void namesAreComparedLetterByLetter() throws Exception {
        provider.says(confirmed("Ines@harbour.example"));
        assertThat(signIn(site.new Browser(), "/").body()).contains("no account named Ines@harbour.example");
        provider.says(confirmed(NAME + "\0"));
        assertThat(signIn(site.new Browser(), "/").statusCode()).isEqualTo(403);
    }

    @Test
    void anAddressThatWasNotConfirmedCountsForNothing() throws Exception {
        for (Map<String, ?> claims : List.of(Map.of("email", NAME, "email_verified", false), Map.of("email", NAME))) {
            provider.says(claims);
            provider.saysWhenAsked(Map.of("sub", "1234"));
            DeskSite.Browser browser = site.new Browser();
            HttpResponse<String> answer = signIn(browser, "/");
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("but not that it was confirmed");
            assertOutside(browser);
        }
    }

    @Test
    void whatIsNotInTheTokenIsAskedForAndCountsForThatPersonAlone() throws Exception {
        provider.says(Map.of());
        provider.saysWhenAsked(confirmed(NAME));
        provider.saysWhenAsked(Map.of("sub", "1234"));
        assertThat(place(signIn(site.new Browser(), "/"))).isEqualTo("303 /");

        provider.saysWhenAsked(Map.of("sub", "5678"));
        assertRefused("[invalid_user_info_response]");
        provider.says(Map.of());
        provider.saysWhenAsked(confirmed(NAME));
        assertRefused("sub");
        provider.saysWhenAsked(Map.of("sub", "1234", "email", ""));
        assertThat(signIn(site.new Browser(), "/").body()).contains("email is missing");
    }

    @Test
    void aTokenOfAnotherSignInIsRefused() throws Exception {
        provider.says(and(confirmed(NAME), "nonce", "another"));
        assertRefused("[invalid_nonce]");
    }

    @Test
    void aTokenForAnotherProgramIsRefused() throws Exception {
        provider.says(and(confirmed(NAME), "aud", "another"));
        assertRefused("aud");
        provider.says(and(confirmed(NAME), "aud", List.of(StubProvider.CLIENT, "another")));
        assertRefused("azp");
    }

    @Test
    void aTokenOfAnotherProviderIsRefused() throws Exception {
        provider.says(and(confirmed(NAME), "iss", "https://evil.example"));
        assertRefused("iss");
    }

    @Test
    void aTokenThatEndedOrHasNotBegunIsRefused() throws Exception {
        provider.says(lasting(-300, -61));
        assertRefused("expired");
        provider.says(lasting(61, 300));
        assertRefused("iat");
        provider.says(lasting(-300, -59));
        assertThat(place(signIn(site.new Browser(), "/")))
                .as("clocks may differ by a minute")
                .isEqualTo("303 /");
    }

    @Test
    void aTokenThatAnotherKeySignedIsRefused() throws Exception {
        provider.signsWithAnotherKey();
        assertRefused("Invalid signature");
    }

    @Test
    void anotherBrowserCannotComeBackInThePlaceOfTheOneThatLeft() throws Exception {
        DeskSite.Browser attacker = site.new Browser();
        String back = provider.signIn(location(attacker.get("/sign-in/oidc")));

        DeskSite.Browser stranger = site.new Browser();
        assertThat(stranger.get(path(back)).body()).contains("was not begun in this browser");
        DeskSite.Browser victim = site.new Browser();
        victim.get("/sign-in/oidc");
        assertThat(victim.get(path(back)).statusCode())
                .as("one that has left, too")
                .isEqualTo(400);
        assertOutside(stranger);
        assertOutside(victim);
        assertThat(victim.cookies()).as("its own way in stays open").containsKey(COOKIE);
        assertThat(place(attacker.get(path(back)))).isEqualTo("303 /");
    }

    @Test
    void aCodeWorksOnce() throws Exception {
        DeskSite.Browser browser = site.new Browser();
        String back = provider.signIn(location(browser.get("/sign-in/oidc")));
        String kept = browser.cookies().get(COOKIE);
        assertThat(place(browser.get(path(back)))).isEqualTo("303 /");
        assertThat(browser.get(path(back)).statusCode()).as("it is used up").isEqualTo(400);

        DeskSite.Browser thief = site.new Browser();
        thief.cookies().put(COOKIE, kept);
        assertThat(thief.get(path(back)).statusCode())
                .as("with the cookie, too")
                .isEqualTo(502);
        assertOutside(thief);
    }

    @Test
    void whoSaysNoAtTheProviderIsBackAtTheSignIn() throws Exception {
        provider.refusesWith("access_denied");
        DeskSite.Browser browser = site.new Browser();
        HttpResponse<String> answer = signIn(browser, "/runs");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("was declined there", "name=\"password\"");
        assertOutside(browser);
        provider.refusesWith("invalid_scope%3Cb%3E");
        assertThat(signIn(site.new Browser(), "/").statusCode()).isEqualTo(502);
        provider.refusesWith("temporarily_unavailable");
        assertThat(signIn(site.new Browser(), "/").statusCode()).isEqualTo(503);
    }

    @Test
    void aProviderThatIsAwayIsToldInWordsAndThePasswordStillWorks() throws Exception {
        DeskSite.Browser browser = site.new Browser();
        String back = provider.signIn(location(browser.get("/sign-in/oidc")));
        provider.goesAway();
        try {
            assertThat(browser.get(path(back)).statusCode())
                    .as("it went while somebody was there")
                    .isEqualTo(503);
            site.clock().move(Duration.ofMinutes(1));
            HttpResponse<String> answer = browser.get("/sign-in/oidc?next=/runs");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body())
                    .contains("does not work at the moment", "Name and password still work", "name=\"password\"")
                    .contains("name=\"next\" value=\"/runs\"");
            site.bean(Accounts.class).setPassword(site.account("lea", Role.OWNER), "the tide comes in at four");
            assertThat(place(browser.post("/sign-in", Map.of("name", "lea", "password", "the tide comes in at four"))))
                    .isEqualTo("303 /");
        } finally {
            provider.comesBack();
        }
        site.clock().move(Duration.ofSeconds(10));
        CLOCK.set(site.clock().instant());
        assertThat(place(signIn(site.new Browser(), "/"))).isEqualTo("303 /");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example", "/\\evil.example", "/s/list", "/sign-in/oidc"})
    void aSignInLeadsToNoOtherPlaceThanTheDesk(String next) throws Exception {
        assertThat(place(signIn(site.new Browser(), next))).isEqualTo("303 /");
        DeskSite.Browser browser = site.new Browser();
        String back = provider.signIn(location(browser.get("/sign-in/oidc")));
        String secret = browser.cookies().get(COOKIE).replaceFirst("\\..*", "");
        browser.cookies().put(COOKIE, new dev.standfirst.account.PendingSignIn(secret, next).cookie());
        assertThat(place(browser.get(path(back))))
                .as("not by what a browser says that it keeps")
                .isEqualTo("303 /");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "?code=1", "?state=", "?state=x&state=y", "?code=%00&state=%FF", "?error=%3Cb%3E&state=x"})
    void whatNoProviderSendsIsNeverAnErrorOfOurs(String query) throws Exception {
        DeskSite.Browser browser = site.new Browser();
        browser.get("/sign-in/oidc");
        assertThat(browser.get("/sign-in/oidc/back" + query).statusCode()).isEqualTo(400);
        browser.cookies().put(COOKIE, "A".repeat(43) + ".A");
        assertThat(browser.get("/sign-in/oidc/back" + query).statusCode()).isEqualTo(400);
    }

    @Test
    void whoIsSignedInGoesNowhere() throws Exception {
        DeskSite.Browser browser = site.new Browser();
        signIn(browser, "/");
        assertThat(place(browser.get("/sign-in/oidc?next=/runs"))).isEqualTo("303 /runs");
    }

    /** Through the door and back, as a browser goes. */
    private static HttpResponse<String> signIn(DeskSite.Browser browser, String next) throws Exception {
        HttpResponse<String> left =
                browser.get("/sign-in/oidc?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        assertThat(left.statusCode()).isEqualTo(303);
        return browser.get(path(provider.signIn(location(left))));
    }

    private static void assertRefused(String reason) throws Exception {
        DeskSite.Browser browser = site.new Browser();
        HttpResponse<String> answer = signIn(browser, "/");
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("did not hold up to our checks", "name=\"password\"");
        assertOutside(browser);
        List<String> log = Files.readAllLines(home.resolve("data/standfirst.log"));
        assertThat(log.get(log.size() - 1)).contains("a sign-in by " + provider.issuer() + " failed", reason);
    }

    private static void assertOutside(DeskSite.Browser browser) throws Exception {
        assertThat(browser.cookies()).doesNotContainKey("__Host-standfirst");
        assertThat(browser.get("/").statusCode()).isEqualTo(303);
    }

    /** From so many seconds after now to so many. */
    private static Map<String, Object> lasting(long from, long to) {
        Instant now = CLOCK.instant();
        return and(
                and(confirmed(NAME), "iat", Date.from(now.plusSeconds(from))), "exp", Date.from(now.plusSeconds(to)));
    }

    private static Map<String, Object> confirmed(String email) {
        return new HashMap<>(Map.of("email", email, "email_verified", true));
    }

    private static Map<String, Object> and(Map<String, Object> claims, String name, Object value) {
        claims.put(name, value);
        return claims;
    }

    /** Under the public name, which is that of this machine here. */
    private static String path(String address) {
        assertThat(address).startsWith("https://127.0.0.1/");
        return address.substring("https://127.0.0.1".length());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String place(HttpResponse<String> answer) {
        return answer.statusCode() + " " + location(answer);
    }
}
