package dev.standfirst.desk;

import static dev.standfirst.desk.DeskPagesIT.browser;
import static dev.standfirst.desk.DeskPagesIT.pictures;
import static dev.standfirst.desk.DeskPagesIT.site;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages that change digests in a real browser, as {@link DeskPagesIT} has the others. */
class EditorPagesIT {

    @TempDir
    private static Path home;

    @BeforeAll
    static void start() throws Exception {
        DeskPagesIT.start(home);
        Files.writeString(home.resolve("jobs/anchor.yaml"), "title: &a T\nsources: []\n");
        Files.writeString(home.resolve("jobs/harbour.yaml"), """
                # Everything that a file can say.
                title: Harbour News   # as readers see it
                language: de

                sources:
                  - name: First Paper
                    feed: %s/feed.xml
                    topic: Coast
                    weight: 1.5
                  - {name: A paper with a very long name of many words, page: "https://a.very.long.address.example/with/a/long/path"}

                topics:
                  - name: Coast
                    words: [ferr*, tidal barrage]
                    categories: [Shipping]
                    stories: 4

                words: [reef]
                schedule: {time: "06:40", zone: Europe/Berlin, days: [mon, fri], except: [2026-12-25], late: 6h}
                length: {stories: 12, top: 3}
                audience: {list: nobody-yet}
                sender: {address: brief@standfirst.example}
                approval: {ahead: 3h}
                """.formatted(
                        Path.of("seeds/harbour-times").toAbsolutePath()));
    }

    @AfterAll
    static void stop() throws Exception {
        DeskPagesIT.stop();
    }

    @Test
    void everyPageOfTheEditorCanBeUsedByEverybody() throws Exception {
        DeskPagesIT.signIn();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("editor-new", "/digests/new");
        pages.put("editor-form", "/digests/harbour/edit");
        pages.put("editor-text", "/digests/harbour/edit?as=text");
        pages.put("editor-hand", "/digests/anchor/edit");
        DeskPagesIT.look(pages);

        browser.open(site.base() + "/digests/harbour/edit");
        fill("schedule.zone", "Europe/Berln");
        fill("title", "");
        press("check");
        pictures.takeAll("editor-mistakes");

        browser.open(site.base() + "/digests/harbour/edit");
        fill("title", "Evening at the harbour");
        fill("length.top", "2");
        fill("words", "reef\nlighthouse");
        press("preview");
        pictures.takeAll("editor-preview");
        press("check");
        pictures.takeAll("editor-diff");
        Files.writeString(
                home.resolve("jobs/harbour.yaml"),
                Files.readString(home.resolve("jobs/harbour.yaml")).replace("stories: 12", "stories: 9"));
        browser.evaluate("document.querySelector('button[value=save]').focus()");
        browser.pressToLoad("Enter");
        pictures.takeAll("editor-conflict");
        assertThat(pictures.found()).isEmpty();
    }

    @Test
    void aDigestIsChangedByTheKeyboardAlone() throws Exception {
        browser.window(1280, 800, false);
        DeskPagesIT.signIn();
        browser.open(site.base() + "/digests/brief");
        DeskPagesIT.tabTo("a[href='/digests/brief/edit']");
        browser.pressToLoad("Enter");
        DeskPagesIT.tabTo("#title");
        browser.type(" and more");
        browser.pressToLoad("Enter");
        assertThat(DeskPagesIT.text()).contains("What changes", "and more");
        DeskPagesIT.tabTo("button[value=save]");
        browser.pressToLoad("Enter");
        assertThat(DeskPagesIT.text()).contains("The digest is changed.");
        assertThat(Files.readString(home.resolve("jobs/brief.yaml"))).contains("and more");
    }

    private static void fill(String field, String value) throws Exception {
        browser.evaluate("document.getElementById('%s').value = '%s'".formatted(field, value.replace("\n", "\\n")));
    }

    private static void press(String act) throws Exception {
        browser.evaluate("document.querySelector('button[value=%s]').focus()".formatted(act));
        browser.pressToLoad("Enter");
    }
}
