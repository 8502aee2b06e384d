package dev.standfirst.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.api.ApiServer.Answer;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscriptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists, versions and keys, over real HTTP. */
class ListsTests {

    @TempDir
    private static Path home;

    private static ApiServer api;

    @BeforeAll
    static void start() throws IOException {
        api = new ApiServer(home);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void aListIsMadeReadAndChanged() {
        Answer made = api.post("/api/v1/lists", "{\"name\": \"ferry-news\", \"title\": \"Ferry news\"}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo("/api/v1/lists/ferry-news");
        assertThat(api.get("/api/v1/lists/ferry-news").json()).isEqualTo(made.json());

        Answer changed = patch("ferry-news", made.header("ETag"), "{\"joinable\": true}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("title")).isEqualTo("Ferry news");
        assertThat(changed.json().path("joinable").asBoolean()).isTrue();
    }

    @Test
    void nullTakesAFieldBackToItsDefault() {
        Answer made = api.post("/api/v1/lists", "{\"name\": \"titled\", \"title\": \"With a title\"}");

        assertThat(patch("titled", made.header("ETag"), "{\"title\": null}").text("title"))
                .isEqualTo("titled");
    }

    @Test
    void whoReadAnOldVersionChangesNothing() {
        String old = api.post("/api/v1/lists", "{\"name\": \"contested\"}").header("ETag");
        assertThat(patch("contested", old, "{\"title\": \"First\"}").status()).isEqualTo(200);

        Answer late = patch("contested", old, "{\"title\": \"Second\"}");

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.text("type")).isEqualTo("urn:standfirst:problem:version-changed");
        assertThat(api.get("/api/v1/lists/contested").text("title")).isEqualTo("First");
    }

    @Test
    void aChangeNamesTheVersionItIsMeantFor() {
        api.post("/api/v1/lists", "{\"name\": \"unversioned\"}");

        assertThat(api.send("PATCH", "/api/v1/lists/unversioned", "{\"title\": \"x\"}", "")
                        .status())
                .isEqualTo(428);
        assertThat(api.send("DELETE", "/api/v1/lists/unversioned", "", "").status())
                .isEqualTo(428);
        assertThat(patch("unversioned", "*", "{\"title\": \"Any\"}").status()).isEqualTo(200);
        assertThat(patch("unversioned", "W/\"2\"", "{\"title\": \"Weak\"}").status())
                .isEqualTo(412);
    }

    @Test
    void whoHasThisVersionIsNotToldItAgain() {
        String tag = api.post("/api/v1/lists", "{\"name\": \"cached\"}").header("ETag");

        Answer again = api.send("GET", "/api/v1/lists/cached", "", "If-None-Match: " + tag);

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.http().body()).isEmpty();
    }

    @Test
    void aListThatPeopleWereOnIsKept() {
        api.post("/api/v1/lists", "{\"name\": \"peopled\"}");
        api.get(Subscriptions.class).add("peopled", new EmailAddress("ada@example.org"), "", Reason.of("test"));

        assertThat(api.send("DELETE", "/api/v1/lists/peopled", "", "If-Match: *")
                        .status())
                .isEqualTo(409);
        assertThat(api.get("/api/v1/lists/peopled/counts")
                        .json()
                        .path("confirmed")
                        .asLong())
                .isEqualTo(1);
    }

    @Test
    void anEmptyListIsRemoved() {
        api.post("/api/v1/lists", "{\"name\": \"short-lived\"}");

        assertThat(api.send("DELETE", "/api/v1/lists/short-lived", "", "If-Match: *")
                        .status())
                .isEqualTo(204);
        assertThat(api.get("/api/v1/lists/short-lived").status()).isEqualTo(404);
    }

    @Test
    void aNameIsTakenOnce() {
        api.post("/api/v1/lists", "{\"name\": \"taken\"}");

        Answer again = api.post("/api/v1/lists", "{\"name\": \"taken\"}");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("field")).isEqualTo("name");
    }

    @Test
    void pagesLeadThroughAllOfThem() {
        for (String name : new String[] {"page-a", "page-b", "page-c"}) {
            api.post("/api/v1/lists", "{\"name\": \"" + name + "\"}");
        }

        List<String> told = new ArrayList<>();
        Answer page = api.get("/api/v1/lists?limit=2");
        while (!page.header("Link").isEmpty()) {
            told.addAll(page.json().path("items").findValuesAsString("name"));
            assertThat(page.header("Link")).contains("after=" + page.text("next"), "limit=2", "rel=\"next\"");
            page = api.get(page.header("Link").replaceFirst("<([^>]*)>.*", "$1"));
        }
        told.addAll(page.json().path("items").findValuesAsString("name"));

        assertThat(page.json().path("next").isNull()).isTrue();
        assertThat(told).contains("page-a", "page-b", "page-c").isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aCursorLeadsOnInItsOwnListAlone() {
        api.post("/api/v1/lists", "{\"name\": \"cursor-a\"}");
        api.post("/api/v1/lists", "{\"name\": \"cursor-b\"}");
        String next = api.get("/api/v1/lists?limit=1").text("next");

        assertThat(api.get("/api/v1/lists?after=" + next).status()).isEqualTo(200);
        assertThat(api.get("/api/v1/runs?after=" + next).status()).isEqualTo(400);
        assertThat(api.get("/api/v1/lists?after=x" + next).status()).isEqualTo(400);
        assertThat(api.get("/api/v1/lists?after=cursor-a").text("field")).isEqualTo("after");
    }

    private static Answer patch(String name, String ifMatch, String body) {
        return api.send("PATCH", "/api/v1/lists/" + name, body, "If-Match: " + ifMatch);
    }
}
