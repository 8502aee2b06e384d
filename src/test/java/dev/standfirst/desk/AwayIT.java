package dev.standfirst.desk;

import static dev.standfirst.desk.DeskPagesIT.browser;
import static dev.standfirst.desk.DeskPagesIT.pictures;
import static dev.standfirst.desk.DeskPagesIT.site;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program stops under a page that is open in a real browser, and starts again. */
class AwayIT {

    private static final String HIDDEN = "document.getElementById('lost').hidden";

    @TempDir
    private static Path home;

    @AfterAll
    static void stop() throws Exception {
        DeskPagesIT.stop();
    }

    @Test
    void aPageSaysThatNobodyAnswersAndFindsBackByItself() throws Exception {
        String port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = "--server.port=" + free.getLocalPort();
        }
        DeskPagesIT.start(home, port);
        browser.window(1280, 800, false);
        DeskPagesIT.signIn();
        browser.open(site.base() + "/");
        assertThat(browser.evaluate(HIDDEN).asBoolean()).isTrue();

        site.close();
        browser.await("!" + HIDDEN);
        assertThat(DeskPagesIT.text()).contains("Standfirst does not answer.", "Needs you");
        pictures.take("away-1280-light");

        site = new DeskSite(home, port);
        browser.await(HIDDEN);
        assertThat(DeskPagesIT.text()).contains("Running now", "picture").doesNotContain("does not answer");
        assertThat(pictures.found()).isEmpty();
    }
}
