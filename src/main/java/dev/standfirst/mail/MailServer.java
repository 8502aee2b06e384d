package dev.standfirst.mail;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Where mails go: the mail server that the settings name, or the built-in mailbox. */
@Component
public class MailServer {

    private final MailSettings settings;
    private final Mailbox mailbox;
    private final Clock clock;

    MailServer(MailSettings settings, Mailbox mailbox, Clock clock) {
        this.settings = settings;
        this.mailbox = mailbox;
        this.clock = clock;
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
        if (!settings.files().isBlank()) {
            return new FileMailer(Path.of(settings.files()), clock);
        }
        return settings.isBuiltIn() ? new MailboxMailer(mailbox.open()) : new SmtpMailer(settings, destination());
    }
}
