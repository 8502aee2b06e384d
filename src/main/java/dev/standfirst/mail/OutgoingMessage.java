package dev.standfirst.mail;

import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** Ready bytes as Angus takes them, and whether they were written to a server. */
final class OutgoingMessage extends SMTPMessage {

    private final ReadyMessage ready;
    private boolean written;

    OutgoingMessage(Session session, ReadyMessage ready) {
        super(session);
        this.ready = ready;
        setEnvelopeFrom(ready.sender().wire());
    }

    /**
     * True once all bytes were handed to the connection: the final dot follows at once, so from here on it may count.
     */
    boolean isWritten() {
        return written;
    }

    @Override
    public void writeTo(OutputStream out, String[] ignoredHeaders) throws IOException {
        out.write(ready.bytes());
        written = true;
    }
}
