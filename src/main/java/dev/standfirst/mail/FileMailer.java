package dev.standfirst.mail;

import jakarta.mail.MessagingException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** Writes messages as files, the same bytes that a server would get, and talks to nobody. */
final class FileMailer implements Mailer {

    private final Path folder;
    private final MailFiles files;
    private final MimeEncoder encoder = new MimeEncoder();

    FileMailer(Path folder, Clock clock) {
        this.folder = folder;
        this.files = new MailFiles(folder, clock);
    }

    @Override
    public SendResult send(Message message) {
        try {
            OutgoingMessage mime = encoder.encode(message);
            Path file = files.keep(message.to().value(), out -> write(mime, new BufferedOutputStream(out)));
            return new SendResult.Accepted("written to " + file.getFileName());
        } catch (MessagingException e) {
            return new SendResult.Refused(550, "", "the message could not be built: " + e.getMessage());
        } catch (IOException e) {
            return new SendResult.NoServer(
                    SendResult.Trouble.UNREACHABLE,
                    "cannot write to %s: %s".formatted(folder, e.getMessage()),
                    "Make the folder writable.");
        }
    }

    private static void write(OutgoingMessage mime, BufferedOutputStream out) throws IOException {
        try {
            mime.writeTo(out);
            out.flush();
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    @Override
    public String destination() {
        return folder.toString();
    }

    @Override
    public void close() {
        // Every file was closed when it was written.
    }
}
