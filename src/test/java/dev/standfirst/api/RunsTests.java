package dev.standfirst.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.api.ApiServer.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Digests, runs, editions and sources, over real HTTP: a digest of a folder, mailed to the built-in mailbox. */
class RunsTests {

    private static final String RUN = "{\"digest\": \"tides\", \"date\": \"2026-11-18\"}";

    @TempDir
    private static Path home;

    private static ApiServer api;

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(home.resolve("jobs"));
        Files.createDirectories(home.resolve("notes"));
        Files.writeString(home.resolve("notes/tide.md"), """
                # The tide gauge is back

                The tide gauge at Port Averil works again after three months of repairs. The harbour office said on
                Monday that its figures are published every ten minutes. Ferries had sailed by printed tables since August.
                """);
        Files.writeString(home.resolve("jobs/tides.yaml"), """
                title: Tides
                language: en
                sources:
                  - name: Notes
                    folder: notes
                schedule:
                  time: "07:00"
                  zone: Europe/Lisbon
                  days: daily
                length:
                  stories: 5
                audience:
                  list: readers
                sender:
                  address: tides@standfirst.example
                """);
        Files.writeString(
                home.resolve("jobs/seen.yaml"),
                Files.readString(home.resolve("jobs/tides.yaml")) + "approval: {ahead: 2h, otherwise: send}\n");
        Files.writeString(home.resolve("jobs/broken.yaml"), "title: [\n");
        api = new ApiServer(home);
        api.post("/api/v1/lists", "{\"name\": \"readers\"}");
        api.post(
                "/api/v1/subscriptions",
                "{\"list\": \"readers\", \"address\": \"ada@example.org\", \"consent\": \"told so\"}");
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void aRunIsStartedLookedAtAndLeadsToItsEdition() {
        Answer started = api.post("/api/v1/runs", RUN);
        assertThat(started.status()).as(started.http().body()).isEqualTo(202);
        Answer run = await(started.header("Location"));

        assertThat(run.json().path("run").path("state").asString())
                .as(run.http().body())
                .isEqualTo("DONE");
        assertThat(run.json().path("steps").findValuesAsString("step"))
                .containsExactly("COLLECT", "EXTRACT", "SUMMARISE", "COMPOSE", "DELIVER");
        assertThat(api.get("/api/v1/runs?digest=tides").json().path("items").size())
                .isEqualTo(1);
        assertThat(api.get("/api/v1/runs?digest=other").json().path("items").size())
                .isZero();

        Answer again = startOnceItsLeaseIsGivenBack();
        assertThat(again.status()).isEqualTo(409);
        String edition = again.header("Location");
        assertThat(api.get(edition).text("digest")).isEqualTo("tides");
        assertThat(api.get(edition + "/counts")
                        .json()
                        .path("states")
                        .path("SENT")
                        .asLong())
                .isEqualTo(1);
        assertThat(api.get(edition + "/deliveries?state=SENT")
                        .json()
                        .path("items")
                        .findValuesAsString("address"))
                .containsExactly("ada@example.org");
        assertThat(api.get(edition + "/deliveries?sent=false")
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(api.get(edition + "/deliveries?sent=false&state=SENT").status())
                .isEqualTo(400);

        String place = started.header("Location");
        assertThat(api.post(place + "/stop", "").text("detail")).startsWith("This run is not at work: it is done.");
        Conforming conforming = new Conforming(api.get("/api/v1/openapi.json").json());
        conforming.check("RunDetails", run.json());
        conforming.check("EditionView", api.get(edition).json());
        conforming.check("EditionCounts", api.get(edition + "/counts").json());
        conforming.check("PageOfDeliveryView", api.get(edition + "/deliveries").json());

        Answer sources = api.get("/api/v1/sources");
        conforming.check("PageOfSourceView", sources.json());
        long source = sources.json().path("items").get(0).path("id").asLong();
        assertThat(api.post("/api/v1/sources/" + source + "/retry", "").text("name"))
                .isEqualTo("Notes");
    }

    @Test
    void anEditionThatWaitsIsDecidedAbout() {
        String run = "{\"digest\": \"seen\", \"date\": \"2999-12-31\"}";
        Answer waits = await(api.post("/api/v1/runs", run).header("Location"));
        assertThat(waits.json().path("run").path("state").asString())
                .as(waits.http().body())
                .isEqualTo("WAITS");
        Answer again = api.post("/api/v1/runs", run);
        while (again.text("detail").endsWith(" runs this edition now. Nothing was changed.")) {
            // It has ended, and puts its things away.
            again = api.post("/api/v1/runs", run);
        }
        assertThat(again.text("detail")).startsWith("The edition of 2999-12-31 waits for approval.");
        String approval = again.header("Location");
        String edition = approval.replace("/approval", "");
        assertThat(api.get(edition).json().path("approval").path("state").asString())
                .isEqualTo("WAITING");
        assertThat(api.get(approval).json().path("atItsHour").asLong()).isEqualTo(1);

        assertThat(api.post(edition + "/test", "{\"to\": \"ines@example.org\"}").status())
                .isEqualTo(200);
        assertThat(api.post(edition + "/skip", "").status()).isEqualTo(200);
        assertThat(api.post(edition + "/skip", "").status()).as("again").isEqualTo(200);
        Answer refused = api.post(edition + "/approve", "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail"))
                .matches("That cannot be done, because it was skipped by token test [0-9]+\\. The edition was skipped"
                        + " by token test [0-9]+ at .*\\. Nothing was changed\\.");
        assertThat(api.post(edition + "/take-back", "").status()).isEqualTo(200);
        assertThat(api.post(edition + "/approve?despite=colour", "").status()).isEqualTo(400);
        Answer approved = api.post(edition + "/approve?despite=size", "");
        new Conforming(api.get("/api/v1/openapi.json").json()).check("ApprovalDetails", approved.json());
        assertThat(approved.json().path("approval").path("hour").asString()).isEqualTo("2999-12-31T07:00:00Z");
        assertThat(approved.json().path("decisions").findValuesAsString("act"))
                .containsExactly("SKIPPED", "TAKEN_BACK", "APPROVED");
        assertThat(api.sendAs(api.token(Scope.DIGESTS_READ), "POST", edition + "/skip", "", "")
                        .status())
                .isEqualTo(403);
        assertThat(api.post(edition + "/send-now", "").status()).isEqualTo(200);
    }

