package dev.standfirst.mail;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Where mails go: the mail server that the settings name, or the built-in mailbox. */
@Component
public class MailServer {

    private static final Duration TIMEOUT_HERE = Duration.ofSeconds(30);

    private final MailSettings settings;
    private final Mailbox mailbox;
    private final DkimSigner signer;
    private final Clock clock;

    /** By the names of the servers that the settings name. */
    private final Map<String, Interruptions> met = new ConcurrentHashMap<>();

    MailServer(MailSettings settings, Mailbox mailbox, DkimSigner signer, Clock clock) {
        this.settings = settings;
        this.mailbox = mailbox;
        this.signer = signer;
        this.clock = clock;
    }

    /**
     * A way to send to a server on this machine, without login and without TLS.
     *
     * @param name of the server, for people
     */
    public static Mailer onThisMachine(int port, String name) {
        return new SmtpMailer(
                new MailSettings("127.0.0.1", port, "", "", MailSettings.Tls.NONE, TIMEOUT_HERE, ""),
                name,
                new LetterEncoder(DkimSigner.none()));
    }

    /**
     * A way to send to a server; it is connected to when the first message is sent.
     *
     * @param name of the server, for people
     */
    public Mailer to(MailSettings server, String name) {
        return new SmtpMailer(
                server, name, new LetterEncoder(signer), met.computeIfAbsent(name, key -> new Interruptions()));
    }

    /** Whether mails stay on this machine, in the built-in mailbox. */
    public boolean isBuiltIn() {
        return settings.isBuiltIn();
    }

    /** Where mails go, for people. */
    public String destination() {
        if (settings.isBuiltIn()) {
            return "the built-in mailbox";
        }
        return settings.files().isBlank() ? settings.destination() : settings.files();
    }

    /**
     * Opens a way to send. A server is connected to when the first message is sent, so opening does not fail for it.
     */
    public Mailer open() {
        LetterEncoder letters = new LetterEncoder(signer);
        if (!settings.files().isBlank()) {
            return new FileMailer(Path.of(settings.files()), clock, letters);
        }
        return settings.isBuiltIn()
                ? new MailboxMailer(mailbox.open())
                : new SmtpMailer(settings, destination(), letters);
    }
}
