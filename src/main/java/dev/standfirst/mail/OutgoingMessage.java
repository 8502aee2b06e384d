package dev.standfirst.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A message that keeps its Message-ID when it is saved, and knows whether its bytes were written to a server. */
final class OutgoingMessage extends SMTPMessage {

    private final String messageId;
    private boolean written;

    OutgoingMessage(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /**
     * True once all bytes were handed to the connection: the final dot follows at once, so from here on it may count.
     */
    boolean isWritten() {
        return written;
    }

    @Override
    public void writeTo(OutputStream out, String[] ignoredHeaders) throws IOException, MessagingException {
        super.writeTo(out, ignoredHeaders);
        written = true;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + messageId + ">");
    }
}
