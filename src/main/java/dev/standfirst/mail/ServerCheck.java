package dev.standfirst.mail;

import dev.standfirst.text.OneLine;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Looks at a mail server as sending would, greeting, TLS and login, and hands it no mail. */
public final class ServerCheck {

    private ServerCheck() {}

    /** What was seen. */
    public sealed interface Seen {

        /**
         * It takes mail from us, as far as can be seen.
         *
         * @param greeting its first line
         * @param tls the protocol, such as "TLSv1.3"; empty where the connection is not private
         * @param certificateUntil when its certificate ends
         * @param loggedIn whether it took name and password
         */
        record Answers(String greeting, String tls, Optional<Instant> certificateUntil, boolean loggedIn)
                implements Seen {}

        /**
         * It does not.
         *
         * @param reason in plain words, beginning after the server's name: "refuses the login (535 bad credentials)"
         * @param login whether it is name and password that it refuses
         */
        record Fails(String reason, boolean login) implements Seen {}
    }

    /** Connects, looks, and says goodbye; takes as long as the settings allow for each answer at most. */
    public static Seen of(MailSettings settings) {
        SmtpSockets sockets = new SmtpSockets(() -> (SSLSocketFactory) SSLSocketFactory.getDefault());
        Session session = SmtpSession.of(settings, sockets);
        boolean login = !settings.username().isBlank();
        try (Greeted connection = new Greeted(session)) {
            connection.connect(
                    settings.host(),
                    settings.port(),
                    login ? settings.username() : null,
                    login ? settings.password() : null);
            Optional<SSLSession> tls = sockets.session();
            return new Seen.Answers(
                    connection.greeting,
                    tls.map(SSLSession::getProtocol).orElse(""),
                    tls.flatMap(ServerCheck::until),
                    login);
        } catch (AuthenticationFailedException e) {
            return new Seen.Fails("refuses the login (%s)".formatted(words(e)), true);
        } catch (MessagingException e) {
            return new Seen.Fails("cannot be used: %s".formatted(words(e)), false);
        }
    }

    private static Optional<Instant> until(SSLSession tls) {
        try {
            Certificate[] chain = tls.getPeerCertificates();
            return chain.length > 0 && chain[0] instanceof X509Certificate first
                    ? Optional.of(first.getNotAfter().toInstant())
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }

    private static String words(MessagingException e) {
        Throwable deepest = e;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
        return OneLine.of(OneLine.shown(message.lines().findFirst().orElse(message)), 300);
    }

    /** A connection that remembers how it was greeted. */
    private static final class Greeted extends SMTPTransport {

        private String greeting = "";

        Greeted(Session session) {
            super(session, new URLName("smtp", null, -1, null, null, null));
        }

        @Override
        protected int readServerResponse() throws MessagingException {
            int code = super.readServerResponse();
            if (greeting.isEmpty()) {
                String reply = String.valueOf(getLastServerResponse());
                greeting = OneLine.of(OneLine.shown(reply.lines().findFirst().orElse("")), 200);
            }
            return code;
        }
    }
}
