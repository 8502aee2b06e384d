package dev.standfirst.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.account.Audit;
import dev.standfirst.account.Role;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Lists;
import dev.standfirst.subscriber.MailingList;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscriptions;
import dev.standfirst.transfer.ImportRequest;
import dev.standfirst.transfer.Importer;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists in a browser, over real HTTP. */
class ListPageTests {

    @TempDir
    private static Path home;

    private static DeskSite site;
    private static DeskSite.Browser owner;

    @BeforeAll
    static void start() throws Exception {
        site = new DeskSite(home);
        owner = site.signedIn("ines", Role.OWNER);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void theListsAreShownWithTheirPeopleAndTheirDigests() throws Exception {
        Subscriptions people = site.bean(Subscriptions.class);
        people.add("counted", new EmailAddress("one@example.org"), "", Reason.of("test"));
        people.add("counted", new EmailAddress("two@example.org"), "", Reason.of("test"));
        people.find("counted", new EmailAddress("two@example.org"))
                .ifPresent(two -> people.leave(two.id(), Reason.of("test")));

        assertThat(owner.get("/lists").body()).contains("counted", "Morning Brief", "Press Club");
        assertThat(owner.get("/lists/counted").body())
                .contains("1</dt><dd>are mailed", "1</dt><dd>left", "0</dt><dd>asked and did not confirm yet")
                .contains("No digest is mailed to this list.", "/imports?list=counted")
                .doesNotContain("/lists/counted/remove");
    }

    @Test
    void aListIsMadeChangedAndRemoved() throws Exception {
        assertThat(place(owner.post("/lists", Map.of("name", "crew", "title", "The crew"))))
                .isEqualTo("303 /lists/crew?said=list.made");
        assertThat(site.bean(Lists.class).find("crew").map(MailingList::title)).contains("The crew");
        assertThat(owner.get("/lists/crew").body()).contains("Nobody joins through pages.");

        String version =
                Long.toString(site.bean(Lists.class).find("crew").orElseThrow().version());
        assertThat(place(owner.post(
                        "/lists/crew/change",
                        Map.of("title", "", "description", "At seven.", "joinable", "yes", "version", version))))
                .isEqualTo("303 /lists/crew?said=list.changed");
        assertThat(owner.get("/lists/crew?said=list.changed").body())
                .contains("The list is changed.", "At seven.", "https://standfirst.localhost/s/crew");
        assertThat(site.bean(Lists.class).find("crew").map(MailingList::title)).contains("crew");

        assertThat(place(owner.post("/lists/crew/remove", Map.of()))).isEqualTo("303 /lists?said=list.removed");
        assertThat(owner.get("/lists/crew").statusCode()).isEqualTo(404);
        assertThat(site.bean(Audit.class).latest(Long.MAX_VALUE, 30))
                .extracting(entry -> entry.act() + " " + entry.about())
                .contains("list.made crew", "list.changed crew", "list.removed crew");
    }

    @Test
    void problemsAreToldBesideTheirFields() throws Exception {
        HttpResponse<String> wrong =
                owner.post("/lists", Map.of("name", "The Crew", "title", "t".repeat(201), "description", "<b>"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body())
                .containsPattern("id=\"name-error\">.*A name is small letters")
                .containsPattern("id=\"title-error\">.*room for 200 characters")
                .contains("value=\"The Crew\"", "&lt;b&gt;");
        HttpResponse<String> taken = owner.post("/lists", Map.of("name", "all"));
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.body()).containsPattern("id=\"name-error\">.*There is a list called all");
        HttpResponse<String> tooLong = owner.post("/lists/all/change", Map.of("description", "d".repeat(1001)));
        assertThat(tooLong.body()).containsPattern("id=\"description-error\">.*room for 1000 characters");
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwritten() throws Exception {
        MailingList read = site.bean(Lists.class).require("meanwhile");
        site.bean(Lists.class)
                .update(new MailingList(read.id(), read.name(), "Theirs", "", false, read.createdAt(), read.version()));

        HttpResponse<String> answer = owner.post(
                "/lists/meanwhile/change", Map.of("title", "Mine", "version", Long.toString(read.version())));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Somebody else changed it meanwhile", "value=\"Theirs\"");
        assertThat(site.bean(Lists.class).find("meanwhile").map(MailingList::title))
                .contains("Theirs");
    }

    @Test
    void aListThatSomebodyWasOnStays() throws Exception {
        HttpResponse<String> answer = owner.post("/lists/all/remove", Map.of());
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("what they decided is kept");
        assertThat(site.bean(Lists.class).find("all")).isPresent();
    }

    @Test
    void aListIntoWhichAnImportPutNobodyStaysToo() throws Exception {
        Path file = Files.writeString(home.resolve("nobody.csv"), "email\nnot an address\n");
        site.bean(Importer.class).apply(ImportRequest.of(file, "imported").agreed("told so"), line -> {});

        assertThat(owner.post("/lists/imported/remove", Map.of()).statusCode()).isEqualTo(409);
    }

    @Test
    void anEditorReadsAndAReaderDoesNot() throws Exception {
        DeskSite.Browser editor = site.signedIn("edda", Role.EDITOR, "press");
        DeskSite.Browser reader = site.signedIn("rita", Role.READER);

        assertThat(editor.get("/lists").body()).contains("href=\"/lists/all\"").doesNotContain("Make a list");
        assertThat(editor.get("/lists/all").body()).contains("Press Club").doesNotContain("/lists/all/change");
        assertThat(editor.post("/lists/all/change", Map.of()).statusCode()).isEqualTo(403);
        assertThat(reader.get("/lists").statusCode()).isEqualTo(403);
        assertThat(reader.get("/").body()).doesNotContain("href=\"/lists\"", "href=\"/imports\"");
    }

    private static String place(HttpResponse<String> answer) {
        return answer.statusCode() + " "
                + answer.headers().firstValue("Location").orElse("");
    }
}
