package dev.standfirst.web;

import static dev.standfirst.web.ReaderSite.DATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.browser.Chromium;
import dev.standfirst.browser.Pictures;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscription.Status;
import dev.standfirst.subscriber.Subscriptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page for readers in every state, in a real browser: nothing that axe finds, light and dark, on a desk and on a
 * phone; and the whole way by the keyboard alone. Pictures of all are in {@code target/pages}.
 */
class PublicPagesIT {

    private static final Path PICTURES = Path.of("target", "pages");
    private static final int MOST_TABS = 60;

    @TempDir
    private static Path home;

    private static ReaderSite site;
    private static Chromium browser;
    private static Pictures pictures;

    @BeforeAll
    static void start() throws Exception {
        browser = Chromium.start();
        site = new ReaderSite(home);
        pictures = new Pictures(browser, PICTURES);
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
            site.close();
        }
    }

    /** How a page is brought about: opened, or by a form that is filled in and sent. */
    private record State(String path, String form) {}

    @Test
    void everyPageCanBeUsedByEverybodyInEveryState() throws Exception {
        for (Map.Entry<String, State> state : states().entrySet()) {
            open(state.getValue());
            pictures.takeAll(state.getKey());
        }
        assertThat(pictures.found()).isEmpty();
    }

    private static void open(State state) throws Exception {
        site.watch().move(state.form().equals("later") ? Duration.ofDays(3) : Duration.ofMinutes(5));
        if (state.path().startsWith("/e/")) {
            // Its own policy lets no script run, axe neither.
            browser.open("about:blank");
            browser.show(site.get(state.path()).body());
            return;
        }
        if (state.form().isEmpty() || state.form().equals("later")) {
            browser.open(site.base() + state.path());
            return;
        }
        String shown = state.form().contains("email=") ? "&shown=" + site.shown(state.path()) : "";
        String page = site.post(state.path(), state.form() + (state.form().contains("shown=") ? "" : shown))
                .body();
        browser.open(site.base() + state.path());
        browser.show(page);
    }

    private static Map<String, State> states() throws Exception {
        Subscription stays = site.subscribe("morning-brief", "stays@example.org");
        Subscription goes = site.subscribe("morning-brief", "goes@example.org");
        Subscription left = site.subscribe("morning-brief", "left@example.org");
        Subscription paused = site.subscribe("morning-brief", "paused@example.org");
        site.post(site.leave(left), "List-Unsubscribe=One-Click");
        site.post(site.choose(paused), "do=MONTH");
        String fresh = asked("fresh@example.org", "/s/morning-brief", "/c/");
        String old = asked("old@example.org", "/s/morning-brief", "/c/");
        String data = asked("stays@example.org", "/me", "/me/");
        Map<String, State> states = new LinkedHashMap<>();
        states.put("subscribe", new State("/s/morning-brief", ""));
        states.put("subscribe-de", new State("/s/morning-brief?lang=de", ""));
        states.put("subscribe-none", new State("/s/abend?lang=en", ""));
        states.put("subscribe-error", new State("/s/morning-brief", "email=ada@exmaple"));
        states.put("subscribe-foreign", new State("/s/morning-brief", "email=ada@example.org&shown=x&x=1"));
        states.put("check-inbox", new State("/s/morning-brief", "email=ada@example.org"));
        states.put("frame", new State("/s/morning-brief/form", ""));
        states.put("embed", new State("/s/morning-brief/embed", ""));
        states.put("confirm", new State(fresh, ""));
        states.put("preferences", new State(site.choose(stays), ""));
        states.put("preferences-de", new State(site.choose(stays) + "?lang=de", ""));
        states.put("preferences-saved", new State(site.choose(stays), "do=SAVE&topic=Coast&later=yes&cadence=EACH"));
        states.put("preferences-error", new State(site.choose(stays), "do=SAVE&cadence=DAYS&out=" + "x".repeat(70)));
        states.put("preferences-paused", new State(site.choose(paused), ""));
        states.put("preferences-left", new State(site.choose(left), ""));
        states.put("unsubscribe", new State(site.leave(goes), ""));
        states.put("unsubscribe-weekly", new State(site.leave(goes), "instead=WEEKLY"));
        states.put("unsubscribe-paused", new State(site.leave(goes), "instead=PAUSE"));
        states.put("unsubscribed", new State(site.leave(goes), "List-Unsubscribe=One-Click"));
        states.put("unsubscribe-undone", new State(site.leave(goes), "undo=yes"));
        states.put("unsubscribe-already", new State(site.leave(left), ""));
        states.put("unsubscribe-unknown", new State("/u/unknown", ""));
        states.put("data-ask", new State("/me", ""));
        states.put("data-error", new State("/me", "email=ada"));
        states.put("data-inbox", new State("/me", "email=ada@example.org"));
        states.put("data-open", new State(data, ""));
        states.put("data-sure", new State(data, "do=ERASE"));
        states.put("data-unknown", new State("/me/unknown", ""));
        states.put("archive", new State("/archive/morning", ""));
        states.put("archive-found", new State("/archive/morning?q=barrage", ""));
        states.put("archive-nothing", new State("/archive/morning?q=zeppelin", ""));
        states.put("archive-empty", new State("/archive/abend", ""));
        states.put("edition", new State("/e/morning/" + DATE, ""));
        states.put("privacy", new State("/privacy", ""));
        states.put("missing", new State("/s/missing", ""));
        states.put("confirmed", new State(fresh, "do=CONFIRM"));
        states.put("data-erased", new State(data, "do=SURE"));
        states.put("link-old", new State(old, "later"));
        return states;
    }

    private static String asked(String address, String page, String link) throws Exception {
        String shown = site.shown(page);
        site.post(page, "email=" + address + "&shown=" + shown);
        site.sendMails();
        return site.mailed(link);
    }

    @Test
    void theKeyboardAloneGoesTheWholeWay() throws Exception {
        browser.window(1280, 800, false);
        browser.open(site.base() + "/s/morning-brief");
        site.watch().move(Duration.ofSeconds(10));
        tabTo("#email");
        browser.type("keys@example.org");
        tabTo("button[type=submit]");
        browser.pressToLoad("Enter");
        assertThat(text()).contains("One more tap", "keys@example.org");

        site.sendMails();
        browser.open(site.base() + site.mailed("/c/"));
        tabTo("button[value=CONFIRM]");
        browser.pressToLoad("Enter");
        assertThat(text()).contains("You are in");
        assertThat(subscription().status()).isEqualTo(Status.CONFIRMED);

        tabTo("a[href^='/p/']");
        browser.pressToLoad("Enter");
        tabTo("input[name=topic][value=Country]");
        browser.press(" ");
        tabTo("input[name=cadence]");
        browser.press("ArrowDown");
        tabTo("input[name=day][value=TUESDAY]");
        browser.press(" ");
        tabTo("#out");
        browser.type("chess");
        tabTo("button[value=SAVE]");
        browser.pressToLoad("Enter");
        assertThat(text()).contains("Saved.");
        assertThat(subscription().preferences().topics().out()).containsExactly("Country");
        assertThat(subscription().preferences().words().out()).containsExactly("chess");
        assertThat(subscription().preferences().days()).hasSize(4);

        tabTo("a[href^='/u/']");
        browser.pressToLoad("Enter");
        tabTo("button[name=List-Unsubscribe]");
        browser.pressToLoad("Enter");
        assertThat(text()).contains("Done, you are out");
        assertThat(subscription().status()).isEqualTo(Status.UNSUBSCRIBED);
        tabTo("button[name=undo]");
        browser.pressToLoad("Enter");
        assertThat(text()).contains("You are on the list again");
        assertThat(subscription().status()).isEqualTo(Status.CONFIRMED);
    }

    private static Subscription subscription() {
        return site.bean(Subscriptions.class)
                .find("morning-brief", new EmailAddress("keys@example.org"))
                .orElseThrow();
    }

    /** Presses Tab until the focus is there, and can be seen. */
    private static void tabTo(String selector) throws Exception {
        for (int i = 0; i < MOST_TABS; i++) {
            browser.press("Tab");
            if (browser.evaluate("document.activeElement.matches(\"%s\")".formatted(selector))
                    .asBoolean()) {
                assertThat(browser.evaluate("document.activeElement.matches(':focus-visible')")
                                .asBoolean())
                        .isTrue();
                return;
            }
        }
        throw new AssertionError(selector + " is not reached by the keyboard");
    }

    private static String text() throws Exception {
        return browser.evaluate("document.body.innerText").asString();
    }
}
