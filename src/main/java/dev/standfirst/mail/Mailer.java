package dev.standfirst.mail;

/**
 * Hands over messages, one after the other, over one connection: {@link SmtpMailer} to a server, {@link FileMailer} to
 * files.
 */
public interface Mailer extends AutoCloseable {

    /** Hands over one message to its one recipient. Never throws for what the server does: that is the result. */
    SendResult send(ReadyMessage message);

    /** The same for a message that is not encoded yet. */
    default SendResult send(Message message) {
        return send(MimeEncoder.ready(message));
    }

    /** Where the mail goes, for people: "mail.example.org:587", "the built-in mailbox". */
    String destination();

    @Override
    void close();
}
