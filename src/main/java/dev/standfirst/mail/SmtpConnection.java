package dev.standfirst.mail;

import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.util.Locale;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * A connection that asks for SMTPUTF8 (RFC 6531) for those mails alone that need it. Angus would ask for it with every
 * mail, and a server returns such a mail where the next one on its way does not know the extension.
 */
final class SmtpConnection extends SMTPTransport {

    private static final String EXTENSION = "SMTPUTF8";

    /** While the server is greeted it is not asked for yet; Angus would log that it is missing. */
    private boolean wanted = true;

    SmtpConnection(Session session) {
        super(session, new URLName("smtp", null, -1, null, null, null));
    }

    /** Whether the server takes addresses beyond ASCII. */
    boolean offersUtf8() {
        return super.supportsExtension(EXTENSION);
    }

    /** Whether the next mail has an address beyond ASCII; only where {@link #offersUtf8}. */
    void askForUtf8(boolean next) {
        wanted = next;
    }

    @Override
    public boolean supportsExtension(String extension) {
        return extension.toUpperCase(Locale.ROOT).equals(EXTENSION) ? wanted : super.supportsExtension(extension);
    }
}
