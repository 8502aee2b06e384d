package dev.standfirst.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.account.Audit;
import dev.standfirst.account.Role;
import dev.standfirst.delivery.DeliveryState;
import dev.standfirst.delivery.Ledger;
import dev.standfirst.edition.ApprovalRecords;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.StoredEdition;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the desk shows and does, over real HTTP. */
class DeskTests {

    private static final String WAITING = "/editions/press/2026-11-18";

    @TempDir
    private Path home;

    private DeskSite site;
    private DeskSite.Browser owner;

    @BeforeEach
    void start() throws Exception {
        site = new DeskSite(home);
        owner = site.signedIn("ines", Role.OWNER);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void theOverviewSaysWhatNeedsSomebody() throws Exception {
        assertThat(owner.get("/").body())
                .contains("Press Club of Wed 18 Nov waits for you", "Is skipped at 13:00 without approval.")
                .contains("No mail server is named");
    }

    @Test
    void anEditionIsShownAsItIsSentAndInAFrameThatDoesNothing() throws Exception {
        assertThat(owner.get(WAITING).body())
                .contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"")
                .contains("Approve for 3 people");
        HttpResponse<String> mail = owner.get(WAITING + "/mail");
        assertThat(mail.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "sandbox", "frame-ancestors 'self'")
                .doesNotContain("script");
        assertThat(mail.body()).doesNotContain("\uE000", "\uE001");
    }

    @Test
    void approvingGoesOutAtItsHourAndCanBeTakenBack() throws Exception {
        assertThat(place(owner.post(WAITING + "/approve", Map.of()))).isEqualTo(WAITING + "?said=edition.approved");
        assertThat(state()).isEqualTo("APPROVED");
        assertThat(place(owner.post(WAITING + "/approve", Map.of())))
                .as("a double click")
                .isEqualTo(WAITING + "?said=edition.already");
        owner.post(WAITING + "/take-back", Map.of());
        assertThat(state()).isEqualTo("WAITING");
        owner.post(WAITING + "/skip", Map.of());
        assertThat(state()).isEqualTo("SKIPPED");
        assertThat(owner.post(WAITING + "/approve", Map.of()).body()).contains("That cannot be decided now");
        assertThat(site.bean(Audit.class).latest(Long.MAX_VALUE, 3))
                .extracting(entry -> entry.who() + " " + entry.act() + " " + entry.about())
                .containsExactly(
                        "ines edition.skipped press 2026-11-18",
                        "ines edition.taken.back press 2026-11-18",
                        "ines edition.approved press 2026-11-18");
    }

    @Test
    void aTestIsMailedToOneAddressAndCountsForNothing() throws Exception {
        assertThat(place(owner.post(WAITING + "/test", Map.of("to", "me@example.org"))))
                .isEqualTo(WAITING + "?said=edition.tested");
        assertThat(place(owner.post(WAITING + "/test", Map.of("to", "me"))))
                .isEqualTo(WAITING + "?said=edition.test.address");
        assertThat(owner.get("/mailbox").body()).contains("me@example.org");
        assertThat(site.bean(Ledger.class).counts(edition().id()).of(DeliveryState.SENT))
                .isZero();
    }

    @Test
    void theMailboxShowsMailsAndLeadsTheirLinksHere() throws Exception {
        String name = "20261118T060000.000Z-0001-ada@example.org.eml";
        Files.writeString(home.resolve("data/mailbox").resolve(name), """
                From: Brief <brief@standfirst.example>
                To: ada@example.org
                Subject: <b>Tides</b>
                Content-Type: text/html; charset=utf-8

                <p>Hello <a href="https://standfirst.localhost/e/sample/2026-11-18">here</a> <a href="https://a.example/1">there</a></p>
                """);

        assertThat(owner.get("/mailbox").body())
                .contains("&lt;b&gt;Tides&lt;/b&gt;")
                .doesNotContain("<b>Tides");
        assertThat(owner.get("/mailbox/" + name + "?view=headers").body())
                .contains("Subject: &lt;b&gt;Tides&lt;/b&gt;");
        assertThat(owner.get("/mailbox/" + name + "/html").body())
                .contains("href=\"/e/sample/2026-11-18\"", "href=\"https://a.example/1\"");
        assertThat(owner.get("/mailbox/missing.eml").statusCode()).isEqualTo(404);
    }

