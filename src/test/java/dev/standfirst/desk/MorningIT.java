package dev.standfirst.desk;

import static dev.standfirst.desk.DeskPagesIT.browser;
import static dev.standfirst.desk.DeskPagesIT.pictures;
import static dev.standfirst.desk.DeskPagesIT.site;
import static dev.standfirst.desk.DeskPagesIT.tabTo;
import static dev.standfirst.desk.DeskPagesIT.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.mail.SmtpSink;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscriptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator's morning in a real browser, by the keyboard alone, with a mail server that takes its time. */
class MorningIT {

    private static final int PEOPLE = 400;
    private static final int BEFORE_THE_STOP = 20;
    private static final Duration TICK = Duration.ofMillis(100);
    private static final String REFUSED = "reader7@example.net";

    private final Semaphore answers = new Semaphore(0);
    private SmtpSink server;

    @TempDir
    private Path home;

    @BeforeEach
    void start() throws Exception {
        server = new SmtpSink();
        server.fault(REFUSED, SmtpSink.Fault.REFUSE_RCPT);
        DeskPagesIT.start(
                home,
                "--standfirst.mail.host=127.0.0.1",
                "--standfirst.mail.port=" + server.port(),
                "--standfirst.mail.connections=1");
        for (int i = 1; i <= PEOPLE; i++) {
            site.bean(Subscriptions.class)
                    .add("morning", new EmailAddress("reader%d@example.net".formatted(i)), "", Reason.of("import"));
        }
        Files.writeString(
                home.resolve("jobs/club.yaml"),
                Files.readString(home.resolve("jobs/press.yaml"))
                        .replace("Press Club", "Reading Club")
                        .replace("list: all", "list: morning"));
        site.run("club");
        browser.window(1280, 800, false);
        DeskPagesIT.signIn();
        server.watch(recipient -> answers.acquireUninterruptibly());
    }

    @AfterEach
    void stop() throws Exception {
        answers.release(2 * PEOPLE);
        DeskPagesIT.stop();
        server.close();
    }

    @Test
    void anOperatorsMorningGoesFromTheFirstLookToTheLastQuestion() throws Exception {
        looksAtTheEditionAndLeavesAStoryOut();
        sendsATestToOneself();
        approvesStopsAndGoesOn();
        looksUpWhoWasRefused();
        importsAFileWithNineBadRows();
        assertThat(pictures.found()).isEmpty();
    }

    private void looksAtTheEditionAndLeavesAStoryOut() throws Exception {
        browser.open(site.base() + "/");
        follow("a[href='/editions/club/2026-11-18']");
        assertThat(text()).contains("Approve for 400 people");
        follow("a[href$='/change']");
        String left = browser.evaluate("document.querySelector('.order li b').innerText")
                .asString();
        tabTo("[id^=out-]");
        browser.press("Enter");
        waitFor("!document.querySelector('.told').innerText.includes(\"" + left + "\")");
        follow("button[value=save]");
        assertThat(text()).contains("Saved. Look at it once more");
        assertThat(browser.evaluate("document.querySelector('.told').innerText").asString())
                .doesNotContain(left);
    }

    private void sendsATestToOneself() throws Exception {
        answers.release();
        tabTo("input[name=to]");
        browser.type("me@example.org");
        browser.pressToLoad("Enter");
        assertThat(text()).contains("The test was sent.");
        assertThat(server.recipients()).contains("me@example.org");
    }

    private void approvesStopsAndGoesOn() throws Exception {
        follow("form[action$='/send'] button");
        answers.release(BEFORE_THE_STOP);
        follow("a[href='/']");
        waitFor("document.querySelector(\"main a[href^='/runs/']\") != null");
        follow("main a[href^='/runs/']");
        waitFor("/2[0-9] of 400/.test(document.body.innerText)");
        pictures.takeAll("morning-run");
        follow("form[action$='/stop'] button");
        answers.release(2 * PEOPLE);
        waitFor("document.querySelector(\"form[action$='/go-on'] button\") != null");
        pictures.takeAll("morning-stopped");
        follow("form[action$='/go-on'] button");
        waitFor("document.querySelector('.chip').innerText == 'Done'");
        assertThat(server.recipients())
                .filteredOn(address -> address.endsWith("@example.net"))
                .hasSize(PEOPLE - 1)
                .doesNotHaveDuplicates();
    }

    private static void looksUpWhoWasRefused() throws Exception {
        follow("a[href='/people']");
        tabTo("select[name=list]");
        browser.press("ArrowDown");
        tabTo("input[name=q]");
        browser.type(REFUSED);
        browser.pressToLoad("Enter");
        follow("td a.b");
        assertThat(text()).contains(REFUSED, "550 5.1.1 mailbox unknown");
        pictures.takeAll("morning-refused");
    }

    private void importsAFileWithNineBadRows() throws Exception {
        Path file = home.resolve("club.csv");
        Files.writeString(file, "email,name\nnew@example.net,New\n" + "nobody at home,Bad\n".repeat(9));
        follow("a[href='/imports']");
        browser.choose("input[type=file]", file);
        tabTo("main form[enctype] button");
        browser.pressToLoad("Enter");
        waitFor("document.body.innerText.includes('nobody at home')");
        assertThat(text()).contains("9\nwill be skipped", "Add 1 person");
        pictures.takeAll("morning-import");
        tabTo("input[name=consent], textarea[name=consent]");
        browser.type("signed up in the shop on 3 March");
        follow("form[action$='/apply'] button");
        waitFor("document.querySelector(\"a.pri[href='/lists/all']\") != null");
        assertThat(site.bean(Subscriptions.class).find("all", new EmailAddress("new@example.net")))
                .isPresent();
        pictures.takeAll("morning-imported");
    }

    private static void follow(String selector) throws Exception {
        tabTo(selector);
        browser.pressToLoad("Enter");
    }

    /** The site's clock stands still by itself, and a run tells how far it is by its clock. */
    private static void waitFor(String condition) throws Exception {
        browser.await(condition, () -> site.clock().move(TICK));
    }
}
