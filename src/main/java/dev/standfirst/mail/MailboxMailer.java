package dev.standfirst.mail;

import java.time.Duration;

/** Sends to the built-in mailbox, over SMTP like to any other server, and closes that server when done. */
final class MailboxMailer implements Mailer {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Mailbox.Server server;
    private final SmtpMailer mailer;

    MailboxMailer(Mailbox.Server server) {
        this.server = server;
        this.mailer = new SmtpMailer(
                new MailSettings("127.0.0.1", server.port(), "", "", MailSettings.Tls.NONE, TIMEOUT, ""),
                "the built-in mailbox");
    }

    @Override
    public SendResult send(Message message) {
        return mailer.send(message);
    }

    @Override
    public String destination() {
        return mailer.destination();
    }

    @Override
    public void close() {
        mailer.close();
        server.close();
    }
}
