package dev.standfirst.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.account.Role;
import dev.standfirst.browser.Chromium;
import dev.standfirst.browser.Pictures;
import dev.standfirst.edition.ApprovalRecords;
import dev.standfirst.edition.Editions;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Lists;
import dev.standfirst.subscriber.Preferences;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscriptions;
import dev.standfirst.subscriber.Suppressions;
import dev.standfirst.transfer.Imports;
import dev.standfirst.transfer.Imports.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page of the desk in a real browser: nothing that axe finds, light and dark, on a desk and on a phone; and an
 * operator's morning by the keyboard alone. Pictures of all are in {@code target/desk}.
 */
class DeskPagesIT {

    private static final Path PICTURES = Path.of("target", "desk");
    private static final String WAITING = "/editions/press/2026-11-18";
    private static final int MOST_TABS = 60;

    @TempDir
    private static Path home;

    static DeskSite site;
    static Chromium browser;
    static Pictures pictures;

    @BeforeAll
    static void start() throws Exception {
        start(home);
    }

    /** For the pages that have a class of their own, too. */
    static void start(Path home, String... settings) throws Exception {
        browser = Chromium.start();
        site = new DeskSite(home, settings);
        pictures = new Pictures(browser, PICTURES);
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
        Map<String, String> strangers = new LinkedHashMap<>();
        strangers.put("sign-in", "/sign-in");
        strangers.put("link", site.link(site.account("picture", Role.OWNER)));
        strangers.put("link-used", "/sign-in/nothing");
        look(strangers);
        signIn();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("overview", "/");
        pages.put("digests", "/digests");
        pages.put("digest", "/digests/brief");
        pages.put("digest-broken", "/digests/broken");
        pages.put("runs", "/runs");
        pages.put("run", "/runs/1");
        pages.put("editions", "/editions");
        pages.put("edition-waiting", WAITING);
        pages.put("edition-dark", WAITING + "?scheme=dark&width=phone");
        pages.put("edition-text", WAITING + "?view=text");
        pages.put("edition-change", WAITING + "/change");
        pages.put("why-article", WAITING + "/why/article?q=1");
        pages.put("why-which", WAITING + "/why/article?q=xyzzy");
        pages.put("why-person", WAITING + "/why/person?q=ada@example.org");
        pages.put("edition-sent", "/editions/brief/2026-11-18?said=edition.already");
        pages.put("sources", "/sources");
        pages.putAll(lists());
        pages.putAll(people());
        pages.put("mailbox", "/mailbox");
        pages.put("settings", "/settings");
        pages.put("me", "/settings/me?first");
        pages.put("missing", "/runs/x");
        look(pages);
        assertThat(pictures.found()).isEmpty();
    }

    /** The pages of lists and of imports, in every state that a file can be in. */
    private static Map<String, String> lists() throws Exception {
        site.bean(Lists.class).require("harbour");
        DeskSite.Browser owner = site.signedIn("picture", Role.OWNER);
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("lists", "/lists?said=list.removed");
        pages.put("list", "/lists/all");
        pages.put("list-empty", "/lists/harbour");
        pages.put("import-checked", site.importOf(owner, "harbour", "people-november.csv", """
                email;name;Ort
                kim@harbour.example;Kim Example;Hull
                jonas(at)example.org;Jonas;Bremen
                KIM@harbour.example;Kim again;Hull
                a.very.long.address.of.somebody.far.away@@subdomain.example.com;Long;Ümläutstadt
                ;Nobody;
                """));
        pages.put("import-refused", site.importOf(owner, "harbour", "towns.csv", "name,town\nAda,Hull\n"));
        pages.put("import-nothing", site.importOf(owner, "all", "known.csv", "email\nada@example.org\n"));
        String broken = site.importOf(owner, "harbour", "broken-off.csv", "email\nlee@harbour.example\n");
        site.bean(Imports.class).set(Long.parseLong(broken.replace("/imports/", "")), State.APPLYING, "", "");
        pages.put("import-broken-off", broken);
        String done = site.importOf(owner, "harbour", "done.csv", "email\nmo@harbour.example\nmo@@x\n");
        owner.post(done + "/apply", Map.of("consent", "signed up at the harbour fair, 3 March 2026"));
        site.atRest(owner, done);
        pages.put("import-done", done);
        pages.put("imports", "/imports?list=harbour");
        return pages;
    }

    /** While a file is read, its page asks for itself; here it is a pipe that nobody writes into yet. */
    @Test
    void anImportAtWorkIsFollowedAndItsFieldsSayWhatIsMissing() throws Exception {
        signIn();
        DeskSite.Browser owner = site.signedIn("picture", Role.OWNER);
        String place = site.importOf(owner, "all", "pipe.csv", "email\npi@example.org\n");
        browser.window(1280, 800, false);
        browser.open(site.base() + place);
        tabTo("form[action$='/apply'] button");
        browser.pressToLoad("Enter");
        assertThat(text()).contains("Say where and when these people agreed");
        pictures.take("import-no-consent-1280-light");

        Path file = home.resolve("data" + place + ".csv");
        Files.delete(file);
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                .isZero();
        owner.post(place + "/apply", Map.of("consent", "asked in the shop"));
        look(Map.of("import-working", place));
        assertThat(text()).contains("People are being put on the list");
        Files.writeString(file, "email\n");
        browser.await("!document.body.innerText.includes('People are being put on the list')");
        assertThat(text()).as("the part that asked for itself").contains("This file cannot be imported");
        assertThat(pictures.found()).isEmpty();
    }

