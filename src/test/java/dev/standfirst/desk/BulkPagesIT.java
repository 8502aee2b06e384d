package dev.standfirst.desk;

import static dev.standfirst.desk.DeskPagesIT.browser;
import static dev.standfirst.desk.DeskPagesIT.pictures;
import static dev.standfirst.desk.DeskPagesIT.signIn;
import static dev.standfirst.desk.DeskPagesIT.site;
import static dev.standfirst.desk.DeskPagesIT.tabTo;
import static dev.standfirst.desk.DeskPagesIT.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Lists;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscription.Status;
import dev.standfirst.subscriber.Subscriptions;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same done with several people at once, in a real browser, of which each page does one part. */
class BulkPagesIT {

    @TempDir
    private static Path home;

    @BeforeAll
    static void start() throws Exception {
        DeskPagesIT.start(home, "--standfirst.people.patience=0s");
    }

    @AfterAll
    static void stop() throws Exception {
        DeskPagesIT.stop();
    }

    @Test
    void onePersonIsTickedAndTakenOffByTheKeyboardAlone() throws Exception {
        List.of("kay", "kim", "kit").forEach(one -> join("keys", one + "@keys.example"));
        browser.window(1280, 800, false);
        signIn();
        browser.open(site.base() + "/people?list=keys");
        tabTo("input[aria-label='Choose kim@keys.example']");
        browser.press(" ");
        pictures.take("people-ticked-1280-light");
        browser.evaluate("document.querySelector('.skip').focus(); 0");
        tabTo("button[value=LEAVE]");
        browser.pressToLoad("Enter");
        assertThat(text()).contains("Nothing has changed yet.", "kim@keys.example", "Take 1 person off keys");
        tabTo("form[action='/people/bulk'] button");
        browser.pressToLoad("Enter");
        awaitText("1 person was taken off keys", "Back to the people");
        pictures.take("people-taken-off-1280-light");
        assertThat(site.bean(Lists.class).counts("keys")).containsEntry(Status.CONFIRMED, 2L);
        assertThat(pictures.found()).isEmpty();
    }

    /** A part is 500 people: the first page leads on, and comes to the end without a hand. */
    @Test
    void moreThanAPageMayTakeGoesOnByItself() throws Exception {
        IntStream.range(0, 1_100).forEach(i -> join("large", "l%d@large.example".formatted(i)));
        signIn();
        browser.open(site.base() + "/people/bulk?list=large&act=LEAVE&which=ALL");
        tabTo("form[action='/people/bulk'] button");
        browser.pressToLoad("Enter");
        awaitText("1,100 people were taken off large", "Back to the people");
        assertThat(site.bean(Lists.class).counts("large")).containsEntry(Status.UNSUBSCRIBED, 1_100L);
        assertThat(browser.evaluate("location.pathname").asString()).isEqualTo("/people/bulk/done");
    }

    private static void awaitText(String... all) throws Exception {
        for (String one : all) {
            browser.await("document.body.innerText.includes('" + one + "')");
        }
    }

    private static void join(String list, String address) {
        site.bean(Subscriptions.class).add(list, new EmailAddress(address), "", Reason.of("test"));
    }
}
