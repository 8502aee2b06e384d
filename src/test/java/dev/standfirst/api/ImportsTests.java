package dev.standfirst.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.api.ApiServer.Answer;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscriptions;
import dev.standfirst.transfer.ImportDesk;
import dev.standfirst.transfer.Imports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

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

    @Test
    void aFileIsGoneOnceItIsApplied() {
        String place = make("gone");
        Path file = home.resolve("data/imports/" + place.replaceFirst(".*/", "") + ".csv");
        api.send("PUT", place + "/file", "email\nada@example.org\n", CSV);
        await(place, "CHECKED");
        assertThat(file).exists();

        api.post(place + "/apply", "");
        await(place, "APPLIED");
        Answer refused = api.send("PUT", place + "/file", "email\nbo@example.org\n", CSV);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).contains("was applied");

        api.get(ImportDesk.class).sweep();

        assertThat(file).doesNotExist();
        assertThat(api.send("PUT", place + "/file", "email\nbo@example.org\n", CSV)
                        .status())
                .isEqualTo(409);
        assertThat(file).doesNotExist();
    }

    @Test
    void whatArrivedInPartADayAgoIsGone() throws IOException {
        Path folder = Files.createDirectories(home.resolve("data/imports"));
        Path old = Files.createFile(folder.resolve("77-12.part"));
        Path now = Files.createFile(folder.resolve("78-12.part"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));

        api.get(Sweep.class).sweep();

        assertThat(old).doesNotExist();
        assertThat(now).exists();
        Files.delete(now);
    }

    @Test
    void aCheckThatWasInterruptedIsNotApplied() {
        String place = make("broken");
        long id = Long.parseLong(place.replaceFirst(".*/", ""));
        api.send("PUT", place + "/file", "email\nada@example.org\n", CSV);
        await(place, "CHECKED");
        api.get(Imports.class).set(id, Imports.State.CHECKING, "", "");

        assertThat(api.get(place).text("state")).isEqualTo("EMPTY");
        assertThat(api.get(place).text("problem"))
                .isEqualTo("The program ended before the file was checked to its end. Send it again.");
        assertThat(api.post(place + "/apply", "").status()).isEqualTo(409);
        assertThat(find("broken")).isEmpty();

        api.get(Imports.class).set(id, Imports.State.APPLYING, "", "");
        assertThat(api.get(place).text("state")).isEqualTo("INTERRUPTED");
        assertThat(api.post(place + "/apply", "").status()).isEqualTo(202);
        await(place, "APPLIED");
        assertThat(find("broken")).isPresent();
    }

    @Test
    void anImportEndsBetweenTwoPiecesAndGoesOnLater(@TempDir Path other) throws Exception {
        String rows = IntStream.range(0, 60_000)
                .mapToObj(i -> "p%d@example.org\n".formatted(i))
                .collect(Collectors.joining("", "email\n", ""));
        String place = "/api/v1/imports/1";
        try (ApiServer first = new ApiServer(other)) {
            first.post("/api/v1/imports", "{\"list\": \"crew\", \"consent\": \"told so\"}");
            first.send("PUT", place + "/file", rows, CSV);
            await(first, place, "CHECKED");
            first.post(place + "/apply", "");
            first.get(ImportDesk.class).destroy();
            assertThat(first.get(place).text("state")).isIn("INTERRUPTED", "APPLIED");
            assertThat(first.post(place + "/apply", "").status()).isIn(409, 503);
        }
        try (ApiServer second = new ApiServer(other)) {
            second.post(place + "/apply", "");
            await(second, place, "APPLIED");
            assertThat(second.get("/api/v1/lists/crew/counts")
                            .json()
                            .path("confirmed")
                            .asLong())
                    .isEqualTo(60_000);
        }
    }

    @Test
    void whatIsErasedIsNotInReportsAndAnswersEither() {
        String marker = "planted_Marker@example.org";
        api.post("/api/v1/lists", "{\"name\": \"planted\"}");
        String key = "Idempotency-Key: planted";
        String person = api.send("POST", "/api/v1/subscribers", "{\"address\": \"%s\"}".formatted(marker), key)
                .header("Location");
        api.send("POST", person + "/export", "", "Idempotency-Key: handed-out");
        assertThat(answersWith("handed out")).isZero();
        assertThat(answersWith(marker)).isEqualTo(1);
        String place = make("planted");
        api.send("PUT", place + "/file", "email\n%s\n%s\n".formatted(marker, marker), CSV);
        assertThat(await(place, "CHECKED").http().body()).contains(marker);

        assertThat(api.send("DELETE", person, "", "If-Match: *").status()).isEqualTo(204);

        assertThat(answersWith(marker)).isZero();
        assertThat(api.get(place).http().body()).doesNotContain(marker).contains("\"skipped\":1");
        assertThat(api.get("/api/v1/imports").http().body()).doesNotContain(marker);
    }

    @Test
    void thoseWhomAFilterFindsAreExported() {
        String place = make("readers");
        api.send("PUT", place + "/file", "email\nzora@lake.example.org\nzeno@lake.example.org\n", CSV);
        await(place, "CHECKED");
        api.post(place + "/apply", "");
        await(place, "APPLIED");

        Answer csv = api.get("/api/v1/subscriptions.csv?list=readers&filter=domain:lake.example.org");

        assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(csv.http().body().lines().map(line -> line.split(",")[0]))
                .containsExactly("email", "zora@lake.example.org", "zeno@lake.example.org");
        assertThat(api.get("/api/v1/subscriptions.csv?list=readers").http().body())
                .contains("zora@lake.example.org");
        assertThat(api.get("/api/v1/subscriptions.csv?filter=domain:lake.example.org")
                        .http()
                        .body()
                        .lines())
                .hasSize(3);
        assertThat(api.get("/api/v1/subscriptions.csv?list=nobody").text("field"))
                .isEqualTo("list");
        assertThat(api.get("/api/v1/subscriptions.csv?filter=%28").text("field"))
                .isEqualTo("filter");
    }

    private static long answersWith(String text) {
        return api.get(JdbcClient.class)
                .sql("select count(*) from api_answer where position(? in body) > 0")
                .param(text)
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private static Optional<Subscription> find(String list) {
        return api.get(Subscriptions.class).find(list, new EmailAddress("ada@example.org"));
    }

    private static String make(String list) {
        return api.post("/api/v1/imports", "{\"list\": \"%s\", \"consent\": \"signed up at the fair\"}".formatted(list))
                .header("Location");
    }

    private static Answer await(String place, String state) {
        return await(api, place, state);
    }

    private static Answer await(ApiServer at, String place, String state) {
        Answer answer = at.get(place);
        while (answer.text("state").endsWith("ING")) {
            answer = at.get(place);
        }
        assertThat(answer.text("state")).as(answer.http().body()).isEqualTo(state);
        return answer;
    }
}
