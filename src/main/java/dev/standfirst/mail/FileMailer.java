package dev.standfirst.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** Writes messages as files, the same bytes that a server would get, and talks to nobody. */
final class FileMailer implements Mailer {

    private final Path folder;
    private final MailFiles files;

    FileMailer(Path folder, Clock clock) {
        this.folder = folder;
        this.files = new MailFiles(folder, clock);
    }

    @Override
    public SendResult send(ReadyMessage message) {
        try {
            Path file = files.keep(message.recipient().value(), out -> out.write(message.bytes()));
            return new SendResult.Accepted("written to " + file.getFileName());
        } catch (IOException e) {
            return new SendResult.NoServer(
                    "cannot write to %s: %s".formatted(folder, e.getMessage()), "Make the folder writable.");
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
