package dev.standfirst.desk;

import static dev.standfirst.desk.DeskPagesIT.browser;
import static dev.standfirst.desk.DeskPagesIT.pictures;
import static dev.standfirst.desk.DeskPagesIT.site;
import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.MovableClock;
import dev.standfirst.account.Role;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sign-in at a provider in a real browser, which holds our policy against every step of the way there and back. */
class ProviderPagesIT {

    private static final String NAME = "ines@harbour.example";

    @TempDir
    private static Path home;

    private static StubProvider provider;

    @BeforeAll
    static void start() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        MovableClock clock = new MovableClock();
        provider = new StubProvider(clock);
        DeskPagesIT.start(
                home,
                "--server.port=" + port,
                "--standfirst.public-url=http://127.0.0.1:" + port,
                "--standfirst.oidc.issuer=" + provider.issuer(),
                "--standfirst.oidc.client-id=" + StubProvider.CLIENT,
                "--standfirst.oidc.client-secret=" + StubProvider.SECRET);
        clock.set(site.clock().instant());
    }

    @AfterAll
    static void stop() throws Exception {
        DeskPagesIT.stop();
        if (provider != null) {
            provider.close();
        }
    }

    @Test
    void anOperatorSignsInAtTheProviderByTheKeyboardAlone() throws Exception {
        provider.says(Map.of("email", NAME, "email_verified", true));
        DeskPagesIT.look(Map.of("sign-in-provider", "/sign-in"));
        browser.window(1280, 800, false);
        browser.open(site.base() + "/runs");
        leave();
        assertThat(DeskPagesIT.text()).contains("There is no account named " + NAME);
        pictures.take("sign-in-stranger-1280-light");
        browser.window(375, 800, true);
        pictures.take("sign-in-stranger-375-dark");

        site.account(NAME, Role.OWNER);
        browser.window(1280, 800, false);
        leave();
        assertThat(browser.evaluate("location.pathname").asString()).isEqualTo("/runs");
        assertThat(DeskPagesIT.text()).contains(NAME);

        DeskPagesIT.tabTo("form[action='/sign-out'] button");
        browser.pressToLoad("Enter");
        assertThat(DeskPagesIT.text()).as("forms work after the way back").contains("Sign in");
        assertThat(pictures.found()).isEmpty();
    }

    private static void leave() throws Exception {
        DeskPagesIT.tabTo("a[href^='/sign-in/oidc']");
        browser.pressToLoad("Enter");
    }
}