    /** The pages about people: with many and none, with what is wrong, and one whose name is not nice. */
    private static Map<String, String> people() {
        Subscriptions subscriptions = site.bean(Subscriptions.class);
        for (int i = 1; i <= 52; i++) {
            String name = i % 3 == 0 ? "" : "Reader Number " + i;
            subscriptions.add("all", new EmailAddress("reader%d@example.net".formatted(i)), name, Reason.of("import"));
        }
        EmailAddress address = new EmailAddress("a.very.long.address.of.somebody.far.away@subdomain.example.com");
        String name = "<b>Ünal</b> O'Neil \"Zoë\" \u0645\u0631\u062D\u0628\u0627";
        Reason reason = new Reason("added by hand", "ines", "", "Yes, send me the Morning Brief");
        subscriptions.add("all", address, name, reason);
        subscriptions.add("harbour", address, name, reason);
        Subscription place = subscriptions.find("all", address).orElseThrow();
        subscriptions.choose(
                place.id(),
                Preferences.NONE.weeklyOn(DayOfWeek.FRIDAY).pausedUntil(DeskSite.DATE.plusDays(20)),
                Reason.person("chosen on the page", "192.0.2.0/24", ""));
        subscriptions.leave(
                subscriptions.find("harbour", address).orElseThrow().id(), Reason.of("by the link in a mail"));
        Suppressions suppressions = site.bean(Suppressions.class);
        suppressions.add(address, Suppressions.Cause.BOUNCE, Reason.of("550 5.1.1 no such user"));
        suppressions.addDomain("gone.example", Suppressions.Cause.OPERATOR, Reason.by("ines", "they asked"));
        long ada = subscriptions
                .find("all", new EmailAddress("ada@example.org"))
                .orElseThrow()
                .subscriberId();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("people", "/people?list=all");
        pages.put("people-left", "/people?list=harbour&state=UNSUBSCRIBED");
        pages.put("people-no-hits", "/people?list=all&q=zz");
        pages.put("people-wrong", "/people?list=all&q=status:gone");
        pages.put("people-nobody-chosen", "/people/bulk?list=all&act=LEAVE");
        pages.put("people-take-off", "/people/bulk?list=all&act=LEAVE&which=ALL");
        pages.put("people-put", "/people/bulk?list=all&act=PUT&to=harbour&which=ALL");
        pages.put("people-stop", "/people/bulk?list=all&act=STOP&which=CHOSEN&place=" + place.id());
        pages.put("people-put-done", "/people/bulk/done?list=all&act=PUT&to=harbour&DONE=54&SAME=1&LEFT=1&NEVER=12");
        pages.put("person", "/people/" + ada + "?said=person.added");
        pages.put("person-stopped", "/people/" + place.subscriberId());
        pages.put("person-erase", "/people/" + ada + "/erase");
        pages.put("suppressed", "/suppressed");
        pages.put("suppressed-wrong", "/suppressed?q=x%20y");
        return pages;
    }

    static void look(Map<String, String> pages) throws Exception {
        for (Map.Entry<String, String> page : pages.entrySet()) {
            browser.open(site.base() + page.getValue());
            pictures.takeAll(page.getKey());
        }
    }

    /** An edition waits: it is found on the overview, looked at, sent to oneself, approved, and taken back. */
    @Test
    void anOperatorsMorningGoesByTheKeyboardAlone() throws Exception {
        browser.window(1280, 800, false);
        signIn();
        browser.open(site.base() + "/");
        tabTo("a[href='" + WAITING + "']");
        browser.pressToLoad("Enter");
        assertThat(text()).contains("Approve for 3 people", "waits for approval");

        tabTo("input[name=to]");
        browser.type("me@example.org");
        browser.pressToLoad("Enter");
        assertThat(text()).contains("The test was sent.");

        tabTo("form[action$='/approve'] button");
        browser.pressToLoad("Enter");
        assertThat(text()).contains("Approved.");
        assertThat(state()).isEqualTo("APPROVED");

        tabTo("form[action$='/take-back'] button");
        browser.pressToLoad("Enter");
        assertThat(state()).isEqualTo("WAITING");
    }

    static void signIn() throws Exception {
        browser.open(site.base() + site.link(site.account("picture", Role.OWNER)));
        tabTo("main button");
        browser.pressToLoad("Enter");
    }

    static void tabTo(String selector) throws Exception {
        tabTo(selector, MOST_TABS);
    }

    static void tabTo(String selector, int most) throws Exception {
        for (int i = 0; i < most; i++) {
            browser.press("Tab");
            if (browser.evaluate("document.activeElement.matches(\"%s\")".formatted(selector))
                    .asBoolean()) {
                return;
            }
        }
        throw new AssertionError("no key leads to " + selector);
    }

    static String text() throws Exception {
        return browser.evaluate("document.body.innerText").asString();
    }

    private static String state() {
        long edition = site.bean(Editions.class)
                .find("press", DeskSite.DATE)
                .orElseThrow()
                .id();
        return site.bean(ApprovalRecords.class).of(edition).state().name();
    }
}
