package dev.standfirst.mail;

import dev.standfirst.mail.SendResult.Trouble;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** Writes mails as files, the same bytes that a server would get, and talks to nobody. */
final class FileMailer implements Mailer {

    private final Path folder;
    private final MailFiles files;
    private final LetterEncoder letters;

    FileMailer(Path folder, Clock clock, LetterEncoder letters) {
        this.folder = folder;
        this.files = new MailFiles(folder, clock);
        this.letters = letters;
    }

    @Override
    public void send(Work work) {
        MailQueue queue = new MailQueue(work);
        for (ReadyMessage next = queue.first(); next != null; next = queue.first()) {
            queue.handing(next);
            queue.done(next, keep(next));
        }
    }

    @Override
    public SendResult send(Message message) {
        return OneMail.send(this, letters.ready(message));
    }

    @Override
    public String destination() {
        return folder.toString();
    }

    @Override
    public void close() {
        // Every file was closed when it was written.
    }

    private SendResult keep(ReadyMessage message) {
        try {
            Path file = files.keep(message.recipient().value(), out -> out.write(message.bytes()));
            return new SendResult.Accepted("written to " + file.getFileName());
        } catch (IOException e) {
            return new SendResult.NoServer(
                    Trouble.UNREACHABLE,
                    "cannot write to %s: %s".formatted(folder, e.getMessage()),
                    "Make the folder writable.");
        }
    }
}
