package dev.standfirst.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.mail.MailServers;
import dev.standfirst.mail.Mailer;
import dev.standfirst.mail.Message;
import dev.standfirst.mail.SmtpSink;
import dev.standfirst.relay.Finding.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** Mail servers on this machine, one of which answers: looked at, and sent through. */
class StartCheckTests {

    private final House house = new House();
    private final MockEnvironment environment = new MockEnvironment();
    private SmtpSink sink;
    private DnsServer dns;
    private int free;

    @BeforeEach
    void start() throws IOException {
        sink = new SmtpSink();
        dns = new DnsServer();
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
    }

    @AfterEach
    void stop() throws IOException {
        sink.close();
        dns.close();
    }

    @Test
    void aServerIsGreetedAndSentNothing() {
        Relays relays = relays();
        List<Finding> findings = check(relays).servers(relays.all());

        assertThat(findings.get(0).kind()).isEqualTo(Kind.LACKS);
        assertThat(findings.get(0).sentence())
                .startsWith("dead (127.0.0.1:%d) cannot be used: ".formatted(free))
                .endsWith("Check STANDFIRST_RELAYS_DEAD_HOST, _PORT and _TLS, and that the server is up.");
        assertThat(findings.get(1))
                .isEqualTo(Finding.unknown("live (127.0.0.1:%d) answers \"220 sink ESMTP\"; mails go there without TLS."
                        .formatted(sink.port())));
        assertThat(sink.senders()).isEmpty();
    }

    @Test
    void theDomainsAreThoseOfSendersAndOfReturnPaths() {
        environment.setProperty("standfirst.home", "target/none");
        environment.setProperty("standfirst.sender.address", "desk@Brief.example");
        environment.setProperty("standfirst.bounces.address", "back@bounces.example");
        StartCheck check = check(relays());

        assertThat(check.domains()).containsExactly("brief.example");
        assertThat(check.senders(Set.of("brief.example")))
                .extracting(Finding::sentence)
                .anyMatch(sentence -> sentence.startsWith("bounces.example has no SPF record"))
                .anyMatch(sentence -> sentence.startsWith("brief.example has no DMARC record"));
    }

    @Test
    void everyMailGoesOutThroughTheServerThatAnswers() {
        Relays relays = relays();
        int sent = 0;
        for (int i = 0; i < 10; i++) {
            Relay relay = relays.next(one -> true).orElseThrow();
            try (Mailer mailer = relay.open()) {
                String address = "reader" + i + "@example.org";
                assertThat(relay.ask("example.org")).isInstanceOf(Permit.Granted.class);
                dev.standfirst.mail.SendResult result = mailer.send(message(address));
                relay.tell(House.to(address), result);
                sent += result instanceof dev.standfirst.mail.SendResult.Accepted ? 1 : 0;
            }
        }
        assertThat(sent).isEqualTo(9);
        assertThat(sink.recipients()).hasSize(9);
        assertThat(relays.all().get(0).words()).startsWith("does not answer since");
    }

    private Relays relays() {
        return new Relays(
                House.settings(Map.of(
                        "relays.dead.host",
                        "127.0.0.1",
                        "relays.dead.port",
                        Integer.toString(free),
                        "relays.live.host",
                        "127.0.0.1",
                        "relays.live.port",
                        Integer.toString(sink.port()))),
                House.mail("", 25),
                MailServers.at(1),
                house.database.jdbc(),
                house.database.transactions(),
                house.clock,
                House.EVEN);
    }

    private StartCheck check(Relays relays) {
        return new StartCheck(relays, environment, house.clock, dns.client());
    }

    private static Message message(String address) {
        return new Message(
                new EmailAddress("brief@standfirst.example"),
                "Morning Brief",
                new EmailAddress(address),
                Optional.empty(),
                "Tides",
                "sample." + address.hashCode() + "@standfirst.example",
                Instant.parse("2026-11-18T06:00:00Z"),
                "The tide came in.\n",
                "<p>The tide came in.</p>\n",
                List.of());
    }
}
