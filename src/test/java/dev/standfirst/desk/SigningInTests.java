package dev.standfirst.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.account.Account;
import dev.standfirst.account.Accounts;
import dev.standfirst.account.FirstOwner;
import dev.standfirst.account.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ways into the desk, over real HTTP. */
class SigningInTests {

    private static final String PASSWORD = "the tide comes in at four";

    @TempDir
    private static Path home;

    private static DeskSite site;

    @BeforeAll
    static void start() throws Exception {
        site = new DeskSite(home);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void whoIsNotSignedInIsLedToTheSignInAndBack() throws Exception {
        DeskSite.Browser browser = site.new Browser();
        assertThat(place(browser.get("/runs?digest=brief"))).isEqualTo("303 /sign-in?next=%2Fruns%3Fdigest%3Dbrief");
        assertThat(browser.get("/overview/running", "HX-Request", "true")
                        .headers()
                        .firstValue("HX-Redirect"))
                .as("a part of a page has the whole page go there")
                .contains("/sign-in");

        withPassword("ines");
        assertThat(place(browser.post("/sign-in", Map.of("name", "ines", "password", PASSWORD, "next", "/runs"))))
                .isEqualTo("303 /runs");
        assertThat(browser.get("/runs").statusCode()).isEqualTo(200);
        assertThat(place(browser.post("/sign-out", Map.of()))).isEqualTo("303 /sign-in");
        assertThat(browser.get("/runs").statusCode()).isEqualTo(303);
    }

    @Test
    void aSignInLeadsToNoOtherPlaceThanTheDesk() throws Exception {
        withPassword("omar");
        for (String next :
                new String[] {"https://evil.example/", "//evil.example", "/\\evil.example", "/s/list", "/sign-in"}) {
            DeskSite.Browser browser = site.new Browser();
            assertThat(place(browser.post("/sign-in", Map.of("name", "omar", "password", PASSWORD, "next", next))))
                    .as(next)
                    .isEqualTo("303 /");
        }
    }

    @Test
    void aLinkSignsInOnceAndByItsButtonAlone() throws Exception {
        String link = site.link(site.account("zoe", Role.READER));
        DeskSite.Browser scanner = site.new Browser();
        assertThat(scanner.get(link).body()).contains("Sign in as zoe");
        assertThat(scanner.get("/").statusCode())
                .as("opening it changes nothing")
                .isEqualTo(303);

        DeskSite.Browser browser = site.new Browser();
        assertThat(place(browser.post(link, Map.of()))).isEqualTo("303 /settings/me?first");
        assertThat(browser.get("/").body()).contains("zoe");
        assertThat(site.new Browser().post(link, Map.of()).statusCode()).isEqualTo(404);
        assertThat(site.new Browser().get("/sign-in/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void theFirstOwnerGetsALinkUntilSomebodyWasHere() throws Exception {
        FirstOwner first = site.bean(FirstOwner.class);
        site.bean(Accounts.class)
                .all()
                .forEach(account -> assertThat(account.name()).isNotEqualTo("owner"));
        site.signedIn("early", Role.OWNER);
        assertThat(first.link()).isEmpty();
    }

    @Test
    void aNewSignInIsANewSecretAndAPasswordEndsAllOthers() throws Exception {
        Account account = withPassword("lea");
        DeskSite.Browser one = site.new Browser();
        one.cookies().put("standfirst", "A".repeat(43));
        one.post("/sign-in", Map.of("name", "lea", "password", PASSWORD));
        assertThat(one.cookies().get("standfirst")).isNotEqualTo("A".repeat(43));
        DeskSite.Browser other = site.new Browser();
        other.post(site.link(account), Map.of());
        assertThat(other.get("/").statusCode()).isEqualTo(200);

        assertThat(place(one.post("/settings/me/password", Map.of("password", "another sentence of mine"))))
                .isEqualTo("303 /settings/me?said=me.password");
        assertThat(one.get("/").statusCode()).isEqualTo(200);
        assertThat(other.get("/").statusCode()).as("signed out").isEqualTo(303);
        assertThat(one.post("/settings/me/password", Map.of("password", "short"))
                        .body())
                .contains("A password has at least 10 characters");
    }

    @Test
    void guessingGetsSlowerAndShutsNobodyOut() throws Exception {
        withPassword("guessed");
        DeskSite.Browser browser = site.new Browser();
        for (int i = 0; i < 5; i++) {
            assertThat(wrong(browser).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> slowed = browser.post("/sign-in", Map.of("name", "guessed", "password", PASSWORD));
        assertThat(slowed.statusCode()).as("also the right one waits").isEqualTo(429);
        assertThat(slowed.headers().firstValue("Retry-After")).isPresent();

        site.clock().move(Duration.ofSeconds(2));
        assertThat(place(browser.post("/sign-in", Map.of("name", "guessed", "password", PASSWORD))))
                .isEqualTo("303 /");
    }

    @Test
    void nothingIsDoneWithoutTheTokenOfAPage() throws Exception {
        DeskSite.Browser owner = site.signedIn("theo", Role.OWNER);
        HttpResponse<String> answer = owner.postWithout("/digests/brief/run", Map.of());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("This page was open for too long");
        assertThat(site.new Browser()
                        .postWithout("/sign-in", Map.of("name", "theo", "password", PASSWORD))
                        .statusCode())
                .as("nobody is signed in by a foreign page")
                .isEqualTo(403);
    }

    @Test
    void aCookieIsForNoScriptAndNoForeignPage() throws Exception {
        HttpResponse<String> answer = site.new Browser().post(site.link(site.account("kay", Role.READER)), Map.of());
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("standfirst=")
                        .contains("; HttpOnly", "; SameSite=Lax", "; Path=/"));
    }

    @Test
    void whereNoProviderIsNamedNothingOfOneShows() throws Exception {
        DeskSite.Browser browser = site.new Browser();
        assertThat(browser.get("/sign-in").body()).doesNotContain("oidc", "Sign in with");
        assertThat(browser.get("/sign-in/oidc").statusCode()).isEqualTo(404);
        assertThat(browser.get("/sign-in/oidc/back?code=1&state=2").statusCode())
                .isEqualTo(404);
    }

    private static HttpResponse<String> wrong(DeskSite.Browser browser) throws Exception {
        return browser.post("/sign-in", Map.of("name", "guessed", "password", "not this one"));
    }

    private static Account withPassword(String name) {
        Account account = site.account(name, Role.OWNER);
        site.bean(Accounts.class).setPassword(account, PASSWORD);
        return account;
    }

    private static String place(HttpResponse<String> answer) {
        return answer.statusCode() + " "
                + answer.headers().firstValue("Location").orElse("");
    }
}