    @Test
    void aRunThatWasDoneIsNotDoneTwice() throws Exception {
        assertThat(place(owner.post("/digests/brief/run", Map.of()))).isEqualTo("/digests/brief?said=run.sent");
        assertThat(owner.get("/digests/brief?said=run.sent").body()).contains("went out before");
        assertThat(owner.get("/digests/brief?said=run.%3Cb%3E").body()).doesNotContain("<b>\"");
        assertThat(owner.get("/runs/1").body()).contains("Collect", "Deliver", "3");
    }

    @Test
    void aFileWithMistakesIsToldLineByLine() throws Exception {
        assertThat(owner.get("/digests").body()).contains("Mistakes in its file");
        assertThat(owner.get("/digests/broken").body()).contains("jobs/broken.yaml:");
        assertThat(owner.post("/digests/broken/run", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void anOwnerMakesAccountsAndTheLastOneStays() throws Exception {
        assertThat(owner.post("/settings/accounts", Map.of("name", "Omar O'Neil", "role", "EDITOR", "digest", "press"))
                        .body())
                .contains("/sign-in/", "Omar O&#39;Neil");
        assertThat(owner.post("/settings/accounts", Map.of("name", "Omar O'Neil", "role", "READER"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(owner.post("/settings/accounts", Map.of("name", "<b>", "role", "READER"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(place(owner.post("/settings/accounts/Omar%20O%27Neil/change", Map.of("role", "READER"))))
                .isEqualTo("/settings?said=account.changed");
        assertThat(owner.post("/settings/accounts/ines/change", Map.of("role", "READER"))
                        .body())
                .contains("There must be an owner");
        assertThat(owner.post("/settings/accounts/ines/remove", Map.of()).body())
                .contains("There must be an owner");
    }

    @Test
    void strangeAddressesAreNeverAnErrorOfOursAndNeverRepeated() throws Exception {
        for (String path : List.of(
                "/runs/x",
                "/runs/99999999999999999999",
                "/runs?before=%00&digest=%27--",
                "/editions/press/2026-13-40",
                "/editions/..%2f/x",
                "/digests/%2e%2e%2fsecret",
                "/mailbox/..%2f..%2fetc",
                "/sources?x=%3Cscript%3E",
                "/editions?before=-1",
                "/digests/press;x=1")) {
            HttpResponse<String> answer = owner.get(path);
            assertThat(answer.statusCode()).as(path).isLessThan(500);
            assertThat(answer.body()).as(path).doesNotContain("<script>");
        }
    }

    @Test
    void germanReadersAreAnsweredInGerman() throws Exception {
        assertThat(owner.get("/", "Accept-Language", "de").body()).contains("Braucht Sie", "lang=\"de\"");
    }

    @Test
    void everyLanguageHasEveryMessageWithTheSameValues() {
        assertThat(values(Locale.GERMAN)).isEqualTo(values(Locale.ROOT));
    }

    private static Map<String, Integer> values(Locale language) {
        Map<String, Integer> values = new TreeMap<>();
        for (String name : Call.BUNDLES) {
            ResourceBundle bundle = ResourceBundle.getBundle(
                    name,
                    language,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            for (String key : bundle.keySet()) {
                Integer before =
                        values.put(key, new MessageFormat(bundle.getString(key)).getFormatsByArgumentIndex().length);
                assertThat(before).as("%s is in one bundle alone", key).isNull();
            }
        }
        return values;
    }

    private String state() {
        return site.bean(ApprovalRecords.class).of(edition().id()).state().name();
    }

    private StoredEdition edition() {
        return site.bean(Editions.class).find("press", DeskSite.DATE).orElseThrow();
    }

    private static String place(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("" + answer.statusCode());
    }
}
