package dev.standfirst.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standfirst.watch.CallServer.Call;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PingTests {

    private CallServer server;

    @BeforeEach
    void start() throws IOException {
        server = new CallServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theAddressIsCalledWhenThingsWentWell() {
        ping(server.at("/ping/7f3a")).well();

        assertThat(server.calls()).containsExactly(new Call("GET", "/ping/7f3a", "", ""));
    }

    @Test
    void whatFailedIsToldBehindThePath() {
        ping(server.at("/ping/7f3a?from=here")).failed();

        assertThat(server.calls()).extracting(Call::path).containsExactly("/ping/7f3a/fail?from=here");
    }

    @Test
    void itIsTriedThreeTimes() {
        server.answers(500, 503, 500, 200);
        ping(server.at("/ping")).well();

        assertThat(server.calls()).hasSize(3);
    }

    @Test
    void noRedirectIsFollowed() {
        server.answers(302, 302, 302);
        ping(server.at("/ping")).well();

        assertThat(server.calls()).extracting(Call::path).containsOnly("/ping");
    }

    @Test
    void nobodyThereHurtsNobody() {
        URI gone = server.at("/ping");
        server.close();

        ping(gone).well();
    }

    @Test
    void whatIsNoAddressIsToldWithoutShowingIt() {
        assertThatThrownBy(() -> ping(URI.create("ftp://token@ping.example/")))
                .hasMessage("standfirst.alerts.ping is no address that begins with https:// or http://");
    }

    private static Ping ping(URI address) {
        WatchSettings settings =
                new WatchSettings("", "", null, "", address, Duration.ofMinutes(30), Duration.ofDays(3), 20, false);
        return new Ping(settings, new Calls(), Duration.ZERO);
    }
}
