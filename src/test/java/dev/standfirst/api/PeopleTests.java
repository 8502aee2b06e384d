package dev.standfirst.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.api.ApiServer.Answer;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.History;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscriptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People, their places on lists, and who is never mailed, over real HTTP. */
class PeopleTests {

    private static final String SUBSCRIPTIONS = "/api/v1/subscriptions";

    @TempDir
    private static Path home;

    private static ApiServer api;

    @BeforeAll
    static void start() throws IOException {
        api = new ApiServer(home);
        api.post("/api/v1/lists", "{\"name\": \"readers\", \"joinable\": true}");
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void aPersonIsPutOnAListWithTheEvidenceOfConsent() {
        Answer joined = join("ada@example.org", "\"consent\": \"ticked the box in the shop\", \"name\": \"Ada\"");

        assertThat(joined.status()).isEqualTo(201);
        assertThat(joined.json().path("subscription").path("status").asString()).isEqualTo("CONFIRMED");
        long person = joined.json().path("subscription").path("subscriber").asLong();
        assertThat(api.get(History.class).of(person))
                .filteredOn(line -> line.event() == History.Event.ADDED)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.reason().words()).isEqualTo("ticked the box in the shop");
                    assertThat(line.reason().actor()).isEqualTo("token test 1");
                    assertThat(line.reason().origin()).isEqualTo("127.0.0.1");
                });
        assertThat(api.get("/api/v1/subscribers/" + person + "/history")
                        .json()
                        .path("items")
                        .findValuesAsString("words"))
                .contains("ticked the box in the shop");
    }

    @Test
    void withoutEvidenceNobodyIsPutOnAList() {
        assertThat(join("bea@example.org", "\"consent\": \" \"").status()).isEqualTo(400);
        assertThat(join("bea@example.org", "\"name\": \"Bea\"").text("field")).isEqualTo("consent");
        assertThat(join("bea@example.org", "\"consent\": \"told so\", \"confirm\": true")
                        .status())
                .isEqualTo(400);
        assertThat(count("address=bea@example.org")).isZero();
    }

    @Test
    void whoIsAskedFirstIsNotMailedBeforeConfirming() {
        join("cleo@example.org", "\"consent\": \"told so\"");

        Answer known = join("cleo@example.org", "\"confirm\": true");
        Answer unknown = join("dora@example.org", "\"confirm\": true");

        assertThat(known.status()).isEqualTo(202);
        assertThat(unknown.status()).isEqualTo(202);
        assertThat(unknown.http().body()).isEqualTo(known.http().body());
        assertThat(count("address=dora@example.org status:confirmed")).isZero();
    }

    @Test
    void whoLeftStaysAway() {
        String place = join("emil@example.org", "\"consent\": \"told so\"").header("Location");

        Answer left = api.send("PATCH", place, "{\"status\": \"UNSUBSCRIBED\"}", "If-Match: *");

        assertThat(left.text("status")).isEqualTo("UNSUBSCRIBED");
        assertThat(join("emil@example.org", "\"consent\": \"told so again\"").status())
                .isEqualTo(409);
        assertThat(api.send("PATCH", place, "{\"status\": \"CONFIRMED\"}", "If-Match: *")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void preferencesChangeFieldByField() {
        Answer joined = join("fay@example.org", "\"consent\": \"told so\"");
        String place = joined.header("Location");

        Answer first = api.send(
                "PATCH",
                place,
                "{\"preferences\": {\"cadence\": \"WEEKLY\", \"days\": [\"FRIDAY\"], \"zone\": \"Europe/Lisbon\"}}",
                "If-Match: " + joined.header("ETag"));
        Answer second = api.send(
                "PATCH",
                place,
                "{\"preferences\": {\"wordsOut\": [\"football\"]}}",
                "If-Match: " + first.header("ETag"));

        assertThat(second.status()).as(second.http().body()).isEqualTo(200);
        assertThat(second.json().path("preferences").path("days").toString()).isEqualTo("[\"FRIDAY\"]");
        assertThat(second.json().path("preferences").path("zone").asString()).isEqualTo("Europe/Lisbon");
        assertThat(second.json().path("preferences").path("wordsOut").toString())
                .isEqualTo("[\"football\"]");
        assertThat(api.send("PATCH", place, "{}", "If-Match: " + joined.header("ETag"))
                        .status())
                .isEqualTo(412);
    }

    @Test
    void aPreferenceThatMakesNoSenseIsRefused() {
        String place = join("gus@example.org", "\"consent\": \"told so\"").header("Location");
        for (String wrong : List.of(
                "\"cadence\": \"WEEKLY\"",
                "\"cadence\": \"HOURLY\"",
                "\"days\": [\"MONDAY\"]",
                "\"hour\": \"25:00\"",
                "\"hour\": \"7\"",
                "\"zone\": \"Atlantis/Center\"",
                "\"language\": \"!\"",
                "\"topicsIn\": [\"a\\nb\"]",
                "\"topicsIn\": [null]",
                "\"pausedUntil\": \"+99999-01-01\"",
                "\"tempo\": 1")) {
            Answer answer = api.send("PATCH", place, "{\"preferences\": {" + wrong + "}}", "If-Match: *");

            assertThat(answer.status()).as(wrong + answer.http().body()).isEqualTo(400);
            assertThat(answer.text("field")).startsWith("preferences.");
        }
    }

    @Test
    void attributesChangeOneByOne() {
        Answer made = api.post(
                "/api/v1/subscribers",
                "{\"address\": \"hal@example.org\", \"name\": \"Hal\", \"attributes\": {\"city\": \"Port Averil\", \"age\": 7}}");
        assertThat(made.status()).isEqualTo(201);

        Answer changed = api.send(
                "PATCH",
                made.header("Location"),
                "{\"attributes\": {\"age\": null, \"boat\": \"Heron\"}}",
                "If-Match: " + made.header("ETag"));

        assertThat(changed.text("name")).isEqualTo("Hal");
        assertThat(changed.json().path("attributes").toString())
                .isEqualTo("{\"city\":\"Port Averil\",\"boat\":\"Heron\"}");
        assertThat(api.send("PATCH", made.header("Location"), "{\"address\": \"x@example.org\"}", "If-Match: *")
                        .status())
                .isEqualTo(400);
        assertThat(api.post("/api/v1/subscribers", "{\"address\": \"HAL@example.org\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void pagesTellEverybodyOnce() {
        for (int i = 0; i < 7; i++) {
            join("crew%d@harbour.example".formatted(i), "\"consent\": \"told so\"");
        }
        List<String> told = new ArrayList<>();
        String next = "/api/v1/subscribers?limit=3&filter=domain%3Aharbour.example";
        while (!next.isEmpty()) {
            Answer page = api.get(next);
            told.addAll(page.json().path("items").findValuesAsString("address"));
            next = page.header("Link").replaceFirst("<([^>]*)>.*", "$1");
        }

        assertThat(told).hasSize(7).doesNotHaveDuplicates();
        assertThat(count("domain:harbour.example")).isEqualTo(7);
    }

    @Test
    void whoIsErasedNeverComesBack() {
        Answer joined = join("ivy@example.org", "\"consent\": \"told so\"");
        String person = "/api/v1/subscribers/"
                + joined.json().path("subscription").path("subscriber").asLong();
        assertThat(api.post(person + "/export", "").http().body()).contains("ivy@example.org");

        assertThat(api.send("DELETE", person, "", "").status()).isEqualTo(428);
        assertThat(api.send("DELETE", person, "", "If-Match: *").status()).isEqualTo(204);

        assertThat(api.get(person).status()).isEqualTo(404);
        assertThat(join("ivy@example.org", "\"consent\": \"told so\"").status()).isEqualTo(409);
        assertThat(api.get("/api/v1/suppressions?limit=500").http().body())
                .contains("hash:")
                .doesNotContain("ivy@example.org");
    }

    @Test
    void mailToAnAddressOrADomainIsStoppedAndAllowedAgain() {
        Answer domain = api.post(
                "/api/v1/suppressions", "{\"entry\": \"Lighthouse.example\", \"reason\": \"asked by letter\"}");

        assertThat(domain.status()).isEqualTo(201);
        assertThat(domain.text("entry")).isEqualTo("lighthouse.example");
        assertThat(join("kim@lighthouse.example", "\"consent\": \"told so\"").status())
                .isEqualTo(409);
        assertThat(api.post("/api/v1/suppressions", "{\"entry\": \"lighthouse.example\", \"reason\": \"again\"}")
                        .status())
                .isEqualTo(409);

        assertThat(api.send("DELETE", domain.header("Location"), "", "").status())
                .isEqualTo(204);
        assertThat(join("kim@lighthouse.example", "\"consent\": \"told so\"").status())
                .isEqualTo(201);
    }

    @Test
    void theLogTellsNoAddressAndNoToken() throws IOException {
        join("lena@example.org", "\"consent\": \"told so\"");
        api.sendAs(
                "sf_1_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "GET", "/api/v1/lists", "", "X-Request-Id: forged");

        String log = Files.readString(home.resolve("data/standfirst.log"), StandardCharsets.UTF_8);

        assertThat(log)
                .contains("POST /api/v1/subscriptions by token test 1: 201")
                .doesNotContain("lena@example.org", api.allToken(), "sf_1_A", "forged");
    }

    @Test
    void aPersonWhoChangedInBetweenIsNotOverwritten() {
        Answer joined = join("mia@example.org", "\"consent\": \"told so\"");
        long place = joined.json().path("subscription").path("id").asLong();
        api.get(Subscriptions.class).leave(place, Reason.person("by the link in a mail", "192.0.2.7", ""));

        Answer late = api.send(
                "PATCH",
                joined.header("Location"),
                "{\"preferences\": {\"plainText\": true}}",
                "If-Match: " + joined.header("ETag"));

        assertThat(late.status()).isEqualTo(412);
        assertThat(api.get(Subscriptions.class)
                        .find("readers", new EmailAddress("mia@example.org"))
                        .orElseThrow()
                        .preferences()
                        .plainText())
                .isFalse();
    }

    @Test
    void whoAsksThroughAPageIsCountedWithTheNetworkOfTheReader() {
        Answer asked = join(
                "ezra@example.org",
                "\"confirm\": true, \"network\": \"192.0.2.17\", \"words\": \"Send me the brief.\"");

        assertThat(asked.status()).isEqualTo(202);
        assertThat(api.get(JdbcClient.class)
                        .sql("select network, words from consent_request where address = 'ezra@example.org'")
                        .query((row, number) -> row.getString("network") + ", " + row.getString("words"))
                        .list())
                .containsExactly("192.0.2.17, Send me the brief.");
        assertThat(join("ezra@example.org", "\"confirm\": true, \"network\": \"next door\"")
                        .text("field"))
                .isEqualTo("network");
    }

    private static long count(String filter) {
        String encoded = java.net.URLEncoder.encode(filter, StandardCharsets.UTF_8);
        return api.get("/api/v1/subscribers/count?filter=" + encoded)
                .json()
                .path("count")
                .asLong();
    }

    private static Answer join(String address, String rest) {
        return api.post(SUBSCRIPTIONS, "{\"list\": \"readers\", \"address\": \"%s\", %s}".formatted(address, rest));
    }
}
