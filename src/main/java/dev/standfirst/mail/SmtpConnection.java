package dev.standfirst.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to a mail server. Angus opens it (TLS, STARTTLS, login); from then on commands, mails and replies go
 * over its socket as they are. What the server said before STARTTLS does not count after it.
 */
final class SmtpConnection implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SmtpConnection.class);

    private static final byte[] QUIT = "QUIT\r\n".getBytes(StandardCharsets.US_ASCII);

    /** The reply to the final dot may take ten minutes where others take one (RFC 5321, 4.5.3.2.6). */
    private static final int PATIENCE_AFTER_DOT = 10;

    private static final int PIECE = 1 << 17;

    private final Opening opened;
    private final Socket socket;
    private final OutputStream out;
    private final SmtpReplies replies;
    private final StalledWrites stalled;
    private final Duration timeout;
    private boolean proven;

    private SmtpConnection(Opening opened, SmtpSockets sockets, Duration timeout) throws IOException {
        this.opened = opened;
        this.socket = sockets.latest();
        this.timeout = timeout;
        this.out = socket.getOutputStream();
        this.replies = new SmtpReplies(socket);
        this.stalled = new StalledWrites(sockets.raw(), timeout);
    }

    /**
     * Connects, makes the connection private and logs in, as the settings say.
     *
     * @param tls makes it private
     * @throws SmtpOpeningException where it does not come about
     */
    static SmtpConnection open(MailSettings settings, Supplier<SSLSocketFactory> tls) throws SmtpOpeningException {
        SmtpSockets sockets = new SmtpSockets(tls);
        Opening opening = new Opening(SmtpSession.of(settings, sockets));
        boolean login = !settings.username().isBlank();
        try {
            opening.connect(
                    settings.host(),
                    settings.port(),
                    login ? settings.username() : null,
                    login ? settings.password() : null);
            return new SmtpConnection(opening, sockets, settings.timeout());
        } catch (MessagingException e) {
            sockets.close();
            throw new SmtpOpeningException(e, String.valueOf(opening.getLastServerResponse()));
        } catch (IOException e) {
            sockets.close();
            throw new SmtpOpeningException(new MessagingException(e.getMessage(), e), "");
        }
    }

    /** Whether several commands may be written before their replies are read (RFC 2920). */
    boolean pipelines() {
        return opened.offers("PIPELINING");
    }

    /** Whether the server takes addresses beyond ASCII (RFC 6531). */
    boolean offersUtf8() {
        return opened.offers("SMTPUTF8");
    }

    /** Whether the server tells of failures as we ask it to (RFC 3461). */
    boolean offersReports() {
        return opened.offers("DSN");
    }

    /** Whether the server wants to know how large a mail is (RFC 1870). */
    boolean asksForSize() {
        return opened.offers("SIZE");
    }

    /** How many bytes a mail may have; 0 where the server names no limit. */
    long largest() {
        String limit = opened.offers("SIZE") ? opened.getExtensionParameter("SIZE") : "";
        return limit != null && limit.matches("[0-9]{1,18}") ? Long.parseLong(limit) : 0;
    }

    /** Whether it has brought a mail to its end, so that the server is known to work. */
    boolean isProven() {
        return proven;
    }

    void prove() {
        proven = true;
    }

    /** Writes all of it at once; each {@value #PIECE} bytes have the time of one reply. */
    void write(byte[] bytes) throws IOException {
        try {
            for (int at = 0; at < bytes.length; at += PIECE) {
                stalled.begin();
                out.write(bytes, at, Math.min(PIECE, bytes.length - at));
            }
        } finally {
            stalled.end();
        }
    }

    /**
     * The reply to a command.
     *
     * @throws SmtpGoodbye where the server ends the connection with it
     * @throws IOException where the connection is of no use any more
     */
    SmtpReply reply() throws IOException {
        return reply(timeout);
    }

    /** The reply to a final dot; throws like {@link #reply}. */
    SmtpReply replyToDot() throws IOException {
        return reply(timeout.multipliedBy(PATIENCE_AFTER_DOT));
    }

    /** Says goodbye without waiting for an answer. */
    void quit() {
        try {
            write(QUIT);
        } catch (IOException e) {
            log.debug("the server closed first", e);
        }
        close();
    }

    @Override
    public void close() {
        stalled.begin();
        try {
            socket.close();
        } catch (IOException e) {
            log.debug("the connection was broken already", e);
        } finally {
            stalled.end();
            stalled.close();
        }
    }

    private SmtpReply reply(Duration patience) throws IOException {
        SmtpReply reply = replies.next(patience);
        if (reply.code() == 421) {
            throw new SmtpGoodbye(reply);
        }
        return reply;
    }

    /** Angus while it opens a connection. */
    private static final class Opening extends SMTPTransport {

        private boolean greeted;

        Opening(Session session) {
            super(session, new URLName("smtp", null, -1, null, null, null));
        }

        /** Angus goes on with what was said before STARTTLS where the server refuses to be greeted again. */
        @Override
        protected boolean ehlo(String domain) throws MessagingException {
            greeted = super.ehlo(domain);
            return greeted;
        }

        boolean offers(String extension) {
            return greeted && supportsExtension(extension);
        }
    }
}
