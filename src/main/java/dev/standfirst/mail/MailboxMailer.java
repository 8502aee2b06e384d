package dev.standfirst.mail;

/** Sends to the built-in mailbox, over SMTP like to any other server, and closes that server when done. */
final class MailboxMailer implements Mailer {

    private final Mailbox.Server server;
    private final Mailer mailer;

    MailboxMailer(Mailbox.Server server) {
        this.server = server;
        this.mailer = MailServer.onThisMachine(server.port(), "the built-in mailbox");
    }

    @Override
    public void send(Work work) {
        mailer.send(work);
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
