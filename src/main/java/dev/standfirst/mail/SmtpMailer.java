package dev.standfirst.mail;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands messages to an SMTP server over one connection that is opened when first needed and reused after that. */
final class SmtpMailer implements Mailer {

    private static final Logger log = LoggerFactory.getLogger(SmtpMailer.class);

    private final MailSettings settings;
    private final String name;
    private final Session session;
    private @Nullable SmtpConnection transport;

    /**
     * Makes one; nothing is connected yet.
     *
     * @param name of the server, for people
     */
    SmtpMailer(MailSettings settings, String name) {
        this.settings = settings;
        this.name = name;
        this.session = SmtpSession.of(settings);
    }

    @Override
    public SendResult send(ReadyMessage message) {
        OutgoingMessage mime = new OutgoingMessage(session, message);
        boolean reused = transport != null;
        SendResult result = trySend(message, mime);
        // A server may end a connection that it thinks has done enough. The dot was not written then: try a new one.
        return reused && result instanceof SendResult.NoServer && !mime.isWritten() ? trySend(message, mime) : result;
    }

    @Override
    public String destination() {
        return name;
    }

    @Override
    public void close() {
        if (transport != null) {
            try {
                transport.close();
            } catch (MessagingException e) {
                log.debug("the server closed first", e);
            }
            transport = null;
        }
    }

    private SendResult trySend(ReadyMessage message, OutgoingMessage mime) {
        try {
            SmtpConnection connected = connected();
            boolean beyondAscii = message.needsSmtpUtf8();
            if (beyondAscii && !connected.offersUtf8()) {
                return withoutUtf8(message);
            }
            connected.askForUtf8(beyondAscii);
            connected.sendMessage(mime, new Address[] {address(message.recipient())});
            return new SendResult.Accepted(lastReply(connected));
        } catch (MessagingException e) {
            SendResult result = classify(e, mime);
            if (!(result instanceof SendResult.Refused || result instanceof SendResult.Deferred)) {
                close();
            }
            return result;
        }
    }

    /**
     * A recipient whom this server cannot serve fails alone (RFC 6531, 3.5); our own address would fail with them all.
     */
    private SendResult withoutUtf8(ReadyMessage message) {
        if (!message.recipient().needsSmtpUtf8()) {
            return new SendResult.NoServer(
                    "%s takes no address beyond ASCII (it lacks SMTPUTF8), as the sender's is".formatted(name),
                    "Give the digest a sender address in ASCII before the @.");
        }
        return new SendResult.Refused(
                553, "553 5.6.7 %s takes no address beyond ASCII (it lacks SMTPUTF8)".formatted(name));
    }

    private static Address address(EmailAddress recipient) {
        InternetAddress address = new InternetAddress();
        address.setAddress(recipient.wire());
        return address;
    }

    private SmtpConnection connected() throws MessagingException {
        SmtpConnection open = transport;
        if (open == null) {
            open = new SmtpConnection(session);
            boolean login = !settings.username().isBlank();
            open.connect(
                    settings.host(),
                    settings.port(),
                    login ? settings.username() : null,
                    login ? settings.password() : null);
            transport = open;
        }
        return open;
    }

    private SendResult classify(MessagingException e, OutgoingMessage mime) {
        if (e instanceof AuthenticationFailedException) {
            return new SendResult.NoServer(
                    "%s refused the login (%s)".formatted(name, firstLine(e)),
                    "Check STANDFIRST_MAIL_USERNAME and STANDFIRST_MAIL_PASSWORD.");
        }
        for (Exception next = e;
                next != null;
                next = next instanceof MessagingException m ? m.getNextException() : null) {
            int code = code(next);
            if (code > 0) {
                return byCode(code, firstLine(next));
            }
        }
        return mime.isWritten()
                ? new SendResult.Unknown("%s took the mail and gave no answer: %s".formatted(name, firstLine(e)))
                : noConnection(e);
    }

    private static int code(Exception e) {
        if (e instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        if (e instanceof SMTPSenderFailedException sender) {
            return sender.getReturnCode();
        }
        return e instanceof SMTPSendFailedException send ? send.getReturnCode() : -1;
    }

    /**
     * 421, 454, 530 and 535, and refusals by policy of us (x.7.x), are about this server and us, not about a recipient.
     */
    private SendResult byCode(int code, String reply) {
        if (code == 421 || code == 454 || code == 530 || code == 535) {
            return new SendResult.NoServer(
                    "%s answered %s".formatted(name, reply),
                    "Ask who runs the mail server, or wait until it takes mail again.");
        }
        return code >= 500 ? new SendResult.Refused(code, reply) : new SendResult.Deferred(code, reply);
    }

    private SendResult noConnection(MessagingException e) {
        String what = e instanceof MailConnectException ? "%s cannot be reached: %s" : "the connection to %s broke: %s";
        return new SendResult.NoServer(
                what.formatted(name, reason(e)),
                "Check STANDFIRST_MAIL_HOST and STANDFIRST_MAIL_PORT, and that the server is up.");
    }

    private static String reason(MessagingException e) {
        Exception next = e.getNextException();
        return next == null ? firstLine(e) : firstLine(next);
    }

    private static String lastReply(SmtpConnection connection) {
        return String.valueOf(connection.getLastServerResponse()).strip();
    }

    private static String firstLine(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.lines().findFirst().orElse(message).strip();
    }
}