    @Test
    void digestsAreToldWithTheirMistakes() {
        Answer all = api.get("/api/v1/digests");

        assertThat(all.json().path("items").findValuesAsString("name")).containsExactly("broken", "seen", "tides");
        assertThat(api.get("/api/v1/digests/tides").text("nextDue")).endsWith("Z");
        assertThat(api.get("/api/v1/digests/broken").json().path("problems").toString())
                .contains("jobs/broken.yaml:");
    }

    @Test
    void whatCannotBeRunIsRefused() {
        assertThat(api.post("/api/v1/runs", "{\"digest\": \"broken\"}").status())
                .isEqualTo(409);
        assertThat(api.post("/api/v1/runs", "{\"digest\": \"../jobs/tides\"}").status())
                .isEqualTo(404);
        assertThat(api.post("/api/v1/runs", "{\"digest\": \"tides\", \"date\": \"18.11.2026\"}")
                        .status())
                .isEqualTo(400);
        assertThat(api.post("/api/v1/runs/77/stop", "").status()).isEqualTo(404);
    }

    /** A run says that it is done a moment before it lets go of the edition. */
    private static Answer startOnceItsLeaseIsGivenBack() {
        Answer again = api.post("/api/v1/runs", RUN);
        while (again.text("detail").contains("runs this edition now")) {
            again = api.post("/api/v1/runs", RUN);
        }
        return again;
    }

    /** Looks again until a run is over. */
    private static Answer await(String place) {
        Answer run = api.get(place);
        while (run.json().path("run").path("state").asString().equals("RUNNING")) {
            run = api.get(place);
        }
        return run;
    }
}
