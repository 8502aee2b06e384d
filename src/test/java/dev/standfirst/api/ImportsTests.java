package dev.standfirst.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.api.ApiServer.Answer;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscriptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of people, over real HTTP: made, sent, checked, applied. */
class ImportsTests {

    private static final String CSV = "Content-Type: text/csv";

    @TempDir
    private static Path home;

    private static ApiServer api;

    @BeforeAll
    static void start() throws IOException {
        api = new ApiServer(home, "--standfirst.api.import-limit=64KB");
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void aFileIsCheckedFirstAndAppliedThen() {
        String place = make("crew");
        assertThat(api.get(place).text("state")).isEqualTo("EMPTY");
        assertThat(api.post(place + "/apply", "").status()).isEqualTo(409);

        Answer sent = api.send("PUT", place + "/file", "email;name\nada@example.org;Ada\nbea@@example.org;Bea\n", CSV);
        assertThat(sent.status()).isEqualTo(202);
        Answer checked = await(place, "CHECKED");

        assertThat(checked.json().path("report").path("added").asLong()).isEqualTo(1);
        assertThat(checked.json().path("report").path("first").findValuesAsString("line"))
                .containsExactly("3");
        assertThat(find("crew")).isEmpty();

        assertThat(api.post(place + "/apply", "").status()).isEqualTo(202);
        Answer applied = await(place, "APPLIED");

        assertThat(applied.json().path("report").path("added").asLong()).isEqualTo(1);
        assertThat(find("crew")).isPresent();
        assertThat(api.post(place + "/apply", "").status()).isEqualTo(409);
        assertThat(api.send("DELETE", place, "", "").status()).isEqualTo(204);
        assertThat(api.get(place).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing of use", "email\n\"ada@example.org\n", "PK\u0003\u0004 a zip", "%PDF-1.7"})
    void aFileThatIsNoneIsToldInASentence(String text) {
        String place = make("odd");
        api.send("PUT", place + "/file", text.isEmpty() ? "\n" : text, CSV);

        assertThat(await(place, "REFUSED").text("problem")).endsWith("Nothing was changed.");
    }

    @Test
    void aFileThatIsTooLargeLeavesNothingBehind() throws IOException {
        String place = make("large");

        Answer sent = api.send("PUT", place + "/file", "email\n" + "x".repeat(70_000), CSV);

        assertThat(sent.status()).isEqualTo(413);
        assertThat(api.get(place).text("state")).isEqualTo("EMPTY");
        try (var files = Files.list(home.resolve("data/imports"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".part")))
                    .isEmpty();
        }
    }

    @Test
    void withoutConsentNothingIsImported() {
        assertThat(api.post("/api/v1/imports", "{\"list\": \"crew\", \"consent\": \"\"}")
                        .status())
                .isEqualTo(400);
        assertThat(api.post("/api/v1/imports", "{\"list\": \"crew\"}").text("field"))
                .isEqualTo("consent");
    }

    @Test
    void theNameOfAFileIsNoPath() {
        Answer made = api.post(
                "/api/v1/imports",
                "{\"list\": \"crew\", \"consent\": \"told so\", \"name\": \"../../../etc/cron.d/evil\"}");
        api.send("PUT", made.header("Location") + "/file", "email\nada@example.org\n", CSV);

        await(made.header("Location"), "CHECKED");
        assertThat(home.resolve("data/imports/" + made.json().path("id").asLong() + ".csv"))
                .exists();
    }

    @Test
    void theNewestComeFirst() {
        String first = make("crew");
        String second = make("crew");

        List<String> states =
                api.get("/api/v1/imports?limit=2").json().path("items").findValuesAsString("list");

        assertThat(states).containsExactly("crew", "crew");
        assertThat(first).isNotEqualTo(second);
    }

    private static Optional<Subscription> find(String list) {
        return api.get(Subscriptions.class).find(list, new EmailAddress("ada@example.org"));
    }

    private static String make(String list) {
        return api.post("/api/v1/imports", "{\"list\": \"%s\", \"consent\": \"signed up at the fair\"}".formatted(list))
                .header("Location");
    }

    /** Looks again until an import is at rest. */
    private static Answer await(String place, String state) {
        Answer answer = api.get(place);
        while (answer.text("state").endsWith("ING")) {
            answer = api.get(place);
        }
        assertThat(answer.text("state")).as(answer.http().body()).isEqualTo(state);
        return answer;
    }
}
