package dev.standfirst.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.account.Role;
import dev.standfirst.api.Scope;
import dev.standfirst.api.Tokens;
import dev.standfirst.browser.Chromium;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The pages of templates, tokens and mail servers in a real browser: nothing that axe finds, light and dark, on a desk
 * and on a phone; a preview that follows what is typed. Pictures of all are in {@code target/desk}.
 */
class TemplatePagesIT {

    private static final Path PICTURES = Path.of("target", "desk");
    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final int MOST_TABS = 80;
    private static final int MOST_ASKS = 2000;

    private static final String JUDGE = """
            axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
                               iframes: false})
               .then(found => found.violations.flatMap(rule => rule.nodes.map(node =>
                     rule.id + ' ' + node.target + ': ' + node.failureSummary.replace(/\\s+/g, ' '))))
            """;

    @TempDir
    private static Path home;

    private static DeskSite site;
    private static Chromium browser;
    private static String axe;
    private static List<String> found;

    @BeforeAll
    static void start() throws Exception {
        browser = Chromium.start();
        site = new DeskSite(home);
        found = new ArrayList<>();
        Files.createDirectories(PICTURES);
        try (InputStream in = TemplatePagesIT.class.getResourceAsStream(AXE)) {
            axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        browser.open(site.base() + site.link(site.account("picture", Role.OWNER)));
        tabTo("main button");
        browser.pressToLoad("Enter");
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
            site.close();
        }
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
        look(pages);
        assertThat(found).isEmpty();
    }

    @Test
    void whatIsTypedIsShownAndAMistakeIsToldBesideItsField() throws Exception {
        browser.window(1280, 800, false);
        browser.open(site.base() + "/templates/edition");
        tabTo("#text");
        browser.type("${titel}");
        waitFor("there is no value \"titel\"");
        tabTo("form button.pri");
        browser.pressToLoad("Enter");
        assertThat(text()).contains("edition.txt.ftl, line", "there is no value \"titel\"");
        snap("template-mistake");
        browser.window(375, 800, true);
        snap("template-mistake");
        assertThat(found).isEmpty();
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
        assertThat(found).isEmpty();
    }

    private static void look(Map<String, String> pages) throws Exception {
        for (Map.Entry<String, String> page : pages.entrySet()) {
            for (int width : new int[] {1280, 375}) {
                for (boolean dark : new boolean[] {false, true}) {
                    browser.window(width, 800, dark);
                    browser.open(site.base() + page.getValue());
                    snap(page.getKey() + (dark ? "-dark" : "-light"));
                }
            }
        }
    }

    /** A picture of the page as it is, and what axe finds on it. */
    private static void snap(String name) throws Exception {
        String form = name + "-" + browser.evaluate("window.innerWidth").asString();
        Files.write(PICTURES.resolve(form + ".png"), browser.page());
        browser.evaluate(axe + "; 0");
        for (JsonNode line : browser.evaluate(JUDGE)) {
            found.add(form + ": " + line.asString());
        }
        if (browser.evaluate("document.documentElement.scrollWidth > window.innerWidth")
                .asBoolean()) {
            found.add(form + ": is wider than the window");
        }
    }

    private static void tabTo(String selector) throws Exception {
        for (int i = 0; i < MOST_TABS; i++) {
            browser.press("Tab");
            if (browser.evaluate("document.activeElement.matches(\"%s\")".formatted(selector))
                    .asBoolean()) {
                return;
            }
        }
        throw new AssertionError("no key leads to " + selector);
    }

    private static void waitFor(String words) throws Exception {
        for (int i = 0; i < MOST_ASKS && !text().contains(words); i++) {
            browser.evaluate("new Promise(done => setTimeout(done, 20))");
        }
        assertThat(text()).contains(words);
    }

    private static String text() throws Exception {
        return browser.evaluate("document.body.innerText").asString();
    }
}
