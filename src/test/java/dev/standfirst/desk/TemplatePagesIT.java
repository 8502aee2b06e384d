package dev.standfirst.desk;

import static dev.standfirst.desk.DeskPagesIT.browser;
import static dev.standfirst.desk.DeskPagesIT.pictures;
import static dev.standfirst.desk.DeskPagesIT.site;
import static dev.standfirst.desk.DeskPagesIT.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.account.Role;
import dev.standfirst.api.Scope;
import dev.standfirst.api.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages of templates, tokens and mail servers in a real browser: nothing that axe finds, light and dark, on a desk
 * and on a phone; a preview that follows what is typed. Pictures of all are in {@code target/desk}.
 */
class TemplatePagesIT {

    private static final int MOST_TABS = 80;

    @TempDir
    private static Path home;

    @BeforeAll
    static void start() throws Exception {
        DeskPagesIT.start(home);
        DeskPagesIT.signIn();
    }

    @AfterAll
    static void stop() throws Exception {
        DeskPagesIT.stop();
    }

    @Test
    void everyPageCanBeUsedByEverybody() throws Exception {
        site.bean(Tokens.class)
                .add("Report of the harbour office", Set.of(Scope.PEOPLE_READ, Scope.RUNS_WRITE), Duration.ofDays(9));
        site.signedIn("picture", Role.OWNER).post("/templates", Map.of("name", "weekend"));
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("templates", "/templates");
        pages.put("template", "/templates/edition");
        pages.put("template-as-dark", "/templates/edition?view=dark&case=RIGHT_TO_LEFT");
        pages.put("template-text", "/templates/edition?view=text&case=LONG");
        pages.put("template-shared", "/templates/mail");
        pages.put("template-reset", "/templates/weekend/reset");
        pages.put("tokens", "/settings/tokens");
        pages.put("settings-relays", "/settings");
        DeskPagesIT.look(pages);
        assertThat(pictures.found()).isEmpty();
    }

    @Test
    void whatIsTypedIsShownAndAMistakeIsToldBesideItsField() throws Exception {
        browser.window(1280, 800, false);
        browser.open(site.base() + "/templates/edition");
        tabTo("#text");
        browser.type("${titel}");
        browser.await("document.body.innerText.includes('there is no value \"titel\"')");
        tabTo("form button.pri");
        browser.pressToLoad("Enter");
        assertThat(text()).contains("edition.txt.ftl, line", "there is no value \"titel\"");
        snap("template-mistake");
        browser.window(375, 800, true);
        snap("template-mistake");
        assertThat(pictures.found()).isEmpty();
    }

    @Test
    void aTokenIsMadeAndAServerLookedAtByTheKeyboardAlone() throws Exception {
        browser.window(1280, 800, false);
        browser.open(site.base() + "/settings/tokens");
        tabTo("#name");
        browser.type("Dashboard");
        tabTo("input[value='runs:read']");
        browser.press(" ");
        tabTo("main form[action='/settings/tokens'] button");
        browser.pressToLoad("Enter");
        assertThat(text()).contains("This is shown once.", "Dashboard");
        snap("token-made");
        browser.open(site.base() + "/settings");
        tabTo("form[action='/settings/relays/check'] button");
        browser.pressToLoad("Enter");
        assertThat(text()).contains("Nothing was sent.");
        snap("relays");
        browser.window(375, 800, true);
        snap("relays");
        assertThat(pictures.found()).isEmpty();
    }

    private static void snap(String name) throws Exception {
        pictures.take(name + "-" + browser.evaluate("window.innerWidth").asString());
    }

    private static void tabTo(String selector) throws Exception {
        DeskPagesIT.tabTo(selector, MOST_TABS);
    }
}
