package dev.standfirst.relay;

import dev.standfirst.MovableClock;
import dev.standfirst.TestDatabase;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.mail.MailServers;
import dev.standfirst.mail.MailSettings;
import dev.standfirst.mail.ReadyMessage;
import dev.standfirst.mail.SendResult;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Relays over a real database, with a clock that a test moves, and without jitter. */
final class House {

    /** The middle of what it may give, so that waits are as long as they are said to be. */
    static final RandomGenerator EVEN = () -> Long.MIN_VALUE;

    static final SendResult ACCEPTED = new SendResult.Accepted("250 2.0.0 taken");
    static final SendResult UNREACHABLE =
            new SendResult.NoServer(SendResult.Trouble.UNREACHABLE, "smtp.example:25 cannot be reached", "Check it.");
    static final SendResult BUSY =
            new SendResult.NoServer(SendResult.Trouble.BUSY, "smtp.example:25 answered 421 4.7.0 too many", "Wait.");
    static final SendResult LOGIN =
            new SendResult.NoServer(SendResult.Trouble.LOGIN, "smtp.example:25 refused the login (535)", "Check it.");
    static final SendResult POLICY = new SendResult.Refused(550, "5.7.26", "550 5.7.26 not authenticated");

    final MovableClock clock = new MovableClock();
    final TestDatabase database;

    House() {
        this(new TestDatabase());
    }

    House(TestDatabase database) {
        this.database = database;
    }

    /** The relays of a process that has these settings, "standfirst." left out. */
    Relays relays(Map<String, String> settings) {
        return new Relays(
                settings(settings),
                mail(settings.getOrDefault("mail.host", ""), 25),
                MailServers.at(1),
                database.jdbc(),
                database.transactions(),
                clock,
                EVEN);
    }

    /** The only relay of a process. */
    Relay relay(String... settings) {
        Map<String, String> all = new HashMap<>(Map.of("relays.fast.host", "smtp.example"));
        for (int i = 0; i < settings.length; i += 2) {
            all.put("relays.fast." + settings[i], settings[i + 1]);
        }
        return relays(all).all().get(0);
    }

    static RelaySettings settings(Map<String, String> settings) {
        Map<String, String> named = new HashMap<>();
        settings.forEach((name, value) -> named.put("standfirst." + name, value));
        return new Binder(new MapConfigurationPropertySource(named)).bindOrCreate("standfirst", RelaySettings.class);
    }

    static MailSettings mail(String host, int port) {
        return new MailSettings(host, port, "", "", MailSettings.Tls.NONE, Duration.ofSeconds(5), "");
    }

    static ReadyMessage to(String recipient) {
        return mail(1, recipient);
    }

    static ReadyMessage mail(long id, String recipient) {
        return new ReadyMessage(
                id, new EmailAddress("brief@standfirst.example"), new EmailAddress(recipient), new byte[] {13, 10});
    }

    /** Tells the same of so many mails. */
    static void tell(Relay relay, int times, SendResult result) {
        for (int i = 0; i < times; i++) {
            relay.tell(to("reader" + i + "@example.org"), result);
        }
    }
}
